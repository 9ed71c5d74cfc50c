"""What people do in the intake: each function is one deed in one transaction."""
