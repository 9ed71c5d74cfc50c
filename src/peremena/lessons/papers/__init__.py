"""Lessons as papers to take along."""
