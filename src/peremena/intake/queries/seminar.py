"""The door of the seminar and what participants said."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Avg, Count, Q

from peremena.intake.models import Call, Candidate, CandidateQuerySet

MOST_WORDS = 100


@dataclass(frozen=True)
class Door:
    expected: Sequence[Candidate]
    arrived: int
    not_invited: int


@dataclass(frozen=True)
class Said:
    """Averages of one to five; None while nobody has answered."""

    number: int
    useful: float | None
    clear: float | None
    going_on: int
    words: Sequence[str]


def door(call: Call) -> Door:
    """By surname, as people say it at the door."""
    rows = call.candidates.in_race().filter(is_invited=True).with_place()
    expected = list(rows.order_by("person__surname", "person__name", "pk"))
    arrived = sum(one.arrived_at is not None for one in expected)
    return Door(expected, arrived, to_invite(call).count())


def to_invite(call: Call) -> CandidateQuerySet:
    rows: CandidateQuerySet = call.candidates.filter(state="handed-in", is_invited=False)
    return rows.select_related("call", "person")


def said(call: Call) -> Said:
    counted = call.impressions.aggregate(
        number=Count("pk"),
        useful=Avg("useful"),
        clear=Avg("clear"),
        going_on=Count("pk", filter=Q(will_go_on=True)),
    )
    texts = call.impressions.exclude(text="").order_by("text").values_list("text", flat=True)
    return Said(**counted, words=list(texts[:MOST_WORDS]))
