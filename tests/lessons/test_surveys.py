"""Questionnaires after a day: answered once, without a way back to the person."""

import json
import re
from datetime import timedelta
from random import Random

import pytest
import time_machine
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.utils import timezone

from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.lessons import questions
from peremena.lessons.letters import SAYS
from peremena.lessons.models import Session, Sign, Survey, SurveyAnswer, SurveyTaken
from peremena.lessons.questions import Hidden, Kind, Question
from peremena.lessons.services import surveys
from peremena.mail.models import Letter
from tests.factories import NOON, PersonFactory

from .school import school
from .test_attendance import day_of

DAY = NOON.date()
ASKED = [
    Question("q1", Kind.SCALE, "Полезно?"),
    Question("q2", Kind.CHOICE, "Темп?", ("медленно", "быстро")),
    Question("q3", Kind.WORDS, "Чего не хватило?"),
]


@pytest.fixture
def place(db):
    return school()


def ask(place, *, anonymous=True):
    return surveys.ask(
        day_of(place), ASKED, is_anonymous=anonymous, closes_on=DAY + timedelta(days=3),
        by=place.staff, now=NOON,
    )  # fmt: skip


def take(survey, person, mark="5", words="", seed=1):
    answers = {"q1": mark, "q3": words}
    surveys.take(survey, person, answers, today=DAY, chance=Random(seed))


@pytest.mark.parametrize(
    ("answers", "anonymous", "is_open", "expected"),
    [
        (0, True, False, Hidden.NONE), (4, True, False, Hidden.FEW), (5, True, False, None),
        (50, True, True, Hidden.OPEN), (1, False, True, None), (0, False, True, Hidden.NONE),
    ],
)  # fmt: skip
def test_when_results_are_hidden(answers, anonymous, is_open, expected):
    assert questions.why_hidden(answers, is_anonymous=anonymous, is_open=is_open) is expected


def test_what_answers_come_to():
    said = [{"q1": "5", "q3": "кофе"}, {"q1": "4", "q2": "быстро"}, {"q3": "времени"}]

    scale, choice, words = questions.results(ASKED, said)

    assert (scale.mean, [one.number for one in scale.bars]) == (4.5, [1, 1, 0, 0, 0])
    assert [(one.label, one.number) for one in choice.bars] == [("медленно", 0), ("быстро", 1)]
    assert words.texts == ("времени", "кофе")


def test_everybody_gets_a_link_of_their_own_and_answers_once_without_signing_in(client, place):
    with time_machine.travel(NOON, tick=False):
        survey = ask(place)
        [letter] = Letter.objects.filter(kind="lessons.survey", person=place.head)
        link = letter.body[letter.body.index("/say/") :].split()[0]
        page = client.get(link)
        client.post(link, {"q1": "5", "q2": "быстро"})
        again = client.post(link, {"q1": "1"})

    assert "Без вашего имени" in page.text
    assert "ваш ответ получен" in again.text
    assert [one.answers for one in survey.answers.all()] == [{"q1": "5", "q2": "быстро"}]
    assert client.get("/say/1.1~forged/").status_code == 404


def test_nothing_kept_leads_from_an_answer_to_a_person(place):
    survey = ask(place)
    people = [place.head, place.activist, *PersonFactory.create_batch(6)]
    entries = Entry.objects.count()
    orders = set()
    for seed in range(3):
        SurveyTaken.objects.all().delete()
        SurveyAnswer.objects.all().delete()
        for number, person in enumerate(people):
            take(survey, person, words=f"слово {number}", seed=seed * 100 + number)
        with connection.cursor() as cursor:  # as they lie in the file
            cursor.execute("SELECT answers FROM lessons_surveyanswer")
            orders.add(tuple(json.loads(row[0])["q3"] for row in cursor.fetchall()))

    assert len(orders) > 1
    assert tuple(f"слово {number}" for number in range(8)) not in orders
    assert not survey.answers.exclude(person=None).exists()
    assert Entry.objects.count() == entries
    names = {field.name for field in SurveyAnswer._meta.concrete_fields}
    assert names == {"id", "survey", "person", "answers"}
    assert {field.name for field in SurveyTaken._meta.concrete_fields} == {"id", "survey", "person"}


def test_a_copy_of_all_data_and_an_erasure_do_not_lead_to_an_anonymous_answer(client, place):
    survey = ask(place)
    take(survey, place.activist, words="только моё")
    from peremena.desk.queries.personal import tables

    found = json.dumps(
        [list(table.rows) for table in tables(place.activist)], cls=DjangoJSONEncoder, default=str,
        ensure_ascii=False,
    )  # fmt: skip

    assert "только моё" not in found
    assert survey.taken.filter(person=place.activist).exists()


def test_staff_read_nothing_before_it_is_closed_nor_of_too_few(client, place):
    survey = ask(place)
    people = PersonFactory.create_batch(5)
    for number, person in enumerate(people[:4]):
        take(survey, person, words="кофе", seed=number)
    client.force_login(place.staff)
    page = f"/surveys/{survey.pk}/"

    with time_machine.travel(NOON, tick=False):
        before = client.get(page).text
        client.post(f"{page}close/")
        few = client.get(page).text
        Survey.objects.update(is_closed=False)
        take(survey, people[4])
        client.post(f"{page}close/")
        enough = client.get(page).text

    assert "кофе" not in before + few
    assert "Ответы откроются" in before
    assert "слишком мало" in few
    assert "кофе" in enough


def test_answers_with_names_stand_with_their_names(client, place):
    survey = ask(place, anonymous=False)
    take(survey, place.head, words="кофе")
    client.force_login(place.staff)

    assert place.head.full_name in client.get(f"/surveys/{survey.pk}/").text


def test_a_closed_one_takes_no_answer_and_a_second_is_refused(place):
    survey = ask(place)
    take(survey, place.head)
    with pytest.raises(Refused):
        take(survey, place.head)
    with pytest.raises(Refused):
        surveys.take(survey, place.activist, {"q1": "5"}, today=DAY + timedelta(days=4),
                     chance=Random(1))  # fmt: skip
    with pytest.raises(Refused):
        surveys.ask(survey.session, ASKED, is_anonymous=True, closes_on=DAY, by=place.staff,
                    now=NOON)  # fmt: skip

    assert survey.answers.count() == 1


def test_staff_put_it_together_from_usual_questions(client, place):
    session = day_of(place)
    client.force_login(place.staff)
    page = f"/sessions/{session.pk}/ask/"
    form = client.get(page)

    given = {f"kind{number}": "scale" for number in (1, 3, 4, 5)}
    given |= {"label1": "Полезно?", "label2": "Темп?", "kind2": "choice"}
    given |= {"options2": "да\nнет\nда", "is_anonymous": "on", "closes_on": "2026-11-26"}
    bad = client.post(page, given | {"options2": "да"})
    client.post(page, given)

    assert "Пригодится ли это вашему проекту?" in form.text
    assert bad.status_code == 422
    assert Survey.objects.get().questions[1]["options"] == ["да", "нет"]


def test_an_empty_answer_is_asked_about(client, place):
    survey = ask(place)
    token = SAYS.sign(f"{survey.pk}.{place.head.pk}")

    with time_machine.travel(NOON, tick=False):
        answer = client.post(f"/say/{token}/", {"q3": "  "})

    assert answer.status_code == 422
    assert not survey.taken.exists()


def remind(after):
    return surveys.remind(NOON + timedelta(days=after))


def reminded():
    letters = Letter.objects.filter(kind="lessons.survey-reminder").order_by("pk")
    return [(one.person, one.body) for one in letters]


def test_a_reminder_shows_nothing_of_who_has_answered_where_no_names_were_promised(place):
    survey = ask(place)
    asked = [one.person for one in Letter.objects.filter(kind="lessons.survey")]
    take(survey, place.head)

    early, due, again = remind(1), remind(2), remind(3)

    people, bodies = zip(*reminded(), strict=True)
    assert (early, due, again) == (0, 1, 0)
    assert set(people) == set(asked) > {place.head}
    assert len({re.sub(r"/say/\S+", "", body) for body in bodies}) == 1
    assert all("Без имени" in body for body in bodies)


def test_with_names_only_those_are_reminded_who_have_not_answered(place):
    survey = ask(place, anonymous=False)
    take(survey, place.head)

    remind(2)

    [(person, body)] = reminded()
    assert person == place.activist
    assert "Сотрудники школы видят" in body
    assert f"/say/{SAYS.sign(f'{survey.pk}.{person.pk}')}" in body


@pytest.mark.parametrize("anonymous", [True, False])
def test_nobody_is_reminded_of_a_letter_they_never_had(place, anonymous):
    survey = ask(place, anonymous=anonymous)
    Letter.objects.filter(person=place.activist).update(state="cancelled")
    late = PersonFactory()
    Sign.objects.create(
        session=survey.session, guest=late, presence="present", way="name", key="late", at=NOON,
        by=place.staff, received_at=NOON,
    )  # fmt: skip

    remind(2)

    assert late in surveys.who_is_asked(survey.session)
    assert [person for person, _body in reminded()] == [place.head]


@pytest.mark.parametrize(
    "why", ["all have answered", "closed", "asked today", "over", "the day is cancelled"]
)
def test_nobody_is_reminded_without_a_reason(place, why):
    survey = ask(place)
    if why == "all have answered":
        for person in (place.head, place.activist):
            take(survey, person)
    if why == "closed":
        surveys.close(survey, by=place.staff)
    if why == "the day is cancelled":
        Session.objects.update(cancelled_at=NOON)
    if why == "asked today":
        Survey.objects.update(asked_at=NOON + timedelta(days=2))

    remind(4 if why == "over" else 2)

    assert reminded() == []


def test_a_reminder_does_not_ring_at_night(place):
    ask(place)

    surveys.remind(NOON + timedelta(days=2, hours=17))

    sent = Letter.objects.filter(kind="lessons.survey-reminder")
    assert all(timezone.localtime(one.send_after).hour >= 8 for one in sent)
    assert len(sent) == 2
