"""What only a browser sees: contrast, names, focus, and whether a page fits its screen."""

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "preload": False}
WIDTHS, SCHEMES = (360, 1280), ("light", "dark")


def accessibility_faults(page):
    """Each rule that axe finds broken, with the first place where it is."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{one['id']}: {one['help']} — {one['nodes'][0]['html'][:200]}" for one in found]


def sideways(page):
    """How many pixels of the page stick out to the right."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")
