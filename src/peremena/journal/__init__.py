"""Who did what, when and on whose behalf. Entries are only ever added."""
