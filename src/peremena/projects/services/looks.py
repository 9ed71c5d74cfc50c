"""Who looked at what: the last look at a project, and the page somebody is on. No journal."""

from datetime import datetime

from peremena.people.models import Person
from peremena.projects.brief import Section
from peremena.projects.models import Look, Project


def look(project: Project, person: Person, *, now: datetime) -> None:
    """One statement, so that reading a page does not hold up those who write."""
    Look.objects.bulk_create(
        [Look(project=project, person=person, at=now)],
        update_conflicts=True,
        unique_fields=["project", "person"],
        update_fields=["at"],
    )


def read_all(project: Project, person: Person, *, until: datetime, now: datetime) -> None:
    """Everything up to that moment is read; what came later still counts as new."""
    Look.objects.bulk_create(
        [Look(project=project, person=person, at=now, read_at=min(until, now))],
        update_conflicts=True,
        unique_fields=["project", "person"],
        update_fields=["read_at"],
    )


def be_at(project: Project, section: Section, person: Person, *, now: datetime) -> None:
    """Others see who is at work on which page. One row a person and project, always the same."""
    Look.objects.bulk_create(
        [Look(project=project, person=person, at=now, section=section, here_at=now)],
        update_conflicts=True,
        unique_fields=["project", "person"],
        update_fields=["section", "here_at"],
    )
    project.memberships.of(person).update(seen_at=now, seen_section=section)
