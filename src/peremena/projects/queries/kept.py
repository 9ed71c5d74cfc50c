"""Which pages of one's projects a phone should have without a network."""

from collections.abc import Iterator

from django.urls import reverse

from peremena.kit.keeping import Kept
from peremena.people.models import Person
from peremena.projects.models import Project, Section

MOST = 3  # projects on one phone


def pages(person: Person) -> Iterator[Kept]:
    """Of the projects in whose team the person is, the newest first. Two queries."""
    projects = list(Project.objects.with_team_of(person).order_by("-changed_at")[:MOST])
    sections = Section.objects.filter(project__in=projects).select_related("draft").order_by("pk")
    by_project: dict[int, list[Section]] = {project.pk: [] for project in projects}
    for section in sections:
        by_project[section.project_id].append(section)
    for project in projects:
        changed = f"{project.changed_at.timestamp():.0f}"
        yield Kept(project.get_absolute_url(), changed)
        for section in by_project[project.pk]:
            address = reverse("projects:section", args=[project.pk, section.name])
            yield Kept(address, str(section.draft.version))
        for page in ("goal_formula", "tree", "goals"):
            yield Kept(reverse(f"projects:{page}", args=[project.pk]), changed)
        yield Kept(reverse("projects:remarks", args=[project.pk]), changed)
