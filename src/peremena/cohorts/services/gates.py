"""Setting gates, letting people through them, and personal plans for those who lack something."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from peremena.cohorts import gates, letters, words
from peremena.cohorts.gates import Condition, Lack, Refusal
from peremena.cohorts.models import Cohort, Enrolment, Gate, Passed, PlanStep
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person


@dataclass(frozen=True)
class Step:
    """One line of a personal plan as somebody typed it."""

    text: str
    due_on: date


@transaction.atomic
def open_usual_gates(cohort: Cohort, days: Mapping[int, date], *, by: Person) -> list[Gate]:
    """Gates 1–3 of the announced school by their days; those that are there stay as they are."""
    there = set(cohort.gates.values_list("number", flat=True))
    made = [
        Gate(
            cohort=cohort,
            number=number,
            title=str(words.GATES[number]),
            due_on=day,
            conditions=[gates.stored(one) for one in conditions],
        )
        for number, (day, conditions) in gates.usual(days, defence=str(words.DEFENCE)).items()
        if number not in there
    ]
    Gate.objects.bulk_create(made)
    record(by, "cohorts.gates.opened", cohort, numbers=[gate.number for gate in made])
    return made


@transaction.atomic
def change_gate(
    gate: Gate, *, title: str, due_on: date, conditions: Sequence[Condition], by: Person
) -> None:
    """Whoever has been let through stays through."""
    gate.title, gate.due_on = title, due_on
    gate.conditions = [gates.stored(one) for one in conditions]
    gate.save(update_fields=["title", "due_on", "conditions"])
    record(by, "cohorts.gate.changed", gate.cohort, number=gate.number, due_on=due_on)


@transaction.atomic
def let_through(
    gate: Gate,
    enrolment: Enrolment,
    lacks: Iterable[Lack],
    *,
    note: str = "",
    by: Person,
    now: datetime,
) -> None:
    """`lacks`: what is missing now; then the note has to say why it is enough all the same."""
    Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    is_passed = gate.passed.filter(enrolment=enrolment).exists()
    demand(gates.why_not_pass(lacks, is_passed=is_passed, note=note))
    Passed.objects.create(gate=gate, enrolment=enrolment, at=now, by=by, note=note.strip())
    record(by, "cohorts.gate.passed", enrolment, number=gate.number)
    letters.passed(gate, enrolment)


@transaction.atomic
def take_back(gate: Gate, enrolment: Enrolment, *, by: Person) -> None:
    """It was a mistake; harmless when nobody was let through."""
    gone, _each = gate.passed.filter(enrolment=enrolment).delete()
    if gone:
        record(by, "cohorts.gate.taken-back", enrolment, number=gate.number)


@transaction.atomic
def plan(
    enrolment: Enrolment, steps: Sequence[Step], *, gate: Gate | None, by: Person, today: date
) -> None:
    """More steps of a personal plan; empty lines are left out, what is there stays."""
    said = [step for step in steps if step.text.strip()]
    demand(gates.why_not_plan(((step.text, step.due_on) for step in said), today))
    made = PlanStep.objects.bulk_create(
        PlanStep(
            enrolment=enrolment,
            gate=gate,
            text=step.text.strip(),
            due_on=step.due_on,
            made_by=by,
            made_on=today,
        )
        for step in said
    )
    record(by, "cohorts.plan.made", enrolment, steps=len(said))
    letters.planned(enrolment, made)


@transaction.atomic
def tick(step: PlanStep, *, is_done: bool, by: Person, today: date) -> None:
    """Done, or not done after all; by the person or by staff."""
    step.done_on = max(today, step.made_on) if is_done else None
    step.save(update_fields=["done_on"])
    record(by, "cohorts.plan.ticked", step.enrolment, done=is_done)


@transaction.atomic
def drop_step(step: PlanStep, *, by: Person) -> None:
    record(by, "cohorts.plan.dropped", step.enrolment)
    step.delete()


def demand(refusal: Refusal | None) -> None:
    if refusal:
        raise Refused(words.GATE_REFUSALS[refusal])
