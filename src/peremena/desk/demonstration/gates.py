"""Gates of this year's cohort, two personal plans, and the certificates of last year's fifteen."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from random import Random

from peremena.cohorts import services as cohorts
from peremena.cohorts.models import Cohort, Enrolment
from peremena.cohorts.services.gates import Step
from peremena.journal.services import as_of
from peremena.mail.models import Letter
from peremena.people import codes

from .teaching import Village

GATES = {1: -26, 2: -94, 3: -117}  # days ago: all are ahead
PLANNED = 4
STEPS = (("Позвать в команду фельдшера и учителя", 6), ("Дописать раздел «Проблема»", 13))
HOURS = (Decimal(40), Decimal(36), Decimal("32.5"))
OVER = 260


def build(here: Village, now: Cohort, last: Cohort) -> None:
    with as_of(here.at(PLANNED)):
        days = {number: here.on(ago) for number, ago in GATES.items()}
        first, *_others = cohorts.gates.open_usual_gates(now, days, by=here.by)
        for enrolment in slowest(now):
            steps = [Step(text, here.on(PLANNED) + timedelta(days=days)) for text, days in STEPS]
            cohorts.gates.plan(enrolment, steps, gate=first, by=here.by, today=here.on(PLANNED))
    with as_of(here.at(OVER)):
        cohorts.certificates.issue(
            last,
            {pk: HOURS[pk % len(HOURS)] for pk in last.enrolments.values_list("pk", flat=True)},
            series="ШЛ-2026",
            new_key=keys(),
            by=here.by,
            today=here.on(OVER),
        )
    forget_letters()


def forget_letters() -> None:
    """What was written about gates long ago has been read."""
    Letter.objects.filter(kind__startswith="cohorts.").delete()


def slowest(group: Cohort) -> list[Enrolment]:
    """Two of those who have begun no project."""
    return list(group.enrolments.filter(project=None, part="learner").order_by("pk")[:2])


def keys() -> Callable[[], str]:
    """The same each time, unlike in life."""
    chance = Random("demonstration")  # noqa: S311 -- these certificates are invented
    return lambda: codes.new(chance.choice)
