"""What pages of the intake need."""
