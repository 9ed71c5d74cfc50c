"""What composed pages need, put together from the rooms below."""
