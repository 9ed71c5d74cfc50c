"""What people do with lessons, days and homework: one deed a function."""
