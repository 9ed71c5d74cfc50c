"""Pages composed of what the rooms below know."""
