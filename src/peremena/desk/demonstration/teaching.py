"""The school around the projects: who learns, who learned last year, who was not taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from peremena.cohorts import services as cohorts
from peremena.cohorts.models import Cohort, Enrolment, Programme
from peremena.cohorts.rules import Part, Status
from peremena.cohorts.services.programmes import Indicator
from peremena.impact.indicators import Code
from peremena.impact.services import indicators
from peremena.journal.services import as_of
from peremena.people import services as people
from peremena.people.models import Centre, ConsentText, Organisation, Person
from peremena.people.rules import Channel, ConsentWay, Purpose
from peremena.people.services import consents
from peremena.places.models import Territory
from peremena.projects.models import Project
from peremena.projects.services import projects

from . import cohorts as told
from .cohorts import Alumnus, Enrolled, Note, alumni, intake, school

MENTORS = ("a3", "a9")
SEMINAR = 46  # days before the demonstration is built


@dataclass(frozen=True)
class Village:
    """Everything that the deeds of the school need. `by`: who runs it."""

    centre: Centre
    cast: Mapping[str, Person]
    territories: Mapping[str, Territory]
    projects: Mapping[str, Project]
    by: Person
    now: datetime

    def at(self, ago: float) -> datetime:
        return self.now - timedelta(days=ago)

    def on(self, ago: float) -> date:
        return timezone.localdate(self.at(ago))


def teach(here: Village) -> tuple[Cohort, Cohort]:
    """Returns this year's cohort and last year's."""
    found = {one.short: organisation(here, one) for one in school().organisations}
    programmes = {one.key: programme(here, one, found) for one in school().programmes}
    groups = {one.key: cohort(here, one, programmes) for one in school().cohorts}
    for alumnus in alumni():
        graduate(here, alumnus, groups["last"])
    for enrolled in school().enrolled:
        enrol(here, enrolled, groups["now"])
    agree(here)
    for key in MENTORS:
        territory = next(one.territory.name for one in alumni() if one.key == key)
        mentor(here, here.cast[key], here.territories[territory], groups["now"])
    return groups["now"], groups["last"]


def organisation(here: Village, one: told.Organisation) -> Organisation:
    return Organisation.objects.create(
        centre=here.centre, kind=one.kind, name=one.name, short=one.short, is_demonstration=True
    )


def programme(here: Village, one: told.Programme, found: Mapping[str, Organisation]) -> Programme:
    funder = next((body for body in found.values() if body.name == one.funder), None)
    planned = [
        Indicator(row.name, Decimal(row.plan), row.unit, here.on(row.ago)) for row in one.indicators
    ]
    with as_of(here.at(one.starts)):
        made = cohorts.add_programme(
            one.name,
            centre=here.centre,
            funder=funder,
            grant_number=one.grant_number,
            starts_on=here.on(one.starts),
            ends_on=here.on(one.ends),
            by=here.by,
        )
        cohorts.plan_indicators(made, planned, by=here.by)
        count(made, one, by=here.by)
    return made


def count(made: Programme, one: told.Programme, *, by: Person) -> None:
    """What counts itself; the rest is written down by hand."""
    codes = {row.name: row.counts for row in one.indicators if row.counts}
    for promise in made.indicators.filter(name__in=codes):
        indicators.count_by(promise, Code(codes[promise.name]), by=by)


def cohort(here: Village, one: told.Cohort, programmes: Mapping[str, Programme]) -> Cohort:
    with as_of(here.at(one.began + 20)):
        made = cohorts.add_cohort(
            programmes[one.programme],
            name=one.name,
            places=one.places,
            starts_on=here.on(one.began),
            lessons_end_on=here.on(one.lessons_end),
            by=here.by,
        )
        for deadline in one.deadlines:
            cohorts.add_deadline(
                made,
                deadline.title,
                due_on=here.on(deadline.ago),
                about=deadline.about,
                by=here.by,
            )
    return made


def enrol(here: Village, one: Enrolled, group: Cohort) -> None:
    with as_of(here.at(SEMINAR - 6)) as began:
        enrolment = cohorts.enrol(
            group,
            person=here.cast[one.person],
            territory=here.territories[one.territory],
            project=here.projects.get(one.project),
            by=here.by,
            now=began,
        )
    for note in sorted(one.notes, key=lambda note: -note.ago):
        ring(here, enrolment, note)


def ring(here: Village, enrolment: Enrolment, note: Note) -> None:
    with as_of(here.at(note.ago)) as at:
        cohorts.note_contact(
            enrolment,
            has_answered=note.answered,
            text=note.text,
            minutes=note.minutes,
            next_on=here.on(note.next_ago),
            by=here.by,
            now=at,
        )


def agree(here: Village) -> None:
    """This year's twelve agreed to be taught; those without e-mail by telephone."""
    with as_of(here.at(SEMINAR + 25)) as at:
        consents.load_texts(now=at)
    text = ConsentText.objects.in_force().get(purpose=Purpose.LEARNING)
    for one in school().enrolled:
        person = here.cast[one.person]
        by_phone = person.channel == Channel.PHONE
        way, by = (ConsentWay.PHONE, here.by) if by_phone else (ConsentWay.WEB, person)
        with as_of(here.at(SEMINAR - 1)) as at:
            consents.give(person, text, way=way, by=by, now=at)


def mentor(here: Village, person: Person, territory: Territory, group: Cohort) -> None:
    with as_of(here.at(SEMINAR - 6)) as began:
        cohorts.enrol(
            group, person=person, territory=territory, part=Part.MENTOR, by=here.by, now=began
        )


def graduate(here: Village, one: Alumnus, group: Cohort) -> None:
    """Last year's project: of most only the title and the money are told."""
    person, territory = here.cast[one.key], here.territories[one.territory.name]
    with as_of(here.at(390)) as began:
        project = projects.bring_in(one.brief_now(), territory, by=person, now=began)
        enrolment = cohorts.enrol(
            group, person=person, territory=territory, project=project, by=here.by, now=began
        )
    with as_of(here.at(265)) as over:
        cohorts.change_status(enrolment, Status.GRADUATED, by=here.by, now=over)
    ring(here, enrolment, one.note)


def register_applicants(here: Village) -> None:
    """Who came to the seminar and got an answer: the centre knows them for the next time."""
    for one in intake():
        with as_of(here.at(SEMINAR)):
            person = people.add_person(**one.person._asdict(), centre=here.centre, by=here.by)
        person.about = f"{one.territory.centre}: {one.answer}"
        person.is_demonstration, person.joined_at = True, here.at(SEMINAR)
        person.save(update_fields=["about", "is_demonstration", "joined_at"])
