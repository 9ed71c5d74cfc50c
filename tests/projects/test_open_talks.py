"""Notes that ask somebody by name, and the list of all that waits for one's word."""

import pytest
from django.urls import reverse

from peremena.drafts.waiting import Word, called, waits_for
from peremena.mail.models import Letter
from peremena.people.abilities import Role
from peremena.projects import queries
from peremena.projects.rules import TeamRole
from peremena.projects.services import projects, talks, teams
from tests.browse import Browse
from tests.factories import NOON, PersonFactory, example, member_of, project_of, somebody_with

NAMES = {1: "Алия Ключникова", 2: "Пётр Лесной", 3: "Пётр Дальний"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([Word(1)], None),
        ([Word(1, to=2)], 2),
        ([Word(1, to=2), Word(2)], 1),
        ([Word(1, to=2), Word(3)], 1),
        ([Word(1, to=2), Word(2), Word(1)], 2),
        ([Word(1, to=2), Word(2, to=3)], 3),
        ([Word(1), Word(1)], None),
        ([Word(1, to=1)], None),
    ],
)
def test_whose_word_a_talk_waits_for(words, expected):
    assert waits_for(words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@Алия, сколько их?", 1),
        ("Спрошу @алия ключникова об этом", 1),
        ("@Петр Дальний, так?", 3),
        ("@Пётр, так?", None),
        ("@Никто", None),
        ("почта aliya@Алия", None),
        ("", None),
    ],
)
def test_whom_a_text_calls_by_name(text, expected):
    assert called(text, NAMES) == expected


@pytest.fixture
def leader():
    return PersonFactory()


@pytest.fixture
def page(leader):
    project = project_of(leader, brief=example())
    return project.sections.select_related("project").get(name="goal")


def ask(page, by, text="Сколько их?", to="", do="say:goal.text"):
    return talks.say(page, do, text, by=by, now=NOON, to=str(to and to.pk))


def listed(person):
    mine = queries.open_talks.mine(person)
    return [[talk.first for talk in side] for side in (mine.for_me, mine.for_others)]


pytestmark = pytest.mark.django_db


def test_a_question_to_somebody_waits_for_them_and_the_answer_for_the_asker(page, leader):
    writer = member_of(page.project)
    talk = ask(page, leader, to=writer).talk
    assert (listed(leader), listed(writer)) == ([[], [talk]], [[talk], []])

    ask(page, writer, "Сорок.", do=f"answer:{talk.pk}")
    assert (listed(leader), listed(writer)) == ([[talk], []], [[], [talk]])

    talks.say(page, f"close:{talk.pk}", "", by=leader, now=NOON)
    assert (listed(leader), listed(writer)) == ([[], []], [[], []])


def test_a_note_that_asks_nobody_waits_for_the_whole_team_but_its_author(page, leader):
    reader = member_of(page.project, TeamRole.READER)
    talk = ask(page, reader).talk

    assert (listed(leader), listed(reader)) == ([[talk], []], [[], [talk]])


def test_a_question_to_somebody_else_does_not_wait_for_me_on_the_front_page(page, leader):
    writer = member_of(page.project)
    reader = member_of(page.project, TeamRole.READER)
    ask(page, reader, to=writer)

    assert len(queries.waiting_comments(page.project, writer)) == 1
    assert queries.waiting_comments(page.project, leader) == []


def test_many_questions_are_one_letter_without_names(page, leader):
    writer = member_of(page.project)
    for text in ("Первое?", "Второе?", "Третье?"):
        ask(page, leader, text, to=writer)

    [letter] = Letter.objects.filter(kind="projects.talk.waits")
    assert letter.person == writer
    assert letter.urgency == "can_wait"
    assert leader.surname not in letter.subject + letter.body


def test_experts_are_not_written_to_unless_asked_by_name(page, leader):
    projects.show_to_experts(page.project, shown=True, by=leader)
    expert = somebody_with(Role.EXPERT, centre=page.project.centre)
    ask(page, leader)
    assert not Letter.objects.filter(person=expert).exists()

    ask(page, leader, to=expert)
    assert Letter.objects.filter(person=expert).count() == 1


def test_a_question_to_somebody_who_left_is_kept_for_everybody(page, leader):
    writer = member_of(page.project)
    membership = page.project.memberships.get(person=writer)
    teams.leave(membership, by=writer, now=NOON)

    said = ask(page, leader, to=writer)

    assert (said.is_unheard, said.talk.to, said.talk.text) == (True, None, "Сколько их?")
    assert not Letter.objects.filter(person=writer).exists()


def test_an_answer_for_somebody_who_left_reaches_nobody(page, leader):
    writer = member_of(page.project)
    talk = ask(page, writer, to=leader).talk
    teams.leave(page.project.memberships.get(person=writer), by=writer, now=NOON)

    ask(page, leader, "Сорок.", do=f"answer:{talk.pk}")

    assert not Letter.objects.filter(person=writer, kind="projects.talk.waits").exists()
    assert listed(writer) == [[], []]


@pytest.mark.parametrize("to", ["0", "999999", "не число", "-1"])
def test_a_stranger_s_key_asks_nobody(page, leader, to):
    stranger = PersonFactory()

    assert talks.say(page, "say:goal.text", "?", by=leader, now=NOON, to=to).talk.to is None
    assert ask(page, leader, to=stranger).talk.to is None


def test_an_answer_to_a_closed_talk_opens_it_and_says_so(page, leader):
    talk = ask(page, leader).talk
    talks.say(page, f"close:{talk.pk}", "", by=leader, now=NOON)

    said = ask(page, leader, "И ещё.", do=f"answer:{talk.pk}")

    talk.refresh_from_db()
    assert (said.is_reopened, talk.closed_at) == (True, None)


def test_two_who_answer_at_once_are_both_heard(page, leader):
    writer = member_of(page.project)
    talk = ask(page, leader).talk

    ask(page, writer, "Сорок.", do=f"answer:{talk.pk}")
    ask(page, leader, "Кажется, тридцать.", do=f"answer:{talk.pk}")

    said = list(talk.answers.order_by("pk").values_list("text", flat=True))
    assert said == ["Сорок.", "Кажется, тридцать."]


def test_whoever_settles_second_changes_nothing(page, leader):
    writer = member_of(page.project)
    talk = ask(page, leader).talk
    talks.say(page, f"close:{talk.pk}", "", by=writer, now=NOON)

    talks.say(page, f"close:{talk.pk}", "", by=leader, now=NOON)

    talk.refresh_from_db()
    assert talk.closed_by == writer


def test_a_select_asks_without_any_script(page, leader):
    writer, client = member_of(page.project), Browse()
    client.force_login(leader)
    address = reverse("projects:section", args=[page.project_id, "goal"])
    assert f'<option value="{writer.pk}">{writer}</option>' in client.get(address).text

    do = "say:goal.text"
    sent = {"do": do, do: "Сколько?", f"to:{do}": str(writer.pk)}
    client.post(reverse("projects:comment", args=[page.project_id, "goal"]), sent)

    assert f"спрашивает: {writer}" in client.get(address).text
    client.force_login(writer)
    assert "Сколько?" in client.get("/talks/").text
