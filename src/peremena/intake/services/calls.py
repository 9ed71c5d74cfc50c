"""Opening a call: its days and words, its form, rubric and quotas, and showing it to everybody."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from django.db import transaction

from peremena.cohorts.models import Cohort
from peremena.intake import questions, rules
from peremena.intake.models import Call, Mark
from peremena.intake.services.candidates import demand
from peremena.journal.services import record
from peremena.people.models import Person

Part = Literal["questions", "conditions", "rubric", "quotas"]


@transaction.atomic
def open_call(cohort: Cohort, *, usual: Mapping[str, Any], by: Person, **told: Any) -> Call:
    """Ready to be published: with the usual questions, conditions and rubric.

    `usual`: what a call has as long as nobody has changed it; `told`: its days and words.
    """
    call = Call.objects.create(
        cohort=cohort,
        questions=questions.stored(questions.usual()),
        conditions=usual["conditions"],
        rubric=usual["rubric"],
        is_demonstration=cohort.is_demonstration,
        **told,
    )
    record(by, "intake.call.opened", call, cohort=cohort.pk)
    return call


@transaction.atomic
def change_call(call: Call, *, by: Person, **told: Any) -> None:
    """Its days and words. Who has applied stays."""
    for field, value in told.items():
        setattr(call, field, value)
    call.save(update_fields=list(told))
    record(by, "intake.call.changed", call, fields=sorted(told))


@transaction.atomic
def change_part(call: Call, part: Part, rows: list[dict[str, Any]], *, by: Person) -> None:
    """The questions, conditions, lines of the rubric or quotas, all anew and in this order.

    What was answered to a question that went stays in the applications and comes back with it.
    """
    call.refresh_from_db(from_queryset=Call.objects.select_for_update())
    demand(why_not_change(call, part))
    setattr(call, part, rows)
    call.save(update_fields=[part])
    record(by, "intake.call.changed", call, fields=[part])


def why_not_change(call: Call, part: str) -> rules.Refusal | None:
    """Only the rubric ever stands."""
    if part != "rubric":
        return None
    return rules.why_not_change_rubric(marks=Mark.objects.filter(candidate__call=call).count())


@transaction.atomic
def publish(call: Call, *, by: Person, now: datetime) -> None:
    """Everybody may see it from now on; harmless when they do already."""
    call.refresh_from_db(from_queryset=Call.objects.select_for_update())
    demand(rules.why_not_publish(questions=len(call.questions), closes=call.closes_at, now=now))
    if call.published_at is None:
        call.published_at = now
        call.save(update_fields=["published_at"])
        record(by, "intake.call.published", call)


@transaction.atomic
def hide(call: Call, *, by: Person) -> None:
    """Visitors do not see it any more; those who have begun keep their links."""
    if call.published_at is not None:
        call.published_at = None
        call.save(update_fields=["published_at"])
        record(by, "intake.call.hidden", call)
