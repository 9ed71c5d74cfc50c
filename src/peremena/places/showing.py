"""When a resource and its photo may be shown to all, and how long removed ones wait. Pure."""

from datetime import datetime, timedelta
from enum import StrEnum

KEPT = timedelta(days=30)
"""A removed resource can be put back for so long; then it is destroyed."""

LINK_LIVES = timedelta(days=60)
"""How long a neighbour can answer by a link."""


class Faces(StrEnum):
    """What is known of the people whom one could recognise in a photo."""

    AGREED = "agreed"
    NOT_YET = "not-yet"
    NOBODY = "nobody"


AGREEMENT = {Faces.NOBODY: None, Faces.AGREED: True, Faces.NOT_YET: False}


class Refusal(StrEnum):
    TOO_LATE_TO_PUT_BACK = "too-late-to-put-back"
    LINK_IS_OLD = "link-is-old"
    NOTHING_SAID = "nothing-said"
    ON_THE_MAP = "on-the-map"


def why_not_put_back(removed: datetime, now: datetime) -> Refusal | None:
    """None when a resource that was removed then can still come back."""
    return Refusal.TOO_LATE_TO_PUT_BACK if now - removed > KEPT else None


def why_not_answer(made: datetime, now: datetime) -> Refusal | None:
    """None when a neighbour may still write by a link that was made then."""
    return Refusal.LINK_IS_OLD if now - made > LINK_LIVES else None


def why_not_put_on_the_map(answer: str, *, is_there: bool) -> Refusal | None:
    """None when an answer can become a resource. `is_there`: it has become one before."""
    if is_there:
        return Refusal.ON_THE_MAP
    return None if answer.strip() else Refusal.NOTHING_SAID
