"""An expert says how ready a page is, and reads what changed since."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from peremena.drafts.protocol import SaveRequest
from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.mail.models import Letter
from peremena.people.abilities import Role
from peremena.places.services import posts
from peremena.projects import queries
from peremena.projects.models import Verdict
from peremena.projects.rules import TeamRole, VerdictKind
from peremena.projects.services import looks, projects, verdicts
from tests.browse import Browse
from tests.factories import NOON, PersonFactory, example, member_of, project_of, somebody_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return PersonFactory()


@pytest.fixture
def page(leader):
    project = project_of(leader, brief=example())
    projects.show_to_experts(project, shown=True, by=leader)
    return project.sections.select_related("project").get(name="goal")


@pytest.fixture
def expert(page):
    return somebody_with(Role.EXPERT, centre=page.project.centre)


def write(page, text, by, now=NOON):
    request = SaveRequest("3f2a9c1e-0001", base=page.draft.version, fields={"goal.text": text})
    projects.write(page, request, by=by, now=now)
    page.draft.refresh_from_db()


def browse(person):
    client = Browse()
    client.force_login(person)
    return client


def judge(page, expert, kind=VerdictKind.CHANGE, text="Кому станет лучше?", version=1):
    return verdicts.judge(page, kind, text, version=version, by=expert, now=NOON)


def test_a_verdict_stands_until_the_page_changes(page, leader, expert):
    verdict = judge(page, expert)
    assert [one.is_stale for one in page.verdicts.standing()] == [False]

    write(page, "Вернуть вечернее занятие сорока подросткам.", leader)

    [stands] = page.verdicts.standing()
    assert (stands, stands.is_stale) == (verdict, True)
    assert list(page.verdicts.stale()) == [verdict]
    [[line]] = [one.lines for one in queries.verdicts.with_changes(page)]
    assert "Вернуть вечернее занятие" in "".join(piece.text for piece in line.pieces)
    deeds = Entry.objects.filter(deed="projects.page.judged").values_list("actor", flat=True)
    assert list(deeds) == [expert.pk]


def test_a_new_word_replaces_the_earlier_one_of_the_same_expert_and_nobody_else_s(page, expert):
    colleague = somebody_with(Role.MENTOR, centre=page.project.centre)
    judge(page, colleague, VerdictKind.TALK)
    judge(page, expert)
    judge(page, expert, VerdictKind.READY, "")

    standing = {one.by: one.kind for one in page.verdicts.standing()}
    assert standing == {colleague: "talk", expert: "ready"}
    assert page.verdicts.count() == 3


def test_a_verdict_about_a_page_that_changed_meanwhile_is_stale_at_once(page, leader, expert):
    write(page, "Другая цель.", leader)

    assert judge(page, expert, version=1).is_stale
    assert not judge(page, expert, version=999).is_stale


def test_the_team_does_not_judge_itself_and_a_demand_needs_words(page, leader, expert):
    with pytest.raises(Refused):
        judge(page, leader)
    with pytest.raises(Refused):
        judge(page, member_of(page.project, TeamRole.READER))
    with pytest.raises(Refused):
        judge(page, expert, text="  ")

    assert not Verdict.objects.exists()


def test_taking_back_twice_does_no_harm(page, expert):
    judge(page, expert)

    verdicts.take_back(page, by=expert, now=NOON)
    verdicts.take_back(page, by=expert, now=NOON)

    assert not page.verdicts.standing().exists()
    taken = Entry.objects.filter(deed="projects.page.verdict-taken-back")
    assert taken.count() == 1


def test_leaders_get_one_letter_a_day_without_names(page, leader, expert):
    member_of(page.project)
    judge(page, expert)
    judge(page, expert, VerdictKind.READY)

    [letter] = Letter.objects.filter(kind="projects.page.judged")
    assert letter.person == leader
    assert expert.surname not in letter.subject + letter.body


def test_the_verdict_shows_on_the_page_the_front_page_the_path_and_the_queue(page, leader, expert):
    judge(page, expert, text="Добавьте число людей.")
    write(page, "Вернуть вечернее занятие.", leader, now=timezone.now())

    for address in (reverse("projects:section", args=[page.project_id, "goal"]),
                    reverse("desk:workshop", args=[page.project_id]), "/path/"):  # fmt: skip
        text = browse(leader).get(address).text
        assert "Добавьте число людей." in text
        assert "раздел с тех пор изменили" in text
    assert "изменили после вашего слова" in browse(expert).get("/").text


def test_words_that_cannot_be_taken_come_back_on_the_page(page, expert):
    address = reverse("projects:verdict", args=[page.project_id, "goal"])

    response = browse(expert).post(address, {"kind": "change", "text": "", "version": "1"})

    assert (response.status_code, "Напишите одним предложением" in response.text) == (422, True)


def test_what_changed_since_the_last_reading_stands_on_one_page(page, leader, expert):
    address = reverse("projects:changes", args=[page.project_id])
    assert "Прочитайте проект один раз" in browse(expert).get(address).text
    looks.read_all(page.project, expert, until=NOON, now=NOON)
    write(page, "Вернуть вечернее занятие.", leader, now=NOON + timedelta(hours=1))

    text = browse(expert).get(address).text
    assert "<del> 40 подросткам" in text
    assert str(leader) in text

    browse(expert).post(address, {"until": (NOON + timedelta(hours=2)).isoformat()})
    assert "Ничего не изменилось" in browse(expert).get(address).text


def test_words_written_while_one_read_stay_new(page, leader, expert):
    looks.read_all(page.project, expert, until=NOON, now=NOON)
    write(page, "Первое.", leader, now=NOON + timedelta(minutes=1))
    opened = NOON + timedelta(minutes=2)
    write(page, "Второе.", leader, now=NOON + timedelta(minutes=3))

    looks.read_all(page.project, expert, until=opened, now=NOON + timedelta(minutes=4))

    [difference] = queries.comparing.news(page.project, expert).differences
    said = [piece.text for line in difference.lines for piece in line.pieces if piece.kind]
    assert said == ["Первое", "Второе"]


def test_the_head_of_the_territory_sees_its_projects_and_nobody_else_does(page):
    head, staff = PersonFactory(), somebody_with(Role.STAFF, centre=page.project.centre)
    address = reverse("projects:section", args=[page.project_id, "goal"])
    assert browse(head).get(address).status_code == 404

    office = posts.Office(title="глава")
    post = posts.give_post(head, page.project.territory, office, by=staff, now=NOON)

    assert browse(head).get(address).status_code == 200
    standing = queries.standing(page.project, head)
    assert (standing.role, standing.writes, standing.advises, standing.judges) == (
        None, False, True, False,
    )  # fmt: skip
    post.until = NOON.date()
    post.save()
    assert browse(head).get(address).status_code == 404
