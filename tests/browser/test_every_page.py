"""Every kind of page: nobody is shut out, nothing sticks out, no other host is asked."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import include, path

from peremena.people.abilities import Role
from peremena.people.services import requests
from peremena.people.views import accounts as people
from peremena.projects import cases
from peremena.projects.rules import TeamRole
from tests.browser.conftest import DESKTOP
from tests.browser.looking import (
    ALONE,
    SCHEMES,
    UNFOLD,
    accessibility_faults,
    faults_in_every_look,
    lost_at_double_size,
    sideways,
)
from tests.factories import (
    NOON,
    PersonFactory,
    example,
    known,
    member_of,
    project_of,
    somebody_with,
)
from tests.school import school


def forbidden(request):
    raise PermissionDenied


def broken(request):
    raise ZeroDivisionError


urlpatterns = [
    path("forbidden/", forbidden),
    path("broken/", broken),
    path("demonstration/", people.demonstration, name="demonstration"),
    path("demonstration/<int:pk>/", people.sign_in_as, name="sign_in_as"),
    path("", include("peremena.config.urls")),
]
pytestmark = pytest.mark.urls(__name__)

PAGES = {
    "visitor": """
        / /help/ /cases/ /demonstration/ /nowhere/ /forbidden/ /broken/
        /sign-in/ /sign-in/password/ /sign-in/paper/ /sign-in/closed/ /sign-up/ /password/
        /on-this-phone/
    """,
    "newcomer": """
        / /join/ /join/{invitation}/ /projects/new/ /projects/from-file/ /cases/{case}/
        /me/ /me/helpers/ /me/written-for-me/ /me/e-mail/ /me/password/new/ /me/keys/add/ /sign-out/
    """,
    "leader": """
        /on-this-phone/ /on-this-phone/?leaving
        / /me/keys/ /me/devices/ /me/consents/ /me/data/ /me/deeds/
        /projects/{project}/ /projects/{project}/remarks/ /projects/{project}/people/
        /projects/{project}/problem/ /projects/{project}/problem/versions/
        /projects/{project}/milestones/ /projects/{project}/milestones/{milestone}/
        /projects/{project}/changes/ /projects/{project}/problem/verdict/
        /projects/{good}/ /projects/{good}/remarks/ /projects/{good}/place/
        /projects/{good}/budget/ /projects/{empty}/ /projects/{empty}/telling/
        /territories/{territory}/resources/ /territories/{territory}/resources/add/
        /territories/{territory}/resources/add/?layer=stories /resources/{resource}/
        /resources/{resource}/edit/
        /territories/{territory}/neighbours/ /neighbours/{answers}/ /territories/{territory}/twins/
        /projects/{project}/borrow/ /projects/{project}/pictures/
        /projects/{project}/pictures/tree/ /projects/{project}/pictures/goals/
        /projects/{project}/pictures/parties/ /projects/{project}/pictures/calendar/
        /projects/{project}/pictures/chain/ /projects/{project}/pictures/logframe/
        /projects/{project}/pictures/money/ /projects/{empty}/pictures/tree/
        /projects/{project}/formula/ /projects/{project}/papers/
    """,
    "neighbour": "/n/{token}/ /n/{token}/1/ /n/{token}/name/",
    "reader": """
        /talks/ /projects/{project}/people/rights/ /projects/{project}/problem/
        /projects/{project}/remarks/
    """,
    "staff": """
        / /me/ /projects/{project}/goal/
        /people/ /people/new/ /people/{person}/ /people/{person}/posts/new/ /paper-codes/
        /people/{person}/same/ /people/{person}/same/{other}/
        /organisations/ /organisations/new/
        /people/{person}/consents/ /requests/ /requests/{asked}/ /kept/ /journal/
    """,
}


@pytest.fixture
def place(settings):
    settings.DEMONSTRATION = True
    return school(rows=2)


def short(brief):
    """One line of the budget shows all that twenty would."""
    return brief.model_copy(update={"budget": brief.budget[:1]})


def somebody(place, who):
    return {
        "visitor": lambda: None,
        "neighbour": lambda: None,
        "newcomer": PersonFactory,
        "leader": lambda: place.leader,
        "reader": lambda: member_of(place.project, TeamRole.READER),
        "staff": lambda: somebody_with(Role.STAFF),
    }[who]()


@pytest.mark.parametrize("who", PAGES)
def test_no_page_shuts_anybody_out(open_browser, live_server, place, who):
    PersonFactory(is_demonstration=True, about="библиотекарь, Лесная")
    names = place.addresses | {
        "good": project_of(place.leader, brief=short(example())).pk,
        "empty": project_of(place.leader).pk,
        "case": cases.all_cards()[0].id,
        "token": place.project.territory.questionnaires.first().token,
        "person": place.leader.pk,
        "asked": requests.ask_erasure(place.leader, by=place.leader, now=NOON).pk,
        "other": known(PersonFactory()).pk,
    }
    page, asked = open_browser(somebody(place, who), viewport=DESKTOP, **ALONE), set()
    page.on("request", lambda request: asked.add(request.url))
    found = {}

    for address in PAGES[who].format(**names).split():
        page.goto(address)
        found[address] = faults_in_every_look(page)

    assert {address: faults for address, faults in found.items() if faults} == {}
    assert page.complaints == []
    assert [url for url in asked if not url.startswith(live_server.url)] == []


def test_the_page_for_the_code_shuts_nobody_out(open_browser, place):
    page = open_browser()

    page.goto("/sign-in/")
    page.get_by_label("Адрес электронной почты").fill("aliya@example.org")
    page.get_by_role("button", name="Прислать код").click()
    page.get_by_role("heading", name="Код из письма").wait_for()

    assert faults_in_every_look(page) == []


def test_a_form_with_errors_shuts_nobody_out(open_browser, place):
    page = open_browser(place.leader)

    page.goto("/projects/new/")
    page.evaluate("document.querySelector('main form').noValidate = true")
    page.get_by_role("button", name="Начать").click()
    page.locator(".error").first.wait_for()

    assert faults_in_every_look(page) == []


def test_a_refusal_and_a_stale_page_shut_nobody_out(open_browser, place):
    """Without the keeper: an answer to what it fetches beside would bring the token back."""
    page = open_browser(place.leader, service_workers="block")
    invitation = place.project.invitations.first()
    join = page.get_by_role("button", name="Войти в команду")

    page.goto(invitation.get_absolute_url())
    join.click()
    page.get_by_role("heading", name="Сейчас это сделать нельзя").wait_for()
    refusal = faults_in_every_look(page)
    page.go_back()
    page.context.clear_cookies()
    join.click()
    page.get_by_role("heading", name="Страница устарела").wait_for()

    assert refusal + faults_in_every_look(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_opens_over_a_page_shuts_nobody_out(open_browser, place, scheme):
    page = open_browser(place.leader, color_scheme=scheme)
    remarks = f"/projects/{place.project.pk}/remarks/"
    team = f"/projects/{place.project.pk}/people/"
    found = {}

    for address, opener in {
        remarks: "details.dialog",
        team: "details.dialog",
        "/": ".menu",
    }.items():
        page.goto(address)
        page.locator(f"{opener} > summary").first.click()
        found[address] = accessibility_faults(page)
        assert sideways(page) <= 0

    assert {address: faults for address, faults in found.items() if faults} == {}


# What a keyboard reaches, by name; of radio buttons a browser goes to one of each group.
REACHABLE = """
    Array.from(document.querySelectorAll("a, button, input, select, summary, textarea"))
        .filter((one) => one.checkVisibility() && !one.disabled)
        .filter((one) => !["hidden", "radio"].includes(one.type))
        .map((one) => one.id || one.textContent.trim() || one.ariaLabel || one.name)
"""
FOCUSED = """() => {
    const one = document.activeElement;
    if (one === document.body) return null;
    const look = getComputedStyle(one), box = one.getBoundingClientRect(), parts = [0.1, 0.5, 0.9];
    const seen = parts.flatMap((x) => parts.map((y) =>
        document.elementFromPoint(box.left + x * box.width, box.top + y * box.height)));
    return {
        type: one.type,
        name: one.id || one.textContent.trim() || one.ariaLabel || one.name,
        isOutlined: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
        isUncovered: seen.some((top) => top && (one.contains(top) || top.contains(one))),
    };
}"""


@pytest.fixture
def problem(open_browser, place):
    """The longest page of a section, with remarks, offers and notes."""

    def open_problem(**options):
        page = open_browser(place.leader, reduced_motion="reduce", **options)
        page.goto(f"/projects/{place.project.pk}/problem/")
        return page

    return open_problem


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_a_keyboard_goes_through_a_section_in_order_and_always_sees_where_it_is(problem, key):
    page, steps = problem(), []
    there = page.evaluate(REACHABLE)

    page.keyboard.press(key)
    while (step := page.evaluate(FOCUSED)) and len(steps) < 2 * len(there):
        steps.append(step)
        page.keyboard.press(key)

    visited = [step["name"] for step in steps if step["type"] != "radio"]
    assert (visited if key == "Tab" else visited[::-1]) == there
    assert [step for step in steps if not (step["isOutlined"] and step["isUncovered"])] == []


def test_at_double_size_a_section_loses_nothing(problem):
    page = problem(viewport=DESKTOP)
    there = page.evaluate(REACHABLE)

    page.set_viewport_size({"width": DESKTOP["width"] // 2, "height": DESKTOP["height"] // 2})

    assert sorted(page.evaluate(REACHABLE)) == sorted(there)
    assert lost_at_double_size(page) == []


MAIN_PAGES = """
    / /projects/{project}/ /projects/{project}/remarks/ /projects/{project}/pictures/tree/
    /projects/{project}/pictures/calendar/ /projects/{project}/pictures/logframe/
    /projects/{project}/pictures/money/ /projects/{project}/problem/versions/
"""


def test_at_double_size_the_main_pages_lose_nothing(open_browser, place):
    page, found = open_browser(place.leader, **ALONE), {}

    for address in MAIN_PAGES.format(**place.addresses).split():
        page.goto(address)
        page.evaluate(UNFOLD)
        found[address] = lost_at_double_size(page)

    assert {address: faults for address, faults in found.items() if faults} == {}
