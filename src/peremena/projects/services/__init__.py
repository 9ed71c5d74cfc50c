"""What people do with projects: each function is one deed in one transaction."""

from . import looks, method, milestones, projects, remarks, steps, talks, teams, verdicts

__all__ = [
    "looks",
    "method",
    "milestones",
    "projects",
    "remarks",
    "steps",
    "talks",
    "teams",
    "verdicts",
]
