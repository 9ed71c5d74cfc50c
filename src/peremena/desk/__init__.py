"""Each person's first page, and the demonstration."""
