"""The tree of the problem is built by tapping in a dead zone; each box arrives once."""

import pytest

from peremena.drafts.models import Clash
from peremena.drafts.protocol import SaveRequest
from peremena.projects import services
from peremena.projects.brief import read
from tests.browser.test_without_network import keeps
from tests.browser.village import all_sent, kept, saved, wait_for
from tests.factories import NOON, PersonFactory, project_of

FIRST = '[name="problem.causes.c1.text"]'
BRIEF = """{"format": "peremena.brief/1", "problem": {
    "core": "Подросткам некуда прийти", "causes": [{"id": "c1", "text": "Клуб закрыт"}]
}}"""


@pytest.fixture
def leader():
    return PersonFactory(name="Алия")


@pytest.fixture
def project(settings, leader):
    settings.KEPT = []  # what is opened is kept; nothing is fetched beside it
    return project_of(leader, brief=read(BRIEF))


@pytest.fixture
def tree(open_browser, leader, project):
    page = open_browser(leader)
    page.goto(f"/projects/{project.pk}/pictures/tree/")
    return page


def causes(project):
    content = project.sections.get(name="problem").draft.content
    return [(row.get("text"), row.get("under")) for row in content["problem"]["causes"]]


def tap(page, words):
    page.locator(".picture .tall a", has_text=words).click()


def test_a_tree_built_in_airplane_mode_arrives_once_and_in_order(tree, project, leader):
    keeps(tree, f"/projects/{project.pk}/pictures/tree/")
    tree.context.set_offline(True)
    tree.reload()

    tap(tree, "Клуб закрыт")
    tree.locator(FIRST).fill("Клуб закрыт с весны")
    tree.get_by_label("Берём в работу").check()
    tree.get_by_role("button", name="А почему так?").click()
    tree.keyboard.type("Нет ставки")
    wait_for(tree, "Нет связи")
    tree.reload()
    in_words = tree.locator('[data-branches="problem.causes"]')
    in_words.locator("li li", has_text="Нет ставки").wait_for()
    tree.locator(".phone-bar", has_text="ждут связи").wait_for()
    write_elsewhere(project, leader, {"problem.causes.c1.text": "Клуб на замке"})
    lost = []

    def lose_the_first_answer(route):
        if lost or route.request.method != "POST":
            return route.continue_()
        lost.append(route.fetch())
        return route.abort()

    tree.context.route("**/problem/", lose_the_first_answer)
    tree.context.set_offline(False)
    tree.reload()
    all_sent(tree)

    assert causes(project) == [("Клуб закрыт с весны", None), ("Нет ставки", "c1")]
    assert [(one.kept, one.offered) for one in Clash.objects.all()] == [
        ("Клуб закрыт с весны", "Клуб на замке")
    ]
    assert lost
    tree.locator(".picture .tall a", has_text="Нет ставки").wait_for()
    tree.get_by_role("group", name="Двое написали по-разному").first.wait_for()
    assert tree.complaints == []


def write_elsewhere(project, person, fields):
    page = project.sections.get(name="problem")
    request = SaveRequest("elsewhere-1", page.draft.version, fields)
    services.projects.write(page, request, by=person, now=NOON)


def test_what_is_put_aside_with_a_reason_is_drawn_as_soon_as_it_is_kept(tree, project):
    tap(tree, "Клуб закрыт")
    tree.get_by_label("Почему не берём").fill("Клуб держит округ")
    saved(tree)

    tree.locator(".picture .tall text.head", has_text="откладываем").wait_for()
    assert kept(tree) == {}
    tree.get_by_role("button", name="Убрать Причина 1").click()
    saved(tree)
    tree.locator(".picture .tall a", has_text="Клуб закрыт").wait_for(state="detached")
    tree.get_by_role("button", name="Вернуть").first.click()
    tree.locator(".picture .tall a", has_text="Клуб закрыт").wait_for()
    assert causes(project) == [("Клуб закрыт", None)]
