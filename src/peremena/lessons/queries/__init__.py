"""What pages of lessons need."""
