"""What people do with projects: each function is one deed in one transaction."""

from . import looks, projects, remarks, talks, teams

__all__ = ["looks", "projects", "remarks", "talks", "teams"]
