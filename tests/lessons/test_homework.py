"""Homework is what the team writes anyway: handed in once, frozen, returned, handed in again."""

from datetime import date, timedelta

import pytest

from peremena.drafts import services as drafts
from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.lessons.models import Handed, Task
from peremena.lessons.queries import homework as queries
from peremena.lessons.queries import open_homework, reading
from peremena.lessons.services import homework
from peremena.lessons.services.homework import Given
from peremena.mail.models import Letter
from peremena.projects.rules import TeamRole
from tests.factories import NOON, PersonFactory, example, member_of

from .school import school

pytestmark = pytest.mark.django_db

GOAL = Given("Напишите цель", "section", "goal", due_on=date(2026, 11, 26))


@pytest.fixture
def place():
    return school(brief=example())


def hand_in(place, given=GOAL, by=None):
    known = Task.objects.filter(title=given.title).first()
    task = known or homework.give(place.lesson, given, by=place.staff)
    return homework.hand_in(task, place.enrolment, by=by or place.head, now=NOON)


def answer(handed, place, *, accepts, words=""):
    homework.answer(handed, accepts=accepts, words=words, by=place.staff, now=NOON)


def rewrite(handed, place, words):
    draft = handed.draft
    content = {"goal": {**draft.content["goal"], "text": words}}
    drafts.replace(draft, content, by=place.head, now=NOON)


def test_a_task_leads_to_the_section_and_is_handed_in_from_its_page(client, place):
    client.force_login(place.staff)
    told = {"title": "Напишите цель", "where": "section:goal", "due_on": "2026-11-26"}
    page = client.post(f"/lessons/{place.lesson.pk}/tasks/new/", told).url

    client.force_login(place.activist)
    assert f"/projects/{place.enrolment.project_id}/goal/" in client.get(page).text
    client.post(f"{page}hand-in/{place.enrolment.pk}/")

    handed = Handed.objects.get()
    assert (handed.by, handed.state) == (place.activist, "handed-in")
    assert "ждёт ответа" in client.get(page).text
    lesson = client.get(place.lesson.get_absolute_url()).text
    assert "ждёт ответа" in lesson
    assert "Сделать задание" not in lesson
    client.force_login(place.staff)
    assert "Где команда это пишет: Цель — раздел проекта" in client.get(page).text
    assert "ждёт ответа" in client.get(f"/cohorts/{place.cohort.pk}/homework/").text


def test_a_team_hands_in_once_whoever_presses(client, place):
    hand_in(place)

    with pytest.raises(Refused):
        hand_in(place)
    with pytest.raises(Refused):
        hand_in(place, by=place.activist)

    assert Handed.objects.count() == 1
    assert Entry.objects.filter(deed="lessons.homework.handed-in").count() == 1


def test_what_is_written_later_does_not_change_what_was_handed_in(place):
    handed = hand_in(place)
    before = reading.frozen(handed).parts

    rewrite(handed, place, "Совсем другие слова")

    after = reading.frozen(Handed.objects.get())
    assert (after.parts, after.moved_on, bool(before)) == (before, True, True)


def test_what_was_handed_in_outlives_the_thinning_of_old_versions(place):
    rewrite(hand_in(place), place, "Слова перед сдачей")
    Handed.objects.all().delete()
    handed = hand_in(place)
    rewrite(handed, place, "Слова через минуту после сдачи")

    handed.draft.revisions.update(source="web")
    drafts.thin(handed.draft, before=NOON + timedelta(days=400))

    assert "Слова перед сдачей" in str(reading.frozen(Handed.objects.get()).parts)


def test_a_returned_one_is_handed_in_again_with_the_new_words_marked(place):
    handed = hand_in(place)
    answer(handed, place, accepts=False, words="Скажите, что изменится.")
    rewrite(handed, place, "Вечером в клубе снова занятия")

    again = hand_in(place)

    assert (again.pk, again.state, len(again.answers)) == (handed.pk, "handed-in", 1)
    marked = [
        answer
        for part in reading.frozen(again).parts
        for answer in part.answers
        if any(piece.kind for piece in answer.pieces)
    ]
    assert len(marked) == 1
    assert "Вечером" in str(marked)
    answer(again, place, accepts=True)
    with pytest.raises(Refused):
        hand_in(place)
    assert [one["state"] for one in Handed.objects.get().answers] == ["returned", "accepted"]


def test_whoever_returns_says_what_to_change_and_only_once(client, place):
    handed = hand_in(place)
    client.force_login(place.staff)
    page = f"/homework/{handed.pk}/"

    assert client.get(page).status_code == 200
    assert client.post(page, {"do": "return", "words": " "}).status_code == 409
    assert client.post(page, {"do": "return", "words": "Короче."}).status_code == 302
    assert client.post(page, {"do": "accept"}).status_code == 409


def test_the_team_learns_of_it_by_letters_that_can_wait(place):
    answer(hand_in(place), place, accepts=False, words="Скажите, что изменится.")

    told = Letter.objects.filter(kind="lessons.homework.returned")
    assert {one.person_id for one in told} == {place.head.pk, place.activist.pk}
    assert "Скажите, что изменится." in told[0].body
    assert {one.urgency for one in told} == {"can_wait"}


def test_the_staff_learn_that_something_waits_for_them(place):
    hand_in(place)

    [told] = Letter.objects.filter(kind="lessons.homework.to-answer")
    assert (told.person, told.urgency) == (place.staff, "can_wait")
    assert f"/homework/{Handed.objects.get().pk}/" in told.body


def test_the_section_says_that_it_is_homework_and_who_may_hand_in_or_answer(client, place):
    task = homework.give(place.lesson, GOAL, by=place.staff)
    page = f"/projects/{place.enrolment.project_id}/goal/"

    client.force_login(place.head)
    assert f'href="{task.get_absolute_url()}"' in client.get(page).text
    client.force_login(place.staff)
    assert "Задание занятия" not in client.get(page).text
    handed = hand_in(place)
    assert f'action="{handed.get_absolute_url()}"' in client.get(page).text
    client.force_login(member_of(place.enrolment.project, TeamRole.READER))
    assert "Задание занятия" not in client.get(page).text


def test_homework_that_presses_is_the_next_step_of_the_path(client, place):
    homework.give(place.lesson, Given("Без срока", "section", "tasks"), by=place.staff)
    task = homework.give(place.lesson, GOAL, by=place.staff)

    own = open_homework.own(place.activist, date(2026, 11, 20))
    assert (own.next.task, [one.task.title for one in own.rest]) == (task, ["Без срока"])
    assert open_homework.own(place.activist, date(2026, 11, 1)).next is None

    handed = hand_in(place)
    client.force_login(place.head)
    assert "ждёт ответа" in client.get("/path/").text
    answer(handed, place, accepts=False, words="Скажите, что изменится.")
    assert "Скажите, что изменится." in client.get("/path/").text


def test_what_was_handed_in_is_read_in_words_row_by_row(place):
    handed = hand_in(place, Given("Люди", "section", "team"))

    told = reading.frozen(handed).parts

    assert told[0].title == "Человек 1"
    said = " ".join(piece.text for part in told for one in part.answers for piece in one.pieces)
    ids = [row["id"] for row in handed.draft.content["team"]]
    assert not any(f" {key} " in f" {said} " for key in ids)


def test_nothing_written_is_nothing_handed_in(place):
    place.enrolment.territory.resources.all().delete()

    with pytest.raises(Refused):
        hand_in(place, Given("Пять ресурсов", "resources", amount=5))
    with pytest.raises(Refused):
        homework.hand_in(
            homework.give(place.lesson, Given("Люди", "block", "people"), by=place.staff),
            place.enrolment, by=place.head, now=NOON,
        )  # fmt: skip

    assert not Handed.objects.exists()


def test_readers_of_a_team_and_strangers_do_not_hand_in(client, place):
    task = homework.give(place.lesson, GOAL, by=place.staff)
    reader = member_of(place.enrolment.project, TeamRole.READER)

    for person in (reader, PersonFactory(), place.staff):
        client.force_login(person)
        page = f"/tasks/{task.pk}/hand-in/{place.enrolment.pk}/"
        assert client.post(page).status_code == 404


def test_a_task_that_was_handed_in_keeps_its_section(place):
    task = hand_in(place).task

    homework.change(task, Given("Цель: ещё раз", "section", "goal"), by=place.staff)
    with pytest.raises(Refused):
        homework.change(task, Given("Смета", "section", "budget"), by=place.staff)


def test_overdue_is_said_in_words(place):
    task = homework.give(place.lesson, GOAL, by=place.staff)

    [mine] = queries.own(task, place.head, date(2026, 11, 27))

    assert (mine.is_overdue, mine.tone) == (True, "late")


def test_the_curator_s_list_asks_as_often_for_many_tasks(
    client, place, django_assert_max_num_queries
):
    for number in range(4):
        homework.give(place.lesson, Given(f"№ {number}", "section", "goal"), by=place.staff)
    client.force_login(place.staff)

    with django_assert_max_num_queries(14):
        client.get(f"/cohorts/{place.cohort.pk}/homework/")
