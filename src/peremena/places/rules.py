"""Kinds and states of the places room. Pure: no Django, no database, no clock."""

from datetime import date
from enum import StrEnum


class DistrictKind(StrEnum):
    """What a district is in law."""

    DISTRICT = "district"
    OKRUG = "okrug"
    CITY = "city"


class ImportState(StrEnum):
    """A file of territories: read and shown, waiting, at work, done; or withdrawn."""

    READ = "read"
    WAITING = "waiting"
    AT_WORK = "at-work"
    DONE = "done"
    FAILED = "failed"
    DROPPED = "dropped"


class Refusal(StrEnum):
    """Why something about places cannot be done now."""

    HAS_MISTAKES = "has-mistakes"
    NOTHING_NEW = "nothing-new"
    ONLY_EXAMPLES = "only-examples"
    AT_WORK_ALREADY = "at-work-already"
    DONE_ALREADY = "done-already"
    EARLIER_THAN_NOW = "earlier-than-now"
    SAME_STATUS = "same-status"
    DAY_NEEDED = "day-needed"
    NAME_TAKEN = "name-taken"
    CODE_TAKEN = "code-taken"
    VILLAGE_TOLD = "village-told"
    IS_THE_CENTRE = "is-the-centre"
    HEADED = "headed"
    HEADS_ALREADY = "heads-already"
    OTHERS_CARE = "others-care"
    ENDS_BEFORE_BEGUN = "ends-before-begun"


class Status(StrEnum):
    """What a territory is in law; the reform of 2024–2025 turned settlements into units."""

    RURAL_SETTLEMENT = "settlement"
    TOWN_SETTLEMENT = "town"
    UNIT = "unit"
    OTHER = "other"


class Layer(StrEnum):
    """Six kinds of resources of a place (asset-based community development)."""

    PEOPLE = "people"
    ASSOCIATIONS = "associations"
    INSTITUTIONS = "institutions"
    PHYSICAL = "physical"
    ECONOMY = "economy"
    STORIES = "stories"


def why_not_import(state: ImportState, mistakes: int, news: int, same: int) -> Refusal | None:
    """None when the file may be brought in; `news`: territories that are new or would change."""
    if state in (ImportState.WAITING, ImportState.AT_WORK):
        return Refusal.AT_WORK_ALREADY
    if state is not ImportState.READ:
        return Refusal.DONE_ALREADY
    if mistakes:
        return Refusal.HAS_MISTAKES
    if not news:
        return Refusal.NOTHING_NEW if same else Refusal.ONLY_EXAMPLES
    return None


def why_not_become(was: str, since: date | None, becomes: str, day: date | None) -> Refusal | None:
    """None when what is `was` since a day (None: not known) may become something else on `day`."""
    if was == becomes:
        return Refusal.SAME_STATUS
    if day is None:
        return Refusal.DAY_NEEDED
    return Refusal.EARLIER_THAN_NOW if since and day <= since else None


def why_not_take_post(*, is_others_care: bool, heads_already: bool) -> Refusal | None:
    """None when staff may give somebody a post in a territory, and with it its passport.

    `is_others_care`: other centres work with the territory, and none of whoever gives the post.
    """
    if is_others_care:
        return Refusal.OTHERS_CARE
    return Refusal.HEADS_ALREADY if heads_already else None


def why_not_end_post(since: date | None, until: date) -> Refusal | None:
    """None when a post held since a day (None: not known) may end on `until`."""
    return Refusal.ENDS_BEFORE_BEGUN if since and until < since else None
