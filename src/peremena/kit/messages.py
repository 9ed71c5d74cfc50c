"""Catalogues of translations: compiled and compared without gettext on the machine."""
