"""Two people write and take photos in a dead zone, one phone dies: nothing is lost or doubled."""

import contextlib
import os
import signal
from pathlib import Path

import pytest
from playwright.sync_api import Error

from peremena.drafts.models import Clash
from peremena.places import services as places
from peremena.places.models import Resource
from peremena.projects.brief import read
from peremena.projects.rules import TeamRole
from tests.browser.conftest import PHONE, QUIET, session_cookie
from tests.browser.test_without_network import keeps
from tests.browser.village import add, all_sent, kept, unfold
from tests.factories import NOON, PersonFactory, member_of, project_of
from tests.places.photos import photo_bytes

CORE = '[name="problem.core"]'
PHOTO = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": photo_bytes((900, 600))}
WAITS = "ждут связи"
BRIEF = """{"format": "peremena.brief/1", "problem": {
    "core": "Клуб закрыт. Зимой негде быть.", "causes": [{"id": "c1", "text": "холод"}]
}}"""


class Phone:
    """A browser of its own with a disk of its own, whose battery can die."""

    def __init__(self, chromium, folder, url, person):
        self.kind, self.folder, self.url = chromium.browser_type, folder, url
        self.executable = os.environ.get("PEREMENA_CHROMIUM") or "/usr/bin/chromium"
        self.cookie = session_cookie(person, url)
        self.switch_on()

    def switch_on(self, *, offline=False):
        self.context = self.kind.launch_persistent_context(
            str(self.folder), executable_path=self.executable, args=QUIET, base_url=self.url,
            locale="ru-RU", viewport=PHONE, offline=offline,
        )  # fmt: skip
        self.context.set_default_timeout(20_000)
        self.context.add_cookies([self.cookie])  # kept by then; Chromium takes half a minute
        self.page = self.context.new_page()

    def battery_dies(self):
        mark = f"--user-data-dir={self.folder}".encode()
        for process in Path("/proc").glob("[0-9]*"):
            try:
                is_ours = mark in (process / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if is_ours:
                os.kill(int(process.name), signal.SIGKILL)
        self.close()

    def close(self):
        with contextlib.suppress(Error):  # it is gone already
            self.context.close()


@pytest.fixture
def phones(chromium, live_server, tmp_path):
    made = []

    def phone(person):
        made.append(Phone(chromium, tmp_path / str(person.pk), live_server.url, person))
        return made[-1]

    yield phone
    for one in made:
        one.close()


@pytest.fixture
def leader():
    return PersonFactory(name="Алия")


@pytest.fixture
def project(settings, tmp_path, leader):
    settings.KEPT = []  # what is opened is kept; nothing is fetched beside it
    settings.MEDIA_ROOT = tmp_path / "media"
    return project_of(leader, brief=read(BRIEF))


@pytest.fixture
def mate(project, leader):
    """Writes in the project as the leader does; both write on the map of the territory."""
    mate = member_of(project, TeamRole.WRITER)
    for person in (leader, mate):
        places.admit(project.territory, person, now=NOON, by=person)
    return mate


def adding(project):
    return f"/territories/{project.territory_id}/resources/add/"


def take_photo(page, project, title):
    """Goes off by itself when there is a network."""
    page.goto(f"{adding(project)}?layer=stories")
    page.get_by_label("Как это называется?").fill(title)
    page.locator("details.more > summary").click()
    page.locator('[name="photo"]').set_input_files(PHOTO)
    page.get_by_role("button", name="Поставить на карту").last.click()
    page.get_by_text("Можно записывать следующее").wait_for()


def photos():
    return sorted((one.title, bool(one.photo)) for one in Resource.objects.all())


def causes(project):
    content = project.sections.get(name="problem").draft.content
    return content["problem"]["core"], [row.get("text") for row in content["problem"]["causes"]]


def on_disk(page, words):
    """Waits until the phone keeps the words."""
    for _ in range(100):
        if words in kept(page).values():
            return
        page.wait_for_timeout(50)
    raise AssertionError(kept(page))


def new_cause(page, words):
    page.get_by_role("button", name="Добавить причину").click()
    page.keyboard.type(words)
    on_disk(page, words)


def write_cause(page, words):
    unfold(page, "Причина 1")
    page.locator('[name="problem.causes.c1.text"]').fill(words)
    on_disk(page, words)


def come_back_after_the_battery_died(phone, address):
    phone.battery_dies()
    phone.switch_on(offline=True)
    phone.page.goto(address)
    phone.page.get_by_text("Без связи. Показано").wait_for()
    phone.page.locator("summary", has_text="Причина 2").wait_for()
    assert phone.page.locator(CORE).input_value().endswith("И летом.")


@pytest.mark.parametrize("is_leader_first", [True, False])
def test_two_phones_without_a_network_lose_nothing_and_double_nothing(
    phones, leader, mate, project, is_leader_first
):
    address = f"/projects/{project.pk}/problem/"
    hers, his = phones(leader), phones(mate)
    for phone, title in ((hers, "Баня"), (his, "Пруд")):
        for kept_page in (f"{adding(project)}?layer=stories", address):
            phone.page.goto(kept_page)
            keeps(phone.page, kept_page.split("?")[0])
        phone.context.set_offline(True)
        take_photo(phone.page, project, title)
        phone.page.goto(address)

    add(hers.page.locator(CORE), " И летом.")
    new_cause(hers.page, "нет ставки")
    write_cause(hers.page, "нет тепла")
    hers.page.get_by_text(WAITS).wait_for()
    write_cause(his.page, "дырявая крыша")
    new_cause(his.page, "нет людей")
    come_back_after_the_battery_died(hers, address)
    new_cause(hers.page, "нет денег")
    for phone in (hers, his) if is_leader_first else (his, hers):
        phone.context.set_offline(False)
        all_sent(phone.page)

    core, texts = causes(project)
    assert core == "Клуб закрыт. Зимой негде быть. И летом."
    later, earlier = ("дырявая крыша", "нет тепла")[:: 1 if is_leader_first else -1]
    assert sorted(texts) == sorted([later, "нет ставки", "нет людей", "нет денег"])
    assert [(one.kept, one.offered) for one in Clash.objects.all()] == [(later, earlier)]
    assert photos() == [("Баня", True), ("Пруд", True)]


def test_a_site_that_answers_500_for_a_while_gets_every_word_and_photo_once(
    phones, leader, mate, project
):
    address, down = f"/projects/{project.pk}/problem/", ("**/problem/", "**/resources/add/**")
    phone = phones(leader)
    for kept_page in (f"{adding(project)}?layer=stories", address):
        phone.page.goto(kept_page)
        keeps(phone.page, kept_page.split("?")[0])
    for pattern in down:
        phone.context.route(pattern, lambda route: route.fulfill(status=500, body="…"))
    take_photo(phone.page, project, "Баня")
    phone.page.goto(address)

    new_cause(phone.page, "нет ставки")
    add(phone.page.locator(CORE), " И летом.")
    phone.page.get_by_text(WAITS).wait_for()
    phone.page.reload()
    phone.page.locator("summary", has_text="Причина 2").wait_for()
    for pattern in down:
        phone.context.unroute(pattern)
    phone.page.reload()
    all_sent(phone.page)

    expected = ("Клуб закрыт. Зимой негде быть. И летом.", ["холод", "нет ставки"])
    assert causes(project) == expected
    assert photos() == [("Баня", True)]
    assert not Clash.objects.exists()
