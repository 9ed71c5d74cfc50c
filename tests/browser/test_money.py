"""The ledger, the path of an application and the public page in a real browser."""

import pytest

from peremena.contests import services as contests
from tests.browser.conftest import DESKTOP
from tests.browser.looking import ALONE, faults_in_every_look
from tests.factories import NOON
from tests.impact.money import MILLION, TODAY, submitted, won
from tests.impact.test_budgets import ledger

PAGES = {
    "visitor": "/results/ /results/decisions/",
    "staff": """
        /money/?year={year} /money/{award}/ /money/{award}/change/
        /applications/{lost}/after/ /applications/{waiting}/
        /applications/{waiting}/decision/ /applications/{waiting}/won/ /money/{unconfirmed}/
    """,
}


@pytest.mark.parametrize("who", PAGES)
def test_no_page_of_money_shuts_anybody_out(open_browser, live_server, who):
    staff, award = ledger(2)
    lost, waiting, winner = submitted(), submitted(), submitted()
    said = {"on": TODAY, "reason": "Мало партнёров", "marks": {"total": "61"}}
    contests.lose(lost, by=staff, now=NOON, **said)
    names = {
        "award": award.pk,
        "lost": lost.pk,
        "waiting": waiting.pk,
        "unconfirmed": won(winner, staff, awarded=MILLION).pk,
        "year": TODAY.year,
    }
    page = open_browser(staff if who == "staff" else None, viewport=DESKTOP, **ALONE)
    found = {}

    for address in PAGES[who].format(**names).split():
        page.goto(address)
        found[address] = faults_in_every_look(page)

    assert {address: faults for address, faults in found.items() if faults} == {}
    assert page.complaints == []
