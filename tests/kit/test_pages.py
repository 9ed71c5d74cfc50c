"""Pages that belong to no room, and what surrounds every page."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import include, path

from peremena.kit.refusals import Refused

HTMX = {"HX-Request": "true"}


def refuse(request):
    raise Refused("Приём заявок уже закончился.")


def forbid(request):
    raise PermissionDenied


def fail(request):
    raise ZeroDivisionError


urlpatterns = [
    path("", refuse, name="mill"),
    path("bread/", forbid, name="bread"),
    path("fail/", fail),
    path("", include("peremena.kit.urls")),
]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def demonstration(settings):
    settings.DEMONSTRATION = True


def test_the_gallery_shows_every_component_without_a_fault(client, demonstration):
    response = client.get("/kit/")

    assert response.status_code == 200
    assert "Демонстрация: люди и сёла вымышлены" in response.text


def test_a_real_school_has_no_gallery_and_no_banner(client):
    response = client.get("/kit/")

    assert response.status_code == 404
    assert "Такой страницы нет" in response.text
    assert "Демонстрация" not in response.text


def test_a_refusal_is_a_page_with_its_reason(client):
    response = client.get("/")

    assert response.status_code == 409
    assert "Приём заявок уже закончился." in response.text


def test_htmx_gets_a_refusal_as_a_notice_above_the_page(client):
    response = client.get("/", headers=HTMX)

    assert response.status_code == 409
    assert (response.headers["HX-Retarget"], response.headers["HX-Reswap"]) == (
        "#notices",
        "innerHTML show:top",
    )
    assert response.text.startswith('<div class="notice warning">')


def test_a_closed_page_says_whose_it_is(client):
    response = client.get("/bread/")

    assert response.status_code == 403
    assert "Эта страница вам не открыта" in response.text


def test_our_own_mistake_is_said_calmly(client):
    client.raise_request_exception = False

    response = client.get("/fail/")

    assert response.status_code == 500
    assert "У нас что-то сломалось" in response.text


def test_a_stale_page_says_to_send_again(client):
    client.handler.enforce_csrf_checks = True

    response = client.post("/theme/", {"theme": "dark"})

    assert response.status_code == 403
    assert "Страница устарела" in response.text


def bar(_person):
    return [
        ("mill", "Мельница", "home"),
        ("bread", "Хлеб", "sprout"),
        ("no-such-page", "Пироги", "help"),
    ]


def test_the_bar_has_only_places_that_exist_and_marks_the_nearest(client, settings):
    settings.NAVIGATION = "tests.kit.test_pages.bar"

    html = client.get("/bread/").text

    assert html.count('aria-current="page"') == 1
    assert '<a href="/bread/" aria-current="page">' in html
    assert "Мельница" in html
    assert "Пироги" not in html


def test_russian_comes_first_whatever_the_phone_says(client):
    assert '<html lang="ru"' in client.get("/", headers={"Accept-Language": "en"}).text


def test_a_person_may_choose_english(client):
    response = client.post("/language/", {"language": "en", "next": "/bread/"})

    assert response.headers["Location"] == "/bread/"
    assert '<html lang="en"' in client.get("/").text


def test_a_person_may_choose_the_colours(client):
    response = client.post("/theme/", {"theme": "dark", "next": "/bread/"})

    assert response.headers["Location"] == "/bread/"
    assert 'data-theme="dark"' in client.get("/").text


@pytest.mark.parametrize(
    ("choice", "location"),
    [
        ({"theme": "pink", "next": "/"}, "/"),
        ({"theme": "dark", "next": "https://elsewhere.example/"}, "/"),
        ({}, "/"),
    ],
)
def test_a_strange_choice_leads_home(client, choice, location):
    assert client.post("/theme/", choice).headers["Location"] == location


def test_what_browsers_ask_for_by_themselves(client):
    assert client.get("/favicon.ico").headers["Location"].endswith("kit/favicon.ico")
    assert client.get("/robots.txt").text.startswith("User-agent")
    assert client.get("/alive/").text == "ok"


def test_the_policy_allows_nothing_written_into_a_page(client):
    policy = client.get("/").headers["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "default-src 'self'" in policy


def test_a_page_asks_for_one_style_sheet_and_a_few_scripts(client):
    html = client.get("/").text
    asked_for, otherwise = html.split("<noscript>")

    assert asked_for.count('rel="stylesheet"') == 1
    assert otherwise.count('rel="stylesheet"') == 1  # the fonts, where no script brings them
    assert html.count("<script") <= 5


def test_a_page_asks_for_the_fonts_once_they_lie_on_the_disk(client):
    client.cookies["fonts"] = "here"

    html = client.get("/").text

    assert "<noscript>" not in html
    assert html.count('rel="stylesheet"') == 2
