"""Without a network: what was opened opens again, whose it is, and what leaves with its person."""

import pytest
from django.templatetags.static import static

from peremena.kit import release
from tests.browser.conftest import session_cookie
from tests.browser.village import saved, wait_for
from tests.factories import PersonFactory, example, project_of

KEPT = "Без связи. Показано, как было в"
ALL_KEPT = """async () => {
    const found = [];
    for (const name of await caches.keys()) {
        if (!name.startsWith("pages-")) continue;
        for (const { url } of await (await caches.open(name)).keys()) {
            found.push(`${name} ${new URL(url).pathname}`);
        }
    }
    return found;
}"""


@pytest.fixture
def leader():
    return PersonFactory(name="Алия")


@pytest.fixture
def project(leader):
    return project_of(leader, brief=example("good-pimokaty"))


def until(page, question, holds):
    """Asks the page until it is so."""
    for _ in range(150):
        if holds(found := page.evaluate(question)):
            return
        page.wait_for_timeout(100)
    raise AssertionError(found)


def keeps(page, address):
    until(page, ALL_KEPT, lambda found: any(one.endswith(f" {address}") for one in found))


def test_one_visit_is_enough_to_read_the_whole_project_without_a_network(
    open_browser, leader, project
):
    page = open_browser(leader)
    page.goto(f"/projects/{project.pk}/problem/")
    keeps(page, f"/projects/{project.pk}/remarks/")
    page.context.set_offline(True)

    page.reload()
    page.get_by_text(KEPT).wait_for()
    assert "74 подростка" in page.locator('[name="problem.core"]').input_value()
    page.goto(f"/projects/{project.pk}/plan/")
    page.get_by_text(KEPT).wait_for()
    assert page.locator("[data-row]").count() > 0
    page.goto(f"/projects/{project.pk}/people/")
    page.get_by_text("на этом телефоне ещё не открывали").wait_for()
    page.get_by_role("link", name="Бюджет").or_(page.get_by_role("link", name="Смета")).click()
    page.get_by_text(KEPT).wait_for()

    assert page.complaints == []


def test_pieces_of_the_goal_are_kept_without_a_network_and_go_by_themselves(
    open_browser, leader, project
):
    page = open_browser(leader)
    page.goto(f"/projects/{project.pk}/formula/")
    page.context.set_offline(True)

    page.locator('[name="goal.change"]').fill("вернуть живое общение")
    wait_for(page, "Нет связи")
    page.context.set_offline(False)
    saved(page)

    goal = project.sections.get(name="goal").draft.content["goal"]
    assert goal["change"] == "вернуть живое общение"
    page.get_by_role("button", name="Сложить").click()
    page.locator("#sentence", has_text="Вернуть живое общение").wait_for()


def test_signing_out_leaves_nothing_on_the_phone(open_browser, leader):
    page = open_browser(leader)
    page.goto("/help/")
    keeps(page, "/help/")

    page.locator("details.menu > summary").click()
    page.get_by_role("button", name="Выйти").click()
    page.get_by_role("link", name="Войти").first.wait_for()

    assert page.evaluate(ALL_KEPT) == []
    page.context.set_offline(True)
    page.goto("/help/")
    page.get_by_text("на этом телефоне ещё не открывали").wait_for()
    assert page.get_by_text("Алия").count() == 0


def test_signing_out_without_a_network_clears_at_once_and_ends_when_it_is_back(
    open_browser, leader
):
    page = open_browser(leader)
    page.goto("/help/")
    keeps(page, "/on-this-phone/")
    page.context.set_offline(True)

    page.goto("/")
    page.locator("details.menu > summary").click()
    page.get_by_role("button", name="Выйти").click()
    page.get_by_role("button", name="Выйти и всё отсюда убрать").click()
    page.get_by_text("Всё, что здесь хранилось, убрано").wait_for()
    assert page.evaluate(ALL_KEPT) == []
    page.context.set_offline(False)
    page.goto("/help/")
    page.get_by_role("link", name="Войти").first.wait_for()


def test_pages_of_another_person_are_never_shown(open_browser, live_server, leader, project):
    page = open_browser(leader)
    page.goto(f"/projects/{project.pk}/problem/")
    keeps(page, f"/projects/{project.pk}/problem/")
    stranger = PersonFactory(name="Павел")
    page.context.clear_cookies(name="sessionid")
    page.context.add_cookies([session_cookie(stranger, live_server.url)])

    page.goto("/help/")
    keeps(page, "/help/")
    page.context.set_offline(True)
    page.goto(f"/projects/{project.pk}/problem/")

    page.get_by_text("на этом телефоне ещё не открывали").wait_for()
    whose = {one.split()[0] for one in page.evaluate(ALL_KEPT)}
    assert whose == {f"pages-{stranger.pk}"}


def test_a_new_release_takes_over_and_a_switched_off_keeper_goes(
    open_browser, leader, settings, monkeypatch
):
    page = open_browser(leader)
    page.goto("/help/")
    keeps(page, "/help/")
    files = "caches.keys().then((all) => all.filter((name) => name.startsWith('files-')))"
    (old,) = page.evaluate(files)

    newer = release.Release("new", (static("kit/kit.css"),))
    monkeypatch.setattr(release, "current", lambda: newer)
    page.reload()
    until(page, files, lambda found: sorted(found) == sorted([old, "files-new"]))
    page.reload()
    asked = "fetch('/help/').then((one) => one.headers.get('X-Release'))"
    assert page.evaluate(asked) == "new"

    settings.OFFLINE = False
    page.reload()
    until(page, "caches.keys()", lambda found: found == [])
    here = "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
    until(page, here, lambda number: number == 0)
