"""What the intake room remembers."""

from .calls import Call, CallQuerySet
from .candidates import Candidate, CandidateQuerySet
from .selection import Conflict, Decision, Mark, Marker, Offer, Sending
from .seminars import Impression
from .standings import Standing

__all__ = [
    "Call",
    "CallQuerySet",
    "Candidate",
    "CandidateQuerySet",
    "Conflict",
    "Decision",
    "Impression",
    "Mark",
    "Marker",
    "Offer",
    "Sending",
    "Standing",
]
