"""What the pages of places need."""
