"""Pages of no room in particular: for those who build, for browsers, and about the phone."""
