"""What people do with projects: each function is one deed in one transaction."""
