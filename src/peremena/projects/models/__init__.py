"""What the projects room remembers."""

from .projects import (
    Borrowed,
    Invitation,
    Look,
    Membership,
    MembershipQuerySet,
    Project,
    PutAside,
    Section,
    Step,
)
from .together import Milestone, MilestonePage, Verdict

__all__ = [
    "Borrowed",
    "Invitation",
    "Look",
    "Membership",
    "MembershipQuerySet",
    "Milestone",
    "MilestonePage",
    "Project",
    "PutAside",
    "Section",
    "Step",
    "Verdict",
]
