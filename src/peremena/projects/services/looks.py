"""Who looked at what: the last look at a project, and the page somebody is on. No journal."""

from datetime import datetime

from peremena.people.models import Person
from peremena.projects.brief import Section
from peremena.projects.models import Look, Project


def look(project: Project, person: Person, *, now: datetime) -> None:
    Look.objects.update_or_create(project=project, person=person, defaults={"at": now})


def be_at(project: Project, section: Section, person: Person, *, now: datetime) -> None:
    """Others see who is at work on which page."""
    project.memberships.of(person).update(seen_at=now, seen_section=section)
