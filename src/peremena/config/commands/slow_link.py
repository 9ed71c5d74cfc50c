"""A section's page on a village link, in a real browser: when a field is in sight, when words stay.

In sight: the page is drawn and the field takes words; a plain Save keeps them, and the script takes
up what was typed before it came. Kept: from here on each word is on the phone at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import shots, testing

LINK = {
    "offline": False, "latency": 800,
    "downloadThroughput": 64_000 / 8, "uploadThroughput": 64_000 / 8,
}  # fmt: skip
PATIENCE = 60_000
FIELD = "#draft textarea, #draft .field input"
SECONDS = """() => [
    performance.getEntriesByName("first-contentful-paint"),
    performance.getEntriesByName("words are kept"),
].map(([one]) => one ? one.startTime / 1000 : null)"""


@dataclass(frozen=True)
class Visit:
    """Seconds from the press on the link."""

    name: str
    in_sight: float
    kept: float


def visits(state: Path) -> Iterator[Visit]:
    """Nothing where there is no Chromium."""
    chromium = testing.find_chromium()
    if chromium is None:
        return
    from playwright.sync_api import sync_playwright

    with shots.demonstration(state) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        section, cookies = signed_in(browser, address)
        context = browser.new_context(viewport={"width": 390, "height": 844})
        context.add_cookies(cookies)
        page = context.new_page()
        link = context.new_cdp_session(page)
        link.send("Network.emulateNetworkConditions", LINK)
        yield visited(page, section, "first")
        page.goto("about:blank")
        yield visited(page, section, "later")
        browser.close()


def signed_in(browser: Any, address: str) -> tuple[str, Any]:
    """The address of a section and the session's cookie, in a browser whose disk is not used."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto("/demonstration/")
    page.get_by_role("button", name="Галина").first.click()
    page.get_by_role("link", name="Весь проект").first.click()
    page.wait_for_url("**/projects/*/")
    section, cookies = f"{page.url}problem/", context.cookies()
    context.close()
    return section, [one for one in cookies if one["name"] == "sessionid"]


def visited(page: Any, address: str, name: str) -> Visit:
    page.goto(address, wait_until="load", timeout=PATIENCE)
    page.locator(FIELD).first.wait_for(timeout=PATIENCE)
    page.wait_for_timeout(1000)
    in_sight, kept = page.evaluate(SECONDS)
    return Visit(name, in_sight, kept)
