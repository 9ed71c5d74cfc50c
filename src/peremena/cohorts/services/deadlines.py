"""Days that a cohort has to keep."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from peremena.cohorts.models import Cohort, Deadline
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person


@transaction.atomic
def add_deadline(
    cohort: Cohort, title: str, *, due_on: date, about: str = "", by: Person
) -> Deadline:
    demand_new(cohort, title)
    deadline = cohort.deadlines.create(title=title, due_on=due_on, about=about)
    record(by, "cohorts.deadline.added", cohort, due_on=due_on)
    return deadline


@transaction.atomic
def change_deadline(
    deadline: Deadline, *, title: str, due_on: date, about: str = "", by: Person
) -> None:
    if title != deadline.title:
        demand_new(deadline.cohort, title)
    deadline.title, deadline.due_on, deadline.about = title, due_on, about
    deadline.save(update_fields=["title", "due_on", "about"])
    record(by, "cohorts.deadline.changed", deadline.cohort, due_on=due_on)


@transaction.atomic
def remove_deadline(deadline: Deadline, *, by: Person) -> None:
    record(by, "cohorts.deadline.removed", deadline.cohort, due_on=deadline.due_on)
    deadline.delete()


def demand_new(cohort: Cohort, title: str) -> None:
    if cohort.deadlines.filter(title=title).exists():
        raise Refused(_("There is a deadline of this name already."))
