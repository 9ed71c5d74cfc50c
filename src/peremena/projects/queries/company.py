"""The people around a project: the team, who is at work, what others wrote and said."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import BigIntegerField, Case, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from peremena.drafts.models import Comment, Revision
from peremena.people.models import Person
from peremena.projects.brief import Section
from peremena.projects.models import Membership, Project
from peremena.projects.rules import TeamRole

from .insight import words_of

AT_WORK = timedelta(minutes=5)
SHOWN_CHANGES = 6
SHOWN_COMMENTS = 5


@dataclass(frozen=True)
class Change:
    """Somebody wrote on a page since this person last looked."""

    who: Person
    on_behalf_of: Person | None
    section: Section
    title: str
    at: datetime


def changes(project: Project, person: Person, since: datetime) -> list[Change]:
    """What others wrote since then, the newest first, one line for a person and a page."""
    revisions = (
        Revision.objects.filter(draft__project_section__project=project, at__gt=since)
        .exclude(author=person)
        .select_related("author", "on_behalf_of", "draft__project_section")
        .order_by("-at")[:50]
    )
    lines: dict[tuple[int, str], Change] = {}
    for revision in revisions:
        name = revision.draft.project_section.name
        title = words_of(Section(name)).title
        line = Change(revision.author, revision.on_behalf_of, Section(name), title, revision.at)
        lines.setdefault((revision.author_id, name), line)
    return list(lines.values())[:SHOWN_CHANGES]


def team(project: Project) -> list[Membership]:
    order = list(TeamRole)
    members = project.memberships.current().select_related("person").order_by("joined_at")
    return sorted(members, key=lambda member: order.index(TeamRole(member.role)))


def at_work(members: list[Membership], person: Person, now: datetime) -> list[Membership]:
    """Who else opened a page of this project within the last five minutes."""
    return [
        member
        for member in members
        if member.person_id != person.pk and member.seen_at and now - member.seen_at < AT_WORK
    ]


def changes_since_last_look(project: Project, person: Person) -> list[Change]:
    """Nothing at the first look: then everything is new anyway."""
    last = project.looks.filter(person=person).first()
    return changes(project, person, last.at) if last else []


def waiting_comments(project: Project, person: Person) -> list[Comment]:
    """Open notes in which somebody else had the last word and asks this person or nobody by name.

    The newest first.
    """
    answers = Comment.objects.filter(parent=OuterRef("pk")).order_by("-at", "-pk")
    last_word_by = Coalesce(
        Subquery(answers.values("author")[:1]), F("author"), output_field=BigIntegerField()
    )
    last_asks = Case(
        When(Exists(answers), then=Subquery(answers.values("to")[:1])),
        default=F("to"),
        output_field=BigIntegerField(),
    )
    comments = (
        Comment.objects.filter(draft__project_section__project=project, parent=None, closed_at=None)
        .alias(last_word_by=last_word_by, last_asks=last_asks)
        .filter(Q(last_asks=None) | Q(last_asks=person.pk))
        .exclude(last_word_by=person.pk)
    )
    return list(
        comments.select_related("author", "draft__project_section").order_by("-at")[:SHOWN_COMMENTS]
    )
