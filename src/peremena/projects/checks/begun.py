"""Which sections of a brief people have begun, and about which it is fair to speak."""

from typing import Any

from pydantic import BaseModel

from peremena.projects.brief import Brief, Section
from peremena.projects.brief.sections import KEYS

SET_UP = frozenset({Section.ABOUT, Section.PLACE})


def begun(brief: Brief) -> frozenset[Section]:
    """Sections in which at least one field is filled in."""
    return frozenset(
        section for section, keys in KEYS.items() if any(filled(getattr(brief, k)) for k in keys)
    )


def spoken_of(brief: Brief, *, for_contest: bool) -> frozenset[Section]:
    """Sections the rules may speak about; none before the first word of the project itself.

    An untouched section is only a gap when more than half of the others have been begun, or
    when the brief is looked at as an application for a contest.
    """
    sections = begun(brief)
    if sections <= SET_UP:
        return frozenset()
    if for_contest or len(sections) > len(Section) / 2:
        return frozenset(Section)
    return sections


def filled(value: Any) -> bool:
    """Whether people put something there; ids and ticks say nothing."""
    if isinstance(value, BaseModel):
        return any(filled(inner) for key, inner in value if key != "id")
    if isinstance(value, dict):
        return any(filled(inner) for inner in value.values())
    if isinstance(value, list):
        return any(filled(inner) for inner in value)
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and not isinstance(value, bool)
