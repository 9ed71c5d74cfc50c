"""Talks of all projects in which a person has a part, and whom a note may ask."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from peremena.drafts.models import Comment
from peremena.drafts.waiting import Word, waits_for
from peremena.people.abilities import OF_ROLE, Ability, Role
from peremena.people.models import Person, RoleHeld
from peremena.places.models import Post
from peremena.projects.brief import Section
from peremena.projects.models import Membership, Project

from .insight import words_of

MOST = 200
ADVISERS = [role.value for role, can in OF_ROLE.items() if Ability.ADVISE_PROJECTS in can]
EXPERTS = [Role.EXPERT.value, Role.MENTOR.value]


@dataclass(frozen=True)
class OpenTalk:
    """`waits_for`: who has to speak next, None when nobody by name."""

    first: Comment
    last: Comment
    project: Project
    section: Section
    title: str
    waits_for: int | None


@dataclass(frozen=True)
class Mine:
    """`for_me` waits for this person's word, `for_others` for somebody else's."""

    for_me: Sequence[OpenTalk]
    for_others: Sequence[OpenTalk]


def addressable(project: Project) -> QuerySet[Person]:
    """The team, the head of the territory, experts to whom it is shown, staff who spoke here."""
    team = project.memberships.current().values("person")
    heads = Post.objects.current().filter(territory=project.territory_id, is_head=True)
    spoke = Comment.objects.filter(draft__project_section__project=project).values("author")
    offices = RoleHeld.objects.current().filter(centre=project.centre_id, role__in=ADVISERS)
    advisers = Q(person__in=spoke)
    if project.is_shown_to_experts:
        advisers |= Q(role__in=EXPERTS)
    people = Person.objects.filter(
        Q(pk__in=team)
        | Q(pk__in=heads.values("person"))
        | Q(pk__in=offices.filter(advisers).values("person"))
    )
    return people.filter(is_active=True, erased_at=None).order_by("name", "surname", "pk")


def mine(person: Person) -> Mine:
    """The one that waits longest first. Three queries."""
    teams = set(Membership.objects.of(person).values_list("project", flat=True))
    talks = list(open_talks(with_part_of(person, teams)))
    for_me = [talk for talk in talks if is_for(person, talk, teams)]
    others = [talk for talk in talks if talk not in for_me and has_spoken(person, talk)]
    return Mine(for_me, others)


def with_part_of(person: Person, teams: set[int]) -> QuerySet[Comment]:
    said = Q(author=person) | Q(to=person) | Q(answers__author=person) | Q(answers__to=person)
    in_team = Q(draft__project_section__project__in=teams)
    visible = Project.objects.visible_to(person)
    rows = Comment.objects.filter(draft__project_section__project__in=visible.values("pk"))
    return rows.filter(said | in_team, parent=None, closed_at=None).distinct()


def open_talks(comments: QuerySet[Comment]) -> Iterator[OpenTalk]:
    rows = comments.select_related("author", "to", "draft__project_section__project")
    for first in rows.prefetch_related("answers__author").order_by("at", "pk")[:MOST]:
        words = sorted([first, *first.answers.all()], key=lambda word: (word.at, word.pk))
        page = first.draft.project_section
        yield OpenTalk(
            first=first,
            last=words[-1],
            project=page.project,
            section=Section(page.name),
            title=words_of(Section(page.name)).title,
            waits_for=waits_for([Word(word.author_id, word.to_id) for word in words]),
        )


def is_for(person: Person, talk: OpenTalk, teams: set[int]) -> bool:
    """Asked by name or answered; what asks nobody by name is for the whole team."""
    if talk.last.author_id == person.pk:
        return False
    return talk.waits_for == person.pk or (talk.waits_for is None and talk.project.pk in teams)


def has_spoken(person: Person, talk: OpenTalk) -> bool:
    return person.pk in {talk.first.author_id, talk.last.author_id}
