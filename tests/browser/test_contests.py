"""Contests in a browser: every page is calm for everybody, and a tap copies a text."""

import pytest
from django.urls import reverse

from peremena.contests import services
from tests.browser.looking import faults_in_every_look
from tests.factories import NOON, PersonFactory, example, project_of


@pytest.fixture
def leader():
    return PersonFactory()


@pytest.fixture
def application(leader):
    return services.freeze(project_of(leader, brief=example()), "fpg", by=leader, now=NOON)


def test_the_pages_of_contests_are_open_to_everybody(open_browser, leader, application):
    refused = project_of(leader, brief=example("bad-ploshchadka"))
    pages = [
        reverse("contests:list"),
        reverse("contests:contest", args=["fpg"]),
        reverse("contests:choose", args=[refused.pk]),
        reverse("contests:prospect", args=[refused.pk, "fpg"]),
        reverse("contests:application", args=[application.pk]),
        reverse("contests:paste", args=[application.pk]),
    ]
    page, found = open_browser(leader), {}

    for address in pages:
        page.goto(address)
        found[address] = faults_in_every_look(page)

    assert {address: faults for address, faults in found.items() if faults} == {}
    assert page.complaints == []


def test_a_tap_copies_a_text_and_says_so(open_browser, leader, application):
    page = open_browser(leader, permissions=["clipboard-read", "clipboard-write"])
    page.goto(reverse("contests:paste", args=[application.pk]))

    button = page.locator("[data-copy=text-summary]")
    button.click()

    button.filter(has_text="Скопировано").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == application.frozen_brief.project.summary


def test_without_javascript_the_texts_can_still_be_selected(open_browser, leader, application):
    page = open_browser(leader, java_script_enabled=False)

    page.goto(reverse("contests:paste", args=[application.pk]))

    assert page.locator("#text-summary").input_value() == application.frozen_brief.project.summary
    assert page.locator("[data-copy]").first.is_hidden()
