"""Pages of the impact room."""
