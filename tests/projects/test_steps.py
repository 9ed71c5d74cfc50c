"""What each sitting mended: the steps of a project, its story, and the answer to a save."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from peremena.drafts.protocol import SaveRequest
from peremena.projects import queries
from peremena.projects.brief import Section
from peremena.projects.checks import Circumstances
from peremena.projects.models import Section as Page
from peremena.projects.models import Step
from peremena.projects.services import looks, projects
from tests.factories import NOON, PersonFactory, example, member_of, project_of

pytestmark = pytest.mark.django_db

TODAY = Circumstances(today=NOON.date())
SIZE = "TG-02:groups.g1.size"


@pytest.fixture
def project():
    return project_of(PersonFactory(name="Алия"), brief=example("bad-ploshchadka"))


@pytest.fixture
def leader(project):
    return project.memberships.get().person


def write(project, section, fields, *, by, minutes=0):
    page = Page.objects.visible_to(by).get(project=project, name=section)
    request = SaveRequest(f"operation-{minutes}", page.draft.version, fields)
    return projects.write(page, request, by=by, now=NOON + timedelta(minutes=minutes))


def steps(project):
    return [(step.by, step.gone, step.came) for step in project.steps.order_by("at")]


def test_an_edit_that_mends_a_remark_is_a_step(project, leader):
    write(project, "groups", {"groups.g1.size": "500"}, by=leader)

    (step,) = project.steps.all()
    assert (step.by, step.section, step.at) == (leader, "groups", NOON)
    assert (step.gone, step.came, step.fields) == ([SIZE], [], ["groups.g1.size"])
    assert step.number == len(queries.insight(project, TODAY).open)


def test_an_edit_that_changes_no_remark_leaves_no_step(project, leader):
    write(project, "about", {"project.direction": "Спорт"}, by=leader)

    assert not Step.objects.exists()


def test_one_sitting_is_one_step_of_what_changed_in_the_end(project, leader):
    write(project, "groups", {"groups.g1.size": "500"}, by=leader)
    write(project, "groups", {"groups.g1.who": "Подростки 12–17 лет"}, by=leader, minutes=5)
    write(project, "groups", {"groups.g1.size": "5000"}, by=leader, minutes=10)

    ((_by, gone, came),) = steps(project)
    assert (SIZE in gone, SIZE in came) == (False, False)


def test_a_sitting_that_comes_back_to_where_it_began_leaves_nothing(project, leader):
    write(project, "groups", {"groups.g1.size": "500"}, by=leader)
    write(project, "groups", {"groups.g1.size": "3000"}, by=leader, minutes=5)

    assert not Step.objects.exists()


def test_another_person_and_a_later_hour_are_steps_of_their_own(project, leader):
    writer = member_of(project)

    write(project, "groups", {"groups.g1.size": "500"}, by=leader)
    write(project, "groups", {"groups.g1.size": "3000"}, by=writer, minutes=5)
    write(project, "groups", {"groups.g1.size": "500"}, by=writer, minutes=50)

    assert steps(project) == [(leader, [SIZE], []), (writer, [], [SIZE]), (writer, [SIZE], [])]


def test_a_remark_put_aside_is_not_counted_when_it_goes(project, leader):
    project.put_aside.create(rule="TG-02", field="groups.g1.size", by=leader, at=NOON)

    write(project, "groups", {"groups.g1.size": "500"}, by=leader)

    assert not Step.objects.exists()


def test_bringing_an_earlier_version_back_is_a_step(project, leader):
    write(project, "groups", {"groups.g1.size": "500"}, by=leader)
    page = Page.objects.visible_to(leader).get(project=project, name="groups")

    first = page.draft.revisions.get(version=1)
    projects.bring_back(page, first, by=leader, now=NOON + timedelta(hours=2))

    assert steps(project)[-1] == (leader, [], [SIZE])


def test_the_story_names_who_mended_what(client, project, leader):
    write(project, "groups", {"groups.g1.size": "500"}, by=leader)
    client.force_login(leader)

    page = client.get(f"/projects/{project.pk}/remarks/").text

    assert "Как становилось лучше" in page
    assert "Ушло 1 замечание" in page
    assert "Сколько" in page
    assert "<polyline" in page


def test_a_project_without_steps_has_no_story(client, project, leader):
    client.force_login(leader)

    assert "Как становилось лучше" not in client.get(f"/projects/{project.pk}/remarks/").text


def test_the_front_page_says_what_got_better_this_week(client, project, leader):
    write(project, "groups", {"groups.g1.size": "500"}, by=leader)
    client.force_login(leader)

    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        page = client.get(f"/projects/{project.pk}/").text

    assert "За неделю стало лучше: ушло 1 замечание." in page


def save(client, project, section, fields, base=1):
    sent = {"operation": "3f2a9c1e-0001", "base": base, "fields": fields}
    address = f"/projects/{project.pk}/{section}/"
    return client.post(address, json.dumps(sent), content_type="application/json")


def test_the_answer_to_a_save_tells_which_remarks_are_gone(client, project, leader):
    client.force_login(leader)

    beside = save(client, project, "groups", {"groups.g1.size": "500"}).json()["beside"]

    assert beside == {
        "here": "",
        "gone": [SIZE],
        "came": "",
        "said": "Стало лучше: ушло 1 замечание.",
    }


def test_the_answer_brings_new_remarks_with_their_place(client, project, leader):
    client.force_login(leader)

    beside = save(
        client, project, "goal", {"goal.text": "Светлое будущее Ключей и помощь детям"}
    ).json()["beside"]

    assert "GO-01:goal.text" in beside["gone"]
    assert 'data-for="goal.text"' in beside["came"]
    assert beside["said"].startswith("Стало лучше: ушло")


def test_the_same_send_again_is_told_the_same(client, project, leader):
    client.force_login(leader)

    first = save(client, project, "groups", {"groups.g1.size": "500"}).json()["beside"]

    assert save(client, project, "groups", {"groups.g1.size": "500"}).json()["beside"] == first
    assert Step.objects.count() == 1


def test_a_save_that_changes_no_remark_says_nothing_of_them(client, project, leader):
    client.force_login(leader)

    beside = save(client, project, "about", {"project.direction": "Спорт"}).json()["beside"]

    assert beside == {"here": ""}


def test_a_save_tells_who_else_is_here_and_shows_the_writer_to_them(client, project, leader):
    writer = member_of(project)
    client.force_login(leader)
    looks.be_at(project, Section.ABOUT, writer, now=timezone.now())

    beside = save(client, project, "about", {"project.direction": "Спорт"}).json()["beside"]

    assert beside == {"here": f"Здесь же: {writer} (сейчас)"}
    seen = queries.presence.here(project, Section.ABOUT, writer, timezone.now())
    assert seen == [f"{leader} (сейчас)"]


def test_of_many_new_remarks_all_come_with_the_save(client, project, leader):
    client.force_login(leader)
    project = project_of(leader, brief=example("good-pimokaty"))
    fields = {f"results.r{row}.{part}": "" for row in (1, 2, 3) for part in ("unit", "evidence")}

    came = save(client, project, "results", fields).json()["beside"]["came"]

    assert (came.count("data-for="), came.count("<li"), came.count("<details>")) == (4, 4, 2)


def test_without_scripts_the_section_says_what_got_better(client, project, leader):
    client.force_login(leader)
    form = {"operation": "3f2a9c1e-0001", "base": "1", "groups.g1.size": "500"}

    page = client.post(f"/projects/{project.pk}/groups/", form, follow=True).text

    assert "Стало лучше: ушло 1 замечание." in page
