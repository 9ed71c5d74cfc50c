"""The whole project kept under a name; any two compared; pieces brought back."""

from datetime import timedelta

import pytest
from django.urls import reverse

from peremena.drafts import services as drafts
from peremena.drafts.deeds import Deed, Verb
from peremena.drafts.protocol import SaveRequest, Unreadable
from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.projects import queries
from peremena.projects.models import Milestone
from peremena.projects.rules import TeamRole
from peremena.projects.services import milestones, projects
from tests.browse import Browse
from tests.factories import NOON, PersonFactory, example, member_of, project_of

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def leader():
    return PersonFactory()


@pytest.fixture
def project(leader):
    return project_of(leader, brief=example())


@pytest.fixture
def milestone(project, leader):
    return milestones.mark(project, "Перед коворкингом", by=leader, now=NOON)


def page_of(project, name):
    return project.sections.select_related("draft", "project").get(name=name)


def save(page, by, now=LATER, deed=None, **fields):
    page.draft.refresh_from_db()
    named = {path.replace("__", "."): text for path, text in fields.items()}
    request = SaveRequest("3f2a9c1e-0001", base=page.draft.version, fields=named, deed=deed)
    projects.write(page, request, by=by, now=now)


def remove_row(page, path, by):
    save(page, by, deed=Deed(Verb.REMOVE, path))


def bring(milestone, page, path="", *, by, seen=None):
    page.draft.refresh_from_db()
    seen = page.draft.version if seen is None else seen
    return milestones.bring(milestone, page, path, seen=seen, by=by, now=LATER)


def causes(page):
    page.draft.refresh_from_db()
    return page.draft.content["problem"]["causes"]


def test_a_milestone_is_compared_with_now_and_with_another(project, leader, milestone):
    goal = page_of(project, "goal")
    save(goal, leader, goal__text="Вернуть вечернее занятие.")
    second = milestones.mark(project, "Перед защитой", by=leader, now=LATER)
    save(page_of(project, "goal"), leader, goal__text="Вернуть занятие.")

    def changed(old, new):
        return [
            (one.section, [p.text for line in one.lines for p in line.pieces if p.kind])
            for one in queries.comparing.between(old, new)
        ]

    assert [section for section, _words in changed(milestone, None)] == ["goal"]
    assert [section for section, _words in changed(milestone, second)] == ["goal"]
    assert changed(second, None) == [("goal", [" вечернее"])]
    assert changed(second, second) == []


def test_a_removed_row_comes_back_where_it_stood_and_can_be_undone(project, leader, milestone):
    page = page_of(project, "problem")
    before = causes(page)
    path = f"problem.causes.{before[1]['id']}"
    remove_row(page, path, leader)
    assert causes(page) == [before[0], *before[2:]]

    stood = bring(milestone, page, path, by=leader)
    assert causes(page) == before

    projects.bring_back(page, stood, by=leader, now=LATER)
    assert causes(page) == [before[0], *before[2:]]
    deeds = Entry.objects.filter(deed="projects.row.brought-back")
    assert [entry.details["path"] for entry in deeds] == [path]


def test_one_field_comes_back_and_the_others_stay(project, leader, milestone):
    page = page_of(project, "goal")
    old = page.draft.content["goal"]["text"]
    save(page, leader, goal__text="Другое.")
    about = page_of(project, "about")
    save(about, leader, project__title="Новое имя")

    bring(milestone, page, "goal.text", by=leader)

    page.draft.refresh_from_db()
    assert page.draft.content["goal"]["text"] == old
    assert page_of(project, "about").draft.content["project"]["title"] == "Новое имя"


def test_the_title_of_the_project_follows_what_is_brought_back(project, leader, milestone):
    about, old = page_of(project, "about"), project.title
    save(about, leader, project__title="Новое имя")

    bring(milestone, about, by=leader)

    project.refresh_from_db()
    assert project.title == old


def test_a_row_that_came_back_with_other_words_is_not_overwritten(project, leader, milestone):
    page = page_of(project, "problem")
    [first, *_rest] = causes(page)
    path = f"problem.causes.{first['id']}"
    remove_row(page, path, leader)
    page.draft.refresh_from_db()
    seen = page.draft.version
    save(page, leader, **{f"{path}.text": "Совсем другое."})

    with pytest.raises(Refused):
        bring(milestone, page, path, by=leader, seen=seen)

    assert "Совсем другое." in str(causes(page))


def test_a_row_that_stands_there_again_is_not_doubled(project, leader, milestone):
    page = page_of(project, "problem")
    before = causes(page)
    path = f"problem.causes.{before[0]['id']}"
    remove_row(page, path, leader)
    bring(milestone, page, path, by=leader)

    with pytest.raises(Refused):
        bring(milestone, page, path, by=leader)

    assert causes(page) == before


def test_a_field_of_a_row_that_is_gone_is_refused(project, leader, milestone):
    page = page_of(project, "problem")
    path = f"problem.causes.{causes(page)[0]['id']}"
    remove_row(page, path, leader)

    with pytest.raises(Refused):
        bring(milestone, page, f"{path}.text", by=leader)


@pytest.mark.parametrize("path", ["problem.causes.nobody", "nothing.here", "unknown.problem.core"])
def test_what_was_not_there_does_not_come_back(project, leader, milestone, path):
    with pytest.raises(Refused):
        bring(milestone, page_of(project, "problem"), path, by=leader)


def test_what_is_no_path_is_no_request(project, leader, milestone):
    with pytest.raises(Unreadable):
        bring(milestone, page_of(project, "problem"), "problem. .core", by=leader)


def test_readers_bring_nothing_back_and_keep_nothing(project, leader, milestone):
    reader = member_of(project, TeamRole.READER)
    page = page_of(project, "goal")
    save(page, leader, goal__text="Другое.")

    with pytest.raises(Refused):
        bring(milestone, page, "goal.text", by=reader)
    with pytest.raises(Refused):
        milestones.mark(project, "Моя", by=reader, now=NOON)
    with pytest.raises(Refused):
        milestones.remove(milestone, by=reader)


def test_two_milestones_do_not_have_one_name(project, leader, milestone):
    with pytest.raises(Refused):
        milestones.mark(project, "  перед  КОВОРКИНГОМ ", by=leader, now=NOON)

    assert Milestone.objects.count() == 1


def test_thinning_keeps_the_versions_of_a_milestone(project, leader, milestone):
    page = page_of(project, "goal")
    for minute in range(3):
        save(page, leader, now=NOON + timedelta(minutes=minute), goal__text=f"Слова {minute}.")

    drafts.thin(page.draft, before=NOON + timedelta(days=400))

    assert list(page.draft.revisions.order_by("version").values_list("version", flat=True)) == [
        1,
        4,
    ]
    assert queries.comparing.at_milestone(milestone)["goal"]["goal"]["text"].startswith("Вернуть")


def test_the_pages_lead_from_keeping_to_bringing_back_and_undoing(project, leader):
    client = Browse()
    client.force_login(leader)
    client.post(reverse("projects:milestones", args=[project.pk]), {"name": "перед защитой"})
    milestone = Milestone.objects.get()
    page = page_of(project, "goal")
    old = page.draft.content["goal"]["text"]
    save(page, leader, goal__text="Другое.")

    text = client.get(reverse("projects:compare", args=[project.pk, milestone.pk])).text
    assert "Вернуть это" in text
    sent = {"section": "goal", "path": "goal.text", "seen": str(page.draft.version)}
    response = client.post(reverse("projects:bring", args=[project.pk, milestone.pk]), sent)
    page.draft.refresh_from_db()
    assert page.draft.content["goal"]["text"] == old

    assert "Отменить" in client.get(response.url).text
    section, revision = response.url.partition("undo=")[2].split(":")
    client.post(reverse("projects:restore", args=[project.pk, section, revision]))
    page.draft.refresh_from_db()
    assert page.draft.content["goal"]["text"] == "Другое."


def test_another_project_s_milestone_is_not_found(project, leader, milestone):
    stranger = PersonFactory()
    own, client = project_of(stranger), Browse()
    client.force_login(stranger)

    for pk in (own.pk, project.pk):
        address = reverse("projects:compare", args=[pk, milestone.pk])
        assert client.get(address).status_code == 404
