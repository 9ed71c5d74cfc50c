"""Peremena: a school of leaders of social change, from the first call to the proven rouble."""
