"""What people send on the pages of the intake."""
