"""The brief cut into pages of the workshop and put together again."""

import json

import pytest

from peremena.projects import examples, workshop
from peremena.projects.brief import Section, export, read
from peremena.projects.brief.sections import KEYS

BRIEFS = ("good-pimokaty", "bad-ploshchadka")


@pytest.mark.parametrize("name", BRIEFS)
def test_what_comes_in_goes_out_unchanged(name):
    text = examples.text(name)

    pages = workshop.split(read(text))

    assert json.loads(export(workshop.compose(pages))) == json.loads(text)


def test_every_page_holds_its_own_part_only():
    pages = workshop.split(read(examples.text("good-pimokaty")))

    assert {section: set(page) for section, page in pages.items()} == {
        section: set(keys) for section, keys in KEYS.items()
    }


def test_rows_without_an_id_get_one_that_is_theirs_alone():
    rows = workshop.with_ids([{"id": "row1"}, {"text": "Без номера"}])

    assert rows == [{"id": "row1"}, {"id": "row2", "text": "Без номера"}]


def test_kopecks_survive_the_way_through_a_draft():
    text = json.dumps({"format": "peremena.brief/1", "budget": [{"id": "b1", "sum": 294440.15}]})

    pages = workshop.split(read(text))

    assert pages[Section.BUDGET]["budget"][0]["sum"] == "294440.15"
    assert json.loads(export(workshop.compose(pages)))["budget"][0]["sum"] == 294440.15


def test_what_cannot_be_read_yet_counts_as_not_filled_in():
    pages = {Section.BUDGET: {"budget": [{"id": "b1", "title": "Шерсть", "price": "дорого"}]}}

    [line] = workshop.compose(pages).budget

    assert (line.title, line.price) == ("Шерсть", None)


def test_i_do_not_know_yet_is_no_part_of_the_brief():
    pages = {Section.GOAL: {"goal": {"text": "Цель"}, "unknown": {"goal.deadline": True}}}

    assert workshop.compose(pages).goal.text == "Цель"


def test_ages_stand_in_their_order_whatever_the_database_does():
    bands = {"60+": 314, "0-11": 148, "18-59": 604, "12-17": 74, "35-40": 12}
    pages = {Section.PLACE: {"passport": {"population_by_age": bands}}}

    ages = workshop.compose(pages).passport.population_by_age

    assert list(ages) == ["0-11", "12-17", "18-59", "60+", "35-40"]
