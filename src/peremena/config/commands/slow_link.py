"""A section's page on a village link, in a real browser: when a field is in sight, when words stay.

In sight: the page is drawn, with its looks, and the field takes words. Kept: from here on each word
is on the phone at once (drafts/early.js), and goes to the site when the rest has come.
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
LOOK = f"""const look = () => {{
    const field = document.querySelector({FIELD!r});
    if (field?.getClientRects().length) performance.mark("a field is in sight");
    else requestAnimationFrame(look);
}};
requestAnimationFrame(look);"""
SECONDS = """() => {
    const at = (name) => performance.getEntriesByName(name)[0].startTime / 1000;
    const inSight = Math.max(at("first-contentful-paint"), at("a field is in sight"));
    return [inSight, Math.max(inSight, at("words are kept")), at("words are sent")];
}"""


@dataclass(frozen=True)
class Visit:
    """Seconds from the press on the link."""

    name: str
    in_sight: float
    kept: float
    sent: float


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
        page.add_init_script(LOOK)
        link = context.new_cdp_session(page)
        link.send("Network.emulateNetworkConditions", LINK)
        yield visited(page, section, "first")
        page.goto("about:blank")
        yield visited(page, section, "later")
        browser.close()


def signed_in(browser: Any, address: str) -> tuple[str, Any]:
    """The address of a section and the session's cookie, in a browser whose disk is not used.

    The section is asked for once, for a server that has just begun is slow for its first visitor.
    """
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto("/demonstration/")
    page.get_by_role("button", name="Галина").first.click()
    page.get_by_role("link", name="Весь проект").first.click()
    page.wait_for_url("**/projects/*/")
    section, cookies = f"{page.url}problem/", context.cookies()
    page.goto(section)
    context.close()
    return section, [one for one in cookies if one["name"] == "sessionid"]


def visited(page: Any, address: str, name: str) -> Visit:
    page.goto(address, wait_until="load", timeout=PATIENCE)
    page.locator(FIELD).first.wait_for(timeout=PATIENCE)
    page.wait_for_function("() => performance.getEntriesByName('words are sent').length > 0")
    return Visit(name, *page.evaluate(SECONDS))
