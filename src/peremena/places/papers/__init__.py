"""Papers about places, to print and to hand over."""
