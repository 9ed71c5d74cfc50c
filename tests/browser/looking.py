"""What only a browser sees: contrast, names, focus, and whether a page fits its screen."""

from itertools import product

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": RULES},
    "resultTypes": ["violations"],
    "preload": False,
}
COLOURS = OPTIONS | {"runOnly": ["color-contrast", "link-in-text-block"]}
WIDTHS, SCHEMES, NARROWEST = (360, 1280), ("light", "dark"), 320
BROKEN_RULES = """async (options) => (await axe.run(options)).violations.map(
    (one) => `${one.id}: ${one.help} — ${one.nodes[0].html.slice(0, 200)}`
)"""
TORN = """Array.from(document.querySelectorAll("main :is(dd, dt, li, p, td, h1, h2, h3, label)"))
    .filter((one) => one.checkVisibility() && one.clientWidth > 1 && one.clientWidth < 30)
    .filter((one) => one.textContent.trim().length > 9)
    .map((one) => "torn into letters: " + one.textContent.trim().slice(0, 60))
"""
UNFOLD = """
    for (const one of document.querySelectorAll("details:not(.dialog, .menu)")) one.open = true;
"""


def accessibility_faults(page, options=OPTIONS):
    """Each rule that axe finds broken, with the first place where it is."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(Axe().axe_script)
    return page.evaluate(BROKEN_RULES, options)


def sideways(page):
    """How many pixels of the page stick out to the right."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def faults_in_every_look(page):
    """What is wrong with the open page, all of it unfolded, in any width and scheme.

    Between the schemes only colours differ, so in the dark only they are looked at once more.
    """
    page.evaluate(UNFOLD)
    found = []
    for width, (scheme, options) in product(WIDTHS, {"light": OPTIONS, "dark": COLOURS}.items()):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        faults = accessibility_faults(page, options)
        faults += page.evaluate(TORN)
        found += [f"{width} px, {scheme}: {fault}" for fault in faults]
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    if (pixels := sideways(page)) > 0:
        found.append(f"{pixels} px stick out at {NARROWEST} px")
    return found
