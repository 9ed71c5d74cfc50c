"""Pages that no walk by hand shows shut nobody out: each of the table, for all who hold an office.

One look in light colours on a phone, one in the dark on a desk.
"""

import re

import pytest
from django.urls import Resolver404, resolve

from tests.access.pages import WHO, Shown, pages
from tests.access.world import made
from tests.browser import test_every_page, test_money
from tests.browser.conftest import DESKTOP
from tests.browser.looking import ALONE, UNFOLD, accessibility_faults, sideways

NARROW = {"width": 360, "height": 900}
LISTED = [*test_every_page.PAGES.values(), *test_money.PAGES.values()]
OF_CONTESTS = {"list", "contest", "choose", "prospect", "application", "paste"}
STANDS_FOR = {"token": "t", "invitation": "t", "case": "case"}


def seen_elsewhere():
    found = {f"contests:{name}" for name in OF_CONTESTS}
    for address in " ".join(LISTED).split():
        plain = re.sub(r"\{(\w+)\}", lambda name: STANDS_FOR.get(name[1], "1"), address)
        try:
            found.add(resolve(plain.partition("?")[0]).view_name)
        except Resolver404:
            continue
    return found


def faults(page):
    """In two looks: whatever width and theme can break is seen in one of them."""
    page.evaluate(UNFOLD)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = accessibility_faults(page)
    if (pixels := sideways(page)) > 0:
        found.append(f"{pixels} px stick out at {NARROW['width']} px")
    page.set_viewport_size(DESKTOP)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found += accessibility_faults(page)
    page.set_viewport_size(NARROW)
    return found


@pytest.mark.parametrize("who", WHO)
def test_no_other_page_shuts_anybody_out(open_browser, who):
    world, elsewhere = made(), seen_elsewhere()
    page, found = open_browser(world.people[who], viewport=NARROW, **ALONE), {}

    for shown in pages():
        if shown.who == who and shown.name not in elsewhere:
            page.goto(shown.address(world))
            found[shown.name] = faults(page)

    assert {name: said for name, said in found.items() if said} == {}
    assert page.complaints == []


DESKS = {
    "observer": ["desk:home", "desk:totals", "desk:map", "impact:ledger", "impact:award"],
    "expert": ["desk:home", "desk:queue", "desk:twins", "places:passport", "places:resources"],
}


@pytest.mark.parametrize("who", DESKS)
def test_what_is_another_page_for_them_shuts_them_out_neither(open_browser, who):
    world, found = made(), {}
    page = open_browser(world.people[who], viewport=NARROW, **ALONE)

    for name in DESKS[who]:
        page.goto(Shown(name, who).address(world))
        found[name] = faults(page)

    assert {name: said for name, said in found.items() if said} == {}
    assert page.complaints == []
