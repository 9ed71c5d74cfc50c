"""The catalogue of contests, who may apply, and applications made from a project."""
