"""What people send on the pages of lessons."""
