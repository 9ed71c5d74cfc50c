"""Who looked at what: the last look at a project, and the page somebody is on. No journal."""

from datetime import datetime

from ..brief import Section
from ..models import Look, Project
from peremena.people.models import Person


def look(project: Project, person: Person, *, now: datetime) -> None:
    Look.objects.update_or_create(project=project, person=person, defaults={"at": now})


def be_at(project: Project, section: Section, person: Person, *, now: datetime) -> None:
    """Others see who is at work on which page."""
    project.memberships.of(person).update(seen_at=now, seen_section=section)
