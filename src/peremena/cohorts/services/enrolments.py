"""Coming into a cohort, what becomes of somebody there, and calls to them."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from peremena.cohorts import rules, words
from peremena.cohorts.models import Cohort, ContactNote, Enrolment
from peremena.cohorts.rules import Part, Refusal, Status
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people import services as people
from peremena.people.abilities import Role
from peremena.people.models import Person
from peremena.places import services as places
from peremena.places.models import Territory
from peremena.projects.models import Project

ROLES = {Part.LEARNER: Role.HEAD, Part.MENTOR: Role.MENTOR}


@transaction.atomic
def enrol(
    cohort: Cohort,
    *,
    person: Person,
    territory: Territory,
    project: Project | None = None,
    part: Part = Part.LEARNER,
    by: Person,
    now: datetime,
) -> Enrolment:
    """The centre knows the person and works with the territory from now on."""
    cohort = locked(cohort)
    demand(cohort.why_not_enrol(person, territory, part))
    moment = {"status_since": now, "enrolled_at": now, "enrolled_by": by}
    enrolment = cohort.enrolments.create(person=person, territory=territory, part=part, **moment)
    enrolment.changes.create(status=Status.LEARNING, at=now, by=by)
    record(by, "cohorts.enrolment.made", enrolment, cohort=cohort.pk, part=part)
    let_in(enrolment, by=by, now=now)
    if project:
        attach_project(enrolment, project, by=by)
    return enrolment


def let_in(enrolment: Enrolment, *, by: Person, now: datetime) -> None:
    """The role that goes with the part; a learner keeps the passport of the territory."""
    part, centre = Part(enrolment.part), enrolment.cohort.programme.centre
    people.give_role(enrolment.person, ROLES[part], centre=centre, now=now, by=by)
    places.take_care(enrolment.territory, centre, now=now, by=by)
    if part is Part.LEARNER:
        places.admit(enrolment.territory, enrolment.person, now=now, by=by)


@transaction.atomic
def attach_project(enrolment: Enrolment, project: Project, *, by: Person) -> None:
    """The project stands beside the person from now on, and the centre's staff see it."""
    cohort = locked(enrolment.cohort)
    project = Project.objects.select_for_update().get(pk=project.pk)
    centre = cohort.programme.centre_id
    beside = cohort.enrolments.sitting().filter(project=project, part=enrolment.part)
    demand(
        rules.why_not_attach(
            in_team=project.memberships.role_of(enrolment.person) is not None,
            of_other_centre=project.centre_id not in (None, centre),
            is_taken=beside.exclude(pk=enrolment.pk).exists(),
        )
    )
    enrolment.project = project
    enrolment.save(update_fields=["project"])
    project.centre_id = centre
    project.save(update_fields=["centre"])
    record(by, "cohorts.enrolment.project-attached", enrolment, project=project.pk)


@transaction.atomic
def change_status(
    enrolment: Enrolment, status: Status, *, reason: str = "", by: Person, now: datetime
) -> None:
    """Alumni stay; whoever leaves frees the place, and may come back to it while it is free."""
    cohort = locked(enrolment.cohort)
    enrolment.refresh_from_db()
    old, part = Status(enrolment.status), Part(enrolment.part)
    demand(rules.why_not_become(old, status, reason))
    if old is Status.LEFT:
        taken = cohort.is_taken(enrolment.territory)
        demand(rules.why_not_sit(part, free=cohort.free_places, territory_taken=taken))
        let_in(enrolment, by=by, now=now)
    enrolment.status, enrolment.status_since = status, now
    enrolment.save(update_fields=["status", "status_since"])
    enrolment.changes.create(status=status, reason=reason.strip(), at=now, by=by)
    if status is Status.LEFT and part is Part.MENTOR:
        dismiss(enrolment, by=by, now=now)
    record(by, "cohorts.enrolment.status-changed", enrolment, before=old, after=status)


def dismiss(enrolment: Enrolment, *, by: Person, now: datetime) -> None:
    """Who is nobody's mentor in the centre any more sees its projects no more."""
    centre = enrolment.cohort.programme.centre
    still = enrolment.person.enrolments.sitting().filter(
        part=Part.MENTOR, cohort__programme__centre=centre
    )
    if not still.exists():
        people.take_role(enrolment.person, Role.MENTOR, centre=centre, now=now, by=by)


@transaction.atomic
def note_contact(
    enrolment: Enrolment,
    *,
    has_answered: bool,
    text: str = "",
    minutes: int | None = None,
    next_on: date | None = None,
    is_done: bool = False,
    by: Person,
    now: datetime,
) -> ContactNote:
    """What was said; calls that were due before are done with. Nobody answered: ring tomorrow."""
    today = timezone.localdate(now)
    enrolment.notes.filter(is_done=False).update(is_done=True)
    next_call = rules.ring_again(today, next_on, answered=has_answered, is_done=is_done)
    note = enrolment.notes.create(
        at=now,
        by=by,
        has_answered=has_answered,
        text=text.strip(),
        minutes=minutes,
        next_on=next_call,
        is_done=next_call is None,
    )
    record(by, "cohorts.contact.noted", enrolment, answered=has_answered, next_on=next_call)
    return note


def locked(cohort: Cohort) -> Cohort:
    """Nobody else takes a place meanwhile."""
    cohorts = Cohort.objects.select_related("programme__centre").select_for_update(of=("self",))
    return cohorts.get(pk=cohort.pk)


def demand(refusal: Refusal | None) -> None:
    if refusal:
        raise Refused(words.REFUSALS[refusal])
