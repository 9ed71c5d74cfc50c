"""On a slow link time is round trips and bytes; the round trips are counted here, bytes in budgets.

Nothing is timed, so a busy machine changes nothing. `./peremena bench` has the seconds.
"""

from functools import partial

import pytest

from peremena.projects.brief import read
from tests.browser.test_two_phones import BRIEF, CORE, on_disk
from tests.browser.village import add, all_sent
from tests.factories import PersonFactory, project_of

EARLY = ("early.js", "inputs.js", "store.js")
LOOKS = ("kit.css", "draft.css")
MOST_ROUND_TRIPS = 2  # the page, and what its head names


@pytest.fixture
def project(settings):
    settings.KEPT = []
    return project_of(PersonFactory(name="Алия"), brief=read(BRIEF))


@pytest.fixture
def address(project):
    return f"/projects/{project.pk}/problem/"


@pytest.fixture
def page(open_browser, project):
    return open_browser(project.memberships.get().person)


def only_what_is_early(route):
    if route.request.url.endswith(EARLY):
        return route.continue_()
    return route.abort()


def name(url):
    return url.rpartition("/")[2]


def test_words_are_on_the_phone_while_what_sends_them_is_still_on_its_way(page, address, project):
    page.route("**/*.js", only_what_is_early)
    page.goto(address)

    add(page.locator(CORE), " И летом.")
    on_disk(page, "Клуб закрыт. Зимой негде быть. И летом.")

    page.unroute("**/*.js")
    page.goto(address)
    all_sent(page)
    content = project.sections.get(name="problem").draft.content
    assert content["problem"]["core"] == "Клуб закрыт. Зимой негде быть. И летом."


def test_words_are_safe_after_two_round_trips(page, address):
    asked = []
    link = page.context.new_cdp_session(page)
    link.send("Network.enable")
    link.on("Network.requestWillBeSent", partial(list.append, asked))
    page.goto(address)
    page.wait_for_function("() => performance.getEntriesByName('words are kept').length")

    trips = {}
    for one in asked:
        by = one["initiator"]
        frames = by.get("stack", {}).get("callFrames", [])
        above = by.get("url") or (frames[0]["url"] if frames else "")
        trips.setdefault(one["request"]["url"], trips.get(above, 0) + 1)
    needed = {name(url): trip for url, trip in trips.items() if name(url) in (*EARLY, *LOOKS)}

    assert needed.keys() == {*EARLY, *LOOKS}
    assert {file: trip for file, trip in needed.items() if trip > MOST_ROUND_TRIPS} == {}
