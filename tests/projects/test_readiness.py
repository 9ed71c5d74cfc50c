"""How far each page is, and which one comes next."""

import pytest

from peremena.projects import examples, readiness, workshop
from peremena.projects.brief import Brief, Section, read
from peremena.projects.readiness import Readiness


def pages(brief):
    contents = workshop.split(brief).items()
    return {section: readiness.of_page(section, content) for section, content in contents}


def test_a_whole_brief_is_full():
    ready = pages(read(examples.text("good-pimokaty")))

    assert {section: page.percent for section, page in ready.items()} == dict.fromkeys(Section, 100)
    assert readiness.overall(ready.values()) == 100


def test_an_empty_brief_is_empty_on_every_page():
    ready = pages(Brief())

    assert all(page.is_empty for page in ready.values())
    assert readiness.overall(ready.values()) == 0


def test_an_empty_list_is_one_question_without_an_answer():
    assert readiness.of_page(Section.TASKS, {"tasks": []}) == Readiness(Section.TASKS, 0, 1)


def test_a_list_that_may_stay_empty_is_not_asked_for_until_it_is_begun():
    nobody = {"stakeholders": [], "groups": []}
    somebody = {"stakeholders": [{"id": "h1", "who": "Школа"}], "groups": []}

    assert readiness.of_page(Section.GROUPS, nobody).asked == 1
    assert readiness.of_page(Section.GROUPS, somebody) == Readiness(Section.GROUPS, 1, 5)


def test_i_do_not_know_yet_is_an_answer():
    content = {"goal": {"text": "Цель"}, "unknown": {"goal.deadline": True}}

    assert readiness.of_page(Section.GOAL, content).is_full


def test_zero_is_an_answer():
    rows = [{"id": "r1", "base": 0}]

    assert readiness.of_page(Section.RESULTS, {"results": rows}).answered == 1


@pytest.mark.parametrize(
    ("answered", "errors", "expected"),
    [
        ({}, {}, Section.PROBLEM),
        ({Section.PROBLEM: 3}, {}, Section.ABOUT),
        (dict.fromkeys(Section, 10), {}, None),
        (dict.fromkeys(Section, 10), {Section.BUDGET: 1}, Section.BUDGET),
        (dict.fromkeys(Section, 10) | {Section.TEAM: 9}, {Section.TELLING: 2}, Section.TEAM),
    ],
)
def test_the_next_page(answered, errors, expected):
    ready = [Readiness(section, answered.get(section, 0), 10) for section in Section]

    assert readiness.next_page(ready, errors) is expected
