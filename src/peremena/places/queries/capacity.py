"""Neighbours' answers as the pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from peremena.kit import paging
from peremena.places.capacity import QUESTIONS, Question
from peremena.places.models import Questionnaire, Resource, Territory

PAGE = 30


@dataclass(frozen=True)
class Answered:
    """`resource`: what the answer has become on the map, None as yet."""

    question: Question
    text: str
    resource: Resource | None


def asked_in(territory: Territory, *, after: str) -> paging.Listed[Questionnaire]:
    made = territory.questionnaires.annotate(on_map=Count("resources")).defer("phone")
    return paging.page(made, by=("-made_at", "-pk"), after=after, size=PAGE)


def answers(questionnaire: Questionnaire) -> Sequence[Answered]:
    """In the order of the questions; the ones left out are not shown."""
    there = {one.story: one for one in questionnaire.resources.filter(removed_at=None)}
    return [
        Answered(question, said, there.get(said))
        for question in QUESTIONS
        if (said := questionnaire.answers.get(question.key, ""))
    ]


def first_unanswered(questionnaire: Questionnaire) -> int:
    """The number of the question to go on with, after the last that was answered; from 1."""
    said = [
        place
        for place, question in enumerate(QUESTIONS, 1)
        if questionnaire.answers.get(question.key)
    ]
    return min(max(said, default=0) + 1, len(QUESTIONS))
