"""What only a browser sees: contrast, names, focus, and whether a page fits its screen."""

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": RULES},
    "resultTypes": ["violations"],
    "preload": False,
}
WIDTHS, SCHEMES, NARROWEST = (360, 1280), ("light", "dark"), 320
UNFOLD = """
    for (const one of document.querySelectorAll("details:not(.dialog, .menu)")) one.open = true;
"""


def accessibility_faults(page):
    """Each rule that axe finds broken, with the first place where it is."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(Axe().axe_script)
    found = page.evaluate("options => axe.run(options)", OPTIONS)["violations"]
    return [f"{one['id']}: {one['help']} — {one['nodes'][0]['html'][:200]}" for one in found]


def sideways(page):
    """How many pixels of the page stick out to the right."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def faults_in_every_look(page):
    """What is wrong with the open page, all of it unfolded, in any width and scheme."""
    page.evaluate(UNFOLD)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += [f"{width} px, {scheme}: {fault}" for fault in accessibility_faults(page)]
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    if (pixels := sideways(page)) > 0:
        found.append(f"{pixels} px stick out at {NARROWEST} px")
    return found
