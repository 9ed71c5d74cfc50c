"""What only a browser sees: contrast, names, focus, and whether a page fits its screen."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = Path(__file__).with_name("contrast.js").read_text()
LEGIBLE: set[str] = set()  # looks of words whose contrast is good
ALL = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {"color-contrast": {"enabled": False}}}
COLOURS = {"runOnly": ["link-in-text-block"]}
SPARING = {"resultTypes": ["violations"], "preload": False, "selectors": False}
WIDTHS, SCHEMES, NARROWEST = (360, 1280), ("light", "dark"), 320
# Between the schemes only colours differ, so in the dark only they are looked at once more. In such
# an order that only one thing changes from look to look.
LOOKS = [(360, "light", ALL), (360, "dark", COLOURS), (1280, "dark", COLOURS), (1280, "light", ALL)]
ALONE = {"service_workers": "block"}  # for a walk: the keeper would fetch projects beside each page
BROKEN_RULES = """async (options) => (await axe.run(options)).violations.map(
    (one) => `${one.id}: ${one.help} — ${one.nodes[0].html.slice(0, 200)}`
)"""
TORN = """Array.from(document.querySelectorAll("main :is(dd, dt, li, p, td, h1, h2, h3, label)"))
    .filter((one) => one.checkVisibility() && one.clientWidth > 1 && one.clientWidth < 30)
    .filter((one) => one.textContent.trim().length > 9)
    .map((one) => "torn into letters: " + one.textContent.trim().slice(0, 60))
"""
CUT = """Array.from(document.querySelectorAll("main *"))
    .filter((one) => one.checkVisibility() && !one.closest(".unseen, svg") && one.clientWidth > 1)
    .filter((one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowX))
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.textContent.trim())
    .map((one) => "cut: " + one.textContent.trim().slice(0, 60))
"""
LETTERS = "(size) => { document.documentElement.style.fontSize = size; }"
UNFOLD = """
    for (const one of document.querySelectorAll("details:not(.dialog, .menu)")) one.open = true;
"""


def accessibility_faults(page, rules=ALL):
    """Each rule that axe finds broken, with the first place where it is; contrast always."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(Axe().axe_script)
        page.add_init_script(Axe().axe_script)  # for its next pages
    contrast = page.evaluate(CONTRAST, list(LEGIBLE))
    LEGIBLE.update(contrast["good"])
    return page.evaluate(BROKEN_RULES, rules | SPARING) + contrast["faults"]


def sideways(page):
    """How many pixels of the page stick out to the right."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def faults_in_every_look(page):
    """What is wrong with the open page, all of it unfolded, in any width and scheme."""
    page.evaluate(UNFOLD)
    found = []
    for width, scheme, rules in LOOKS:
        if page.viewport_size != (size := {"width": width, "height": 900}):
            page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        faults = accessibility_faults(page, rules) + page.evaluate(TORN)
        found += [f"{width} px, {scheme}: {fault}" for fault in faults]
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    if (pixels := sideways(page)) > 0:
        found.append(f"{pixels} px stick out at {NARROWEST} px")
    return found


def lost_at_double_size(page):
    """What sticks out or is cut on a desk at 200 %, and on a phone with letters twice as large."""
    page.set_viewport_size({"width": 640, "height": 450})
    found = [f"magnified, {fault}" for fault in stuck(page)]
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate(LETTERS, "225%")
    found += [f"large letters, {fault}" for fault in stuck(page)]
    page.evaluate(LETTERS, "")
    return found


def stuck(page):
    out = [f"{pixels} px stick out"] if (pixels := sideways(page)) > 0 else []
    return out + page.evaluate(CUT) + page.evaluate(TORN)
