"""A questionnaire after a day: asked, answered once, closed."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from peremena.journal.services import record
from peremena.lessons import letters, questions, rules
from peremena.lessons.models import Session, Survey, SurveyAnswer, SurveyTaken
from peremena.lessons.queries import roll
from peremena.lessons.questions import Question
from peremena.lessons.rules import Refusal
from peremena.people.models import Person

from .demands import demand

BEFOREHAND = timedelta(days=1)
A_WHILE = timedelta(days=1)  # whoever has just been asked needs no reminder


@transaction.atomic
def ask(
    session: Session,
    asked: Sequence[Question],
    *,
    is_anonymous: bool,
    closes_on: date,
    by: Person,
    now: datetime,
) -> Survey:
    """Everybody who was there gets a letter with a link; all of the list where nobody was noted."""
    Session.objects.select_for_update(of=("self",)).get(pk=session.pk)
    demand(Refusal.ASKED_ALREADY if Survey.objects.filter(session=session).exists() else None)
    demand(None if asked else Refusal.NO_QUESTIONS)
    survey = Survey.objects.create(
        session=session,
        questions=questions.stored(asked),
        is_anonymous=is_anonymous,
        closes_on=closes_on,
        asked_at=now,
    )
    there = who_is_asked(session)
    letters.survey(survey, there, now=now)
    record(by, "lessons.survey.asked", session, letters=len(there), anonymous=is_anonymous)
    return survey


def who_is_asked(session: Session) -> list[Person]:
    listed = roll.roll(session).rows
    return [one.person for one in listed if one.is_there] or [one.person for one in listed]


@transaction.atomic
def remind(now: datetime) -> int:
    """Of questionnaires that end today or tomorrow, once each. How many.

    Where no names were promised everybody who was asked gets the letter, whether they have
    answered or not: else it would show who has not. Nobody gets it when all have answered."""
    today = timezone.localdate(now)
    near = Survey.objects.select_for_update(of=("self",)).filter(
        Q(asked_at=None) | Q(asked_at__lt=now - A_WHILE),
        is_closed=False,
        reminded_at=None,
        closes_on__gte=today,
        closes_on__lte=today + BEFOREHAND,
        session__cancelled_at=None,
    )
    due = [(one, who_waits(one)) for one in near.select_related("session__cohort").order_by("pk")]
    for survey, people in due:
        survey.reminded_at = now
        survey.save(update_fields=["reminded_at"])
        letters.survey_reminder(survey, people, now=now)
    return sum(bool(people) for _survey, people in due)


def who_waits(survey: Survey) -> list[Person]:
    asked = letters.who_was_asked(survey) if survey.asked_at else who_is_asked(survey.session)
    answered = set(survey.taken.values_list("person", flat=True))
    left = [one for one in asked if one.pk not in answered]
    return asked if left and survey.is_anonymous else left


@transaction.atomic
def take(
    survey: Survey, person: Person, answers: Mapping[str, Any], *, today: date, chance: Random
) -> None:
    """Once. No line of the journal: its time would lead to the person.

    Where anonymity was promised, all answers are written anew in an order of chance, so that the
    last row is not the last person's."""
    survey.refresh_from_db(from_queryset=Survey.objects.select_for_update())
    demand(rules.why_not_answer_survey(
        is_open=is_open(survey, today), has_answered=survey.taken.filter(person=person).exists()
    ))  # fmt: skip
    SurveyTaken.objects.create(survey=survey, person=person)
    if not survey.is_anonymous:
        row = SurveyAnswer(id=new_id(chance), survey=survey, person=person, answers=dict(answers))
        row.save(force_insert=True)
        return
    said = [*survey.answers.values_list("answers", flat=True), dict(answers)]
    chance.shuffle(said)
    survey.answers.all().delete()
    SurveyAnswer.objects.bulk_create(
        SurveyAnswer(id=new_id(chance), survey=survey, answers=one) for one in said
    )


def new_id(chance: Random) -> uuid.UUID:
    return uuid.UUID(int=chance.getrandbits(128), version=4)


def is_open(survey: Survey, today: date) -> bool:
    return rules.is_survey_open(survey.closes_on, today, is_closed=survey.is_closed)


@transaction.atomic
def close(survey: Survey, *, by: Person) -> None:
    """From now on nobody answers, and what was said may be read."""
    survey.is_closed = True
    survey.save(update_fields=["is_closed"])
    record(by, "lessons.survey.closed", survey.session)
