"""Persons and their accounts, roles and the abilities of each role."""
