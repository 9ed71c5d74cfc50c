"""Twins of a territory with what they have solved, and cases about the same worries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peremena.impact.queries.results import published
from peremena.people.models import Person
from peremena.places import sayings
from peremena.places.models import Territory
from peremena.places.queries import twins as places
from peremena.places.themes import themes
from peremena.projects import cases
from peremena.projects import queries as projects
from peremena.projects.cases import Card
from peremena.projects.models import Project

MOST_CASES = 6
MOST_SOLVED = 3


@dataclass(frozen=True)
class Solved:
    """A project that was given money, by its title and the year of the decision."""

    title: str
    year: int


@dataclass(frozen=True)
class TwinShown:
    territory: Territory
    reasons: Sequence[str]
    solved: Sequence[Solved]
    has_page: bool


@dataclass(frozen=True)
class Twins:
    """`worries`: what one's own territory is looked up by, as people call it."""

    twins: Sequence[TwinShown]
    cases: Sequence[Card]
    worries: Sequence[str]


def twins(territory: Territory, person: Person) -> Twins:
    said = worries_of(territory, person)
    own = places.own_profile(territory, said)
    found = places.twins(territory, worries=said)
    solved = solved_by([one.territory for one in found])
    return Twins(
        twins=[
            TwinShown(
                one.territory,
                [words for reason in one.twin.reasons if (words := sayings.reason(reason))],
                solved.get(one.territory.pk, ()),
                one.has_page,
            )
            for one in found
        ],
        cases=cases_about(own.themes),
        worries=[str(sayings.THEMES[theme]) for theme in sorted(own.themes)],
    )


def worries_of(territory: Territory, person: Person) -> Sequence[str]:
    """What the last written project of the territory says of its problem, if the person sees it."""
    visible = Project.objects.visible_to(person).filter(territory=territory)
    project = visible.order_by("-changed_at").first()
    if project is None:
        return ()
    problem = projects.brief_of(project).problem
    return [text for text in (problem.core, *(cause.text for cause in problem.causes)) if text]


def solved_by(territories: Sequence[Territory]) -> Mapping[int, Sequence[Solved]]:
    """Only what the public page of results says too: verified, whoever's it is."""
    won = published(None).filter(territory__in=territories).select_related("project")
    found: dict[int, list[Solved]] = defaultdict(list)
    for award in won.order_by("-decided_on"):
        listed = found[award.territory_id]
        one = Solved(award.project.title, award.decided_on.year)
        if one.title and one not in listed and len(listed) < MOST_SOLVED:
            listed.append(one)
    return found


def cases_about(wanted: frozenset[str]) -> Sequence[Card]:
    """The library's cases that touch the same worries, those that touch most of them first."""
    touched = {card.id: len(wanted & about(card)) for card in cases.all_cards() if card.rural}
    near = [card for card in cases.all_cards() if touched.get(card.id)]
    return sorted(near, key=lambda card: -touched[card.id])[:MOST_CASES]


def about(card: Card) -> frozenset[str]:
    return frozenset(themes(card.title, card.summary, card.justification, *card.goals))
