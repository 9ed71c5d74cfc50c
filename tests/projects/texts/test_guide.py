"""The guide for people says what the workshop says, and its links lead somewhere."""

import re
from pathlib import Path

import pytest

from peremena.config.commands import checking
from peremena.projects import texts
from peremena.projects.brief import Section

GUIDE = Path(__file__).parents[3] / "docs" / "guide"
PAGES = sorted([*GUIDE.glob("*.md"), *GUIDE.glob("checks/*.md")])
ROOMS = Path(__file__).parents[3] / "src" / "peremena"


@pytest.mark.parametrize("section", Section)
def test_the_guide_names_every_section_and_the_time_it_takes(section):
    words = texts.section(section, "ru")
    rows = (GUIDE / "masterskaya.md").read_text("utf-8").splitlines()

    row = next(row for row in rows if row.startswith(f"| **{words.title}** |"))

    assert row.endswith(f"| {words.minutes}\u00a0минут |")


def test_the_pages_about_rules_say_what_the_rules_say():
    assert list(checking.stale_guide()) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_the_guide_leads_to_a_page(page):
    links = re.findall(r"\]\(([^)#]+)", page.read_text("utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_whatever_the_guide_says_to_press_is_on_the_screen(page):
    pressed = re.findall(r"[Нн]ажмите\s[^«.:]*«([^»]+)»", page.read_text("utf-8"))
    places = ("*/locale/ru/LC_MESSAGES/django.po", "projects/texts/ru/*.toml")
    said = [file for place in places for file in ROOMS.glob(place)]
    screens = "".join(file.read_text("utf-8") for file in said)

    assert [name for name in pressed if f'"{name}"' not in screens] == []
