"""A map and photos in a dead zone: all of it opens, all of it waits, each thing arrives once."""

import pytest
from PIL import Image

from peremena.places import services as places
from peremena.places.models import Resource
from peremena.places.rules import Layer
from peremena.places.services import resources
from tests.browser.test_without_network import KEPT, keeps
from tests.factories import NOON, PersonFactory
from tests.lessons.school import school
from tests.places.photos import photo_bytes

LARGE = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": photo_bytes((2400, 1800))}
SMALL = {"name": "IMG_3.jpg", "mimeType": "image/jpeg", "buffer": photo_bytes((800, 600))}
NO_PHOTO = {"name": "IMG_2.jpg", "mimeType": "image/jpeg", "buffer": b"no photo at all"}


@pytest.fixture
def learner(settings, tmp_path):
    """Somebody who learns and keeps the passport of a territory."""
    settings.MEDIA_ROOT = tmp_path
    return school().enrolment


@pytest.fixture
def page(open_browser, settings, learner):
    settings.KEPT = ["peremena.places.queries.kept.pages", "peremena.lessons.queries.kept.pages"]
    places.admit(learner.territory, learner.person, now=NOON, by=learner.person)
    return open_browser(learner.person)


def adding(learner):
    return f"/territories/{learner.territory_id}/resources/add/?layer=stories"


def send_off(page, learner, title, photo):
    page.goto(adding(learner))
    page.get_by_label("Как это называется?").fill(title)
    page.locator("details.more > summary").click()
    page.locator('[name="photo"]').set_input_files(photo)
    page.get_by_role("button", name="Поставить на карту").last.click()
    page.get_by_text("Можно записывать следующее").wait_for()


def test_after_one_visit_passport_map_and_timetable_open_without_a_network(page, learner):
    page.goto("/help/")
    keeps(page, f"/cohorts/{learner.cohort_id}/lessons/")
    page.context.set_offline(True)

    for address in (
        f"/territories/{learner.territory_id}/passport/",
        f"/territories/{learner.territory_id}/passport/people/",
        f"/territories/{learner.territory_id}/resources/",
        f"/cohorts/{learner.cohort_id}/timetable/",
    ):
        page.goto(address)
        page.get_by_text(KEPT).wait_for()


def test_photos_written_in_a_dead_zone_arrive_once_in_order_or_stay_with_the_reason(page, learner):
    page.goto(adding(learner))
    keeps(page, adding(learner).split("?")[0])
    page.context.set_offline(True)
    for title, photo in [("Баня", LARGE), ("Не фото", NO_PHOTO), ("Пруд", LARGE)]:
        send_off(page, learner, title, photo)
    page.get_by_text("3 изменения ждут связи").wait_for()
    lost = []

    def lose_the_first_answer(route):
        if lost or route.request.method != "POST":
            return route.continue_()
        lost.append(route.fetch())
        return route.abort()

    page.context.route("**/resources/add/**", lose_the_first_answer)
    page.context.set_offline(False)
    page.reload()
    page.reload()
    page.get_by_text("1 изменение ждёт связи").wait_for()
    sign_out_all_the_same(page)

    found = list(Resource.objects.order_by("pk"))
    assert [one.title for one in found] == ["Баня", "Пруд"]
    assert [max(Image.open(one.photo).size) for one in found] == [1600, 1600]
    assert page.complaints == []


def test_a_resource_changed_in_a_dead_zone_with_a_new_photo_is_changed_once(page, learner):
    pond, other = pond_and_other(learner)
    page.goto("/help/")
    keeps(page, editing(pond))
    page.context.set_offline(True)

    change(page, pond, "Чьё это?", "Клуб", photo=LARGE)
    page.get_by_text("1 изменение ждёт связи").wait_for()
    change(page, pond, "Когда это бывает?", "зимой", photo=SMALL)
    page.get_by_text("2 изменения ждут связи").wait_for()
    assert page.get_by_label("Чьё это?").input_value() == "Клуб"
    told = resources.Told("Пруд", Layer.PHYSICAL, season="летом", story="Вырыли в 1962 году")
    resources.change(pond, told, by=other, now=NOON)
    page.context.set_offline(False)
    page.goto("/on-this-phone/")

    page.locator(".waits", has_text="зимой").get_by_text("записал здесь: «летом»").wait_for()
    pond.refresh_from_db()
    assert (pond.owner, pond.season, max(Image.open(pond.photo).size)) == ("Клуб", "летом", 1600)
    page.goto(editing(pond))
    page.get_by_text("записал здесь: «летом»").wait_for()
    assert page.get_by_label("Когда это бывает?").input_value() == "зимой"
    not_taken_at_all(page)
    page.get_by_role("button", name="Сохранить").click()
    page.get_by_text("Изменено.").wait_for()
    pond.refresh_from_db()
    assert (pond.season, pond.edits.count()) == ("зимой", 3)
    assert (pond.story, max(Image.open(pond.photo).size)) == ("Вырыли в 1962 году", 800)
    page.goto("/on-this-phone/")
    page.get_by_text("Ничего не ждёт").wait_for()
    assert page.complaints == []


def not_taken_at_all(page):
    """Something between the phone and the site refuses: it is said in words."""
    page.context.route(
        "**/edit/",
        lambda route: route.fulfill(status=413, body="<p>") if posts(route) else route.continue_(),
    )
    page.get_by_role("button", name="Сохранить").click()
    page.get_by_text("Сайт не принял правку").wait_for()
    page.context.unroute("**/edit/")
    page.goto(page.url)
    page.get_by_text("Сайт не принял правку").wait_for()


def posts(route):
    return route.request.method == "POST"


def editing(pond):
    return f"/resources/{pond.pk}/edit/"


def change(page, pond, label, words, photo=None):
    page.goto(editing(pond))
    page.get_by_label(label).fill(words)
    if photo:
        page.locator('[name="photo"]').set_input_files(photo)
    page.get_by_role("button", name="Сохранить").click()
    page.get_by_text("Лежит на этом телефоне").wait_for()


def pond_and_other(learner):
    """A resource on the map, and somebody else who writes there."""
    other = PersonFactory(name="Павел")
    places.admit(learner.territory, other, now=NOON, by=learner.person)
    told = resources.Told("Пруд", Layer.PHYSICAL)
    return resources.add(learner.territory, told, by=learner.person, now=NOON), other


def sign_out_all_the_same(page):
    """On a shared phone one is warned, and sees what would be lost, and why it did not go."""
    page.locator("details.menu > summary").click()
    page.get_by_role("button", name="Выйти").click()
    page.get_by_text("Выйти сейчас?").wait_for()
    waiting = page.locator(".waits", has_text="Не фото")
    waiting.get_by_text("Это не фото, которое здесь можно показать").wait_for()
    page.get_by_role("button", name="Выйти и всё отсюда убрать").click()
    page.get_by_role("link", name="Войти").first.wait_for()
    page.goto("/on-this-phone/")
    page.get_by_text("Ничего не ждёт").wait_for()
    assert page.locator(".waits").count() == 0
