"""How this year's twelve were chosen: two experts' marks, then decisions that have been told."""

from collections.abc import Sequence
from datetime import datetime

from peremena.intake import choosing
from peremena.intake.models import Call, Candidate, Decision, Mark, Marker, Standing
from peremena.intake.models.closeness import to_mark
from peremena.intake.rules import Alternative, Verdict
from peremena.journal.services import as_of, record

from .stories import DATA, Part, table
from .teaching import SEMINAR, Village

CHOSEN = SEMINAR - 6
EXPERTS = ("dmitry", "natalya")
TAKEN, WAIT = 12, 4


class Reasons(Part):
    taken: tuple[str, ...]
    waiting: tuple[str, ...]
    not_taken: tuple[str, ...]
    twice: str


def reasons() -> Reasons:
    return Reasons.model_validate(table(DATA / "chosen.toml"))


def choose(here: Village, call: Call, handed: Sequence[Candidate]) -> None:
    """The first twelve learn already; the last is of a territory that was there before."""
    with as_of(here.at(CHOSEN + 1)) as at:
        mark(here, call, handed, at)
    with as_of(here.at(CHOSEN)) as at:
        Decision.objects.bulk_create(decided(here, call, handed, at))
        call.sent_at = at
        call.save(update_fields=["sent_at"])
        record(here.by, "intake.decisions.sent", call, number=len(handed))


def mark(here: Village, call: Call, handed: Sequence[Candidate], at: datetime) -> None:
    markers = [Marker(call=call, person=here.cast[key], since=at) for key in EXPERTS]
    Marker.objects.bulk_create(markers)
    given = [
        Mark(marker=marker, candidate=one, points=points, changed_at=at, done_at=at)
        for shift, marker in enumerate(markers)
        for one, points in pointed(marker, handed, shift)
    ]
    Mark.objects.bulk_create(given)
    Standing.objects.bulk_create(
        Standing(candidate=one, mean=found.mean, spread=found.spread, count=found.count,
                 opened_at=at)
        for one in handed
        if (found := choosing.summed(call.rubric, [g.points for g in given if g.candidate == one]))
    )  # fmt: skip


def pointed(
    marker: Marker, handed: Sequence[Candidate], shift: int
) -> list[tuple[Candidate, dict[str, int]]]:
    """Whoever is too close to the expert has no mark of theirs."""
    read = set(to_mark(marker).values_list("pk", flat=True))
    return [
        (one, {"need": 3 - place // 13, "team": max(0, 3 - place // 9 - shift * (place % 4 == 1)),
               "will": 2 + (place + shift) % 2})
        for place, one in enumerate(handed)
        if one.pk in read
    ]  # fmt: skip


def decided(here: Village, call: Call, handed: Sequence[Candidate], at: datetime) -> list[Decision]:
    learning = {one.person_id: one for one in call.cohort.enrolments.sitting()}
    found = []
    for place, one in enumerate(handed):
        verdict, why, alternative = said(place, is_last=place == len(handed) - 1)
        rank = place - TAKEN + 1 if verdict is Verdict.WAITING else None
        enrolment = learning.get(one.person_id) if verdict is Verdict.TAKEN else None
        told = {"by": here.by, "at": at, "told_at": at, "enrolment": enrolment, "rank": rank}
        found.append(
            Decision(candidate=one, verdict=verdict, reason=why, alternative=alternative, **told)
        )
    return found


def said(place: int, *, is_last: bool) -> tuple[Verdict, str, str]:
    words = reasons()
    if place < TAKEN:
        return Verdict.TAKEN, words.taken[place % len(words.taken)], ""
    if place < TAKEN + WAIT:
        return Verdict.WAITING, words.waiting[place % len(words.waiting)], ""
    if is_last:
        return Verdict.NOT_TAKEN, words.twice, Alternative.NEXT_INTAKE
    offered = (Alternative.NEXT_INTAKE, Alternative.CASES)[place % 2]
    return Verdict.NOT_TAKEN, words.not_taken[place % len(words.not_taken)], offered
