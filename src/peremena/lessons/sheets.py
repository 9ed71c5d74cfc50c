"""Attendance as a table to take away."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from peremena.cohorts.models import Cohort
from peremena.lessons import words
from peremena.lessons.queries.attended import Register


def name_of(cohort: Cohort) -> str:
    return f"{_('Attendance')} {cohort}"


def header(found: Register) -> list[str]:
    days = [f"{one.on:%d.%m.%Y} {one.session.title}" for one in found.days]
    return [_("Name"), _("Territory"), _("Academic hours"), _("Missed"), *days]


def rows(found: Register) -> Iterator[Sequence[object]]:
    for line in found.lines:
        days = [str(words.PRESENCES[one.presence]) if one.presence else "" for one in line.own.days]
        missed = len(line.own.missed)
        person = line.enrolment.person
        yield [person.full_name, str(line.enrolment.territory), line.own.hours, missed, *days]
