"""Several projects at once: as few queries for fifty as for one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import BigIntegerField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from peremena.drafts.models import Comment
from peremena.projects import checks, workshop
from peremena.projects.brief import Section
from peremena.projects.checks import Circumstances
from peremena.projects.models import Membership, Project, PutAside
from peremena.projects.models import Section as Page

from .insight import Insight


@dataclass(frozen=True)
class Talk:
    """An open note: who `begun_by` it, when the last word was said, who has to answer."""

    at: datetime
    begun_by: int
    waits_for_team: bool


def insights(projects: Iterable[Project], circumstances: Circumstances) -> dict[int, Insight]:
    """What the checks say of each project, by its pk. Two queries."""
    keys = [project.pk for project in projects]
    pages: dict[int, dict[str, Page]] = defaultdict(dict)
    for page in Page.objects.filter(project__in=keys).select_related("draft"):
        pages[page.project_id][page.name] = page
    aside: dict[int, dict[str, PutAside]] = defaultdict(dict)
    for one in PutAside.objects.filter(project__in=keys):
        aside[one.project_id][f"{one.rule}:{one.field}"] = one
    return {key: _insight(pages[key], aside[key], circumstances) for key in keys}


def _insight(
    pages: Mapping[str, Page], aside: Mapping[str, PutAside], circumstances: Circumstances
) -> Insight:
    contents = {section: pages[section].draft.content for section in Section}
    brief = workshop.compose(contents)
    remarks = tuple(checks.check(brief, circumstances, language=get_language() or "ru"))
    return Insight(brief, contents, remarks, aside)


def talks(projects: Iterable[Project]) -> dict[int, list[Talk]]:
    """Open notes of each project, by its pk, the longest waiting first. Two queries."""
    keys = [project.pk for project in projects]
    members = set(
        Membership.objects.current().filter(project__in=keys).values_list("project_id", "person_id")
    )
    found: dict[int, list[Talk]] = defaultdict(list)
    for project, begun_by, by, at in last_words(keys):
        talk = Talk(at, begun_by, waits_for_team=(project, by) not in members)
        found[project].append(talk)
    return found


def last_words(projects: Iterable[int]) -> QuerySet[Comment, tuple[int, int, int, datetime]]:
    """Project, first and last author and time of the last word of every open note, oldest first."""
    answers = Comment.objects.filter(parent=OuterRef("pk")).order_by("-at", "-pk")
    notes = Comment.objects.filter(
        draft__project_section__project__in=projects, parent=None, closed_at=None
    )
    return (
        notes.annotate(
            said_by=Coalesce(
                Subquery(answers.values("author")[:1]), F("author"), output_field=BigIntegerField()
            ),
            said_at=Coalesce(Subquery(answers.values("at")[:1]), F("at")),
        )
        .order_by("said_at", "pk")
        .values_list("draft__project_section__project", "author", "said_by", "said_at")
    )
