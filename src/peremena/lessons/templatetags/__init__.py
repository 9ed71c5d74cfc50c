"""Tags of the lessons room."""
