"""What a field offers to begin with: phrases, what stands elsewhere already, real cases. Pure.

Nothing is written instead of people: a phrase breaks off where their own words begin, and what is
carried over is their own sum, name or day.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from peremena.kit.fields import Start
from peremena.kit.typesetting import day, number

from .brief import Brief
from .cases.briefs import as_brief, profile_of
from .cases.cards import Card, all_cards
from .checks import phrases as known_phrases
from .checks import text

FILE = Path(__file__).parent / "texts" / "starts.toml"
MOST_CASES = 2
LONGEST = 200


@dataclass(frozen=True)
class Story:
    """What a real project wrote in this field."""

    text: str
    card: Card


def phrases(profile: str | None) -> Mapping[str, tuple[Start, ...]]:
    """By the key of a field; a brief that does not say its profile is read as one for an NPO."""
    return {key: tuple(map(begun, lines)) for key, lines in _phrases(profile or "ngo").items()}


def begun(phrase: str) -> Start:
    return Start(f"{phrase.strip()}…", phrase)


@cache
def _phrases(profile: str) -> Mapping[str, list[str]]:
    content = tomllib.loads(FILE.read_text("utf-8"))
    return content["all"] | content.get(profile, {})


@cache
def stories(profile: str | None, case: str = "") -> Mapping[str, tuple[Story, ...]]:
    """By the key of a field, from cases of the same profile but the one the project began as."""
    found: dict[str, list[Story]] = {}
    alike = [one for one in all_cards() if profile_of(one) == (profile or "ngo") and one.id != case]
    for card in alike:
        for key, said in _said(card):
            if len(said) <= LONGEST and all(story.card != card for story in found.get(key, [])):
                found.setdefault(key, []).append(Story(said, card))
    return {key: tuple(said[:MOST_CASES]) for key, said in found.items()}


def _said(card: Card) -> Iterator[tuple[str, str]]:
    brief = as_brief(card)
    yield "project.title", card.title
    yield "project.summary", card.summary
    yield from (("goal.text", goal) for goal in card.goals)
    yield from (("tasks.text", task.text or "") for task in brief.tasks)
    yield from (("groups.who", group.who or "") for group in brief.groups)


def carried(brief: Brief) -> Mapping[str, Start]:
    """By path, what follows from what stands elsewhere in the brief."""
    return dict([*_sums(brief), *_letters(brief), *_days(brief)])


def _sums(brief: Brief) -> Iterator[tuple[str, Start]]:
    for line in brief.budget:
        if line.qty and line.price:
            reckoned = line.qty * line.price
            label = f"{number(line.qty)} × {number(line.price)} = {number(reckoned)} ₽"
            yield f"budget.{line.id}.sum", Start(label, number(reckoned))
    for partner in brief.partners:
        lines = [line for line in brief.budget if line.partner == partner.id]
        if given := sum(line.sum or 0 for line in lines):
            yield f"partners.{partner.id}.money", Start(f"{number(given)} ₽", number(given))


def _letters(brief: Brief) -> Iterator[tuple[str, Start]]:
    led = (one.person for one in brief.team if text.found(known_phrases.LEADS, one.role))
    leader = next(led, None)
    for partner in brief.partners:
        letter = f"partners.{partner.id}.letter"
        if brief.project.title:
            yield f"{letter}.title", Start(brief.project.title, brief.project.title)
        if leader:
            yield f"{letter}.leader", Start(leader, leader)
        if partner.money:
            yield f"{letter}.sum", Start(f"{number(partner.money)} ₽", number(partner.money))


def _days(brief: Brief) -> Iterator[tuple[str, Start]]:
    if brief.project.end:
        yield "goal.deadline", Start(day(brief.project.end), brief.project.end.isoformat())
