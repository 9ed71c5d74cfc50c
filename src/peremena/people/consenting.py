"""When a consent is given and taken back. Pure: no Django, no database, no clock."""

from enum import StrEnum

from .rules import ConsentWay


class Refusal(StrEnum):
    TEXT_CHANGED = "text-changed"
    NO_SCAN = "no-scan"
    NOT_GIVEN = "not-given"
    ASKED_ALREADY = "asked-already"
    ANSWERED = "answered"
    NO_REASON = "no-reason"
    ONESELF = "oneself"


def why_not_give(way: ConsentWay, *, is_in_force: bool, has_scan: bool) -> Refusal | None:
    """`is_in_force`: the text that was read is the latest; a paper is believed with its scan."""
    if not is_in_force:
        return Refusal.TEXT_CHANGED
    if way is ConsentWay.PAPER and not has_scan:
        return Refusal.NO_SCAN
    return None


def why_not_answer(*, is_open: bool, is_oneself: bool) -> Refusal | None:
    """None when staff may fulfil a request or refuse it."""
    if not is_open:
        return Refusal.ANSWERED
    return Refusal.ONESELF if is_oneself else None
