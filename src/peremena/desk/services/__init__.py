"""What the desk does with several rooms at once."""
