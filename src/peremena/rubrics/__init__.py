"""Criteria by which contests judge, as plain values."""
