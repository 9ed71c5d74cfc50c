"""Remarks on a page of the workshop while somebody mends it."""

import pytest

from tests.factories import PersonFactory, example, project_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pressing_save_shows_what_an_expert_says_now(open_browser):
    leader = PersonFactory()
    project = project_of(leader)
    page = open_browser(leader)
    page.goto(f"/projects/{project.pk}/goal/")
    assert "Здесь пока пусто" in page.locator("#remarks").inner_text()

    page.locator('[name="goal.text"]').fill("Купить оборудование на грант.")
    page.get_by_role("button", name="Сохранить").click()
    page.locator("#remarks", has_text="Целью названы деньги или покупка").wait_for()
    page.locator(".question .remark", has_text="Целью названы деньги").wait_for()

    page.locator('[name="goal.text"]').fill("К маю 2028 года 40 подростков Ключей заняты вечером.")
    page.get_by_role("button", name="Сохранить").click()
    page.locator(".question .remark", has_text="Целью названы деньги").wait_for(state="detached")
    assert page.complaints == []


def test_remarks_come_and_go_while_somebody_writes(open_browser):
    """No button is pressed; the cursor stays where it is; the new remark waits until it leaves."""
    leader = PersonFactory()
    project = project_of(leader, brief=example("bad-ploshchadka"))
    page = open_browser(leader)
    page.goto(f"/projects/{project.pk}/groups/")
    too_many = page.locator('.question .remark[data-remark="TG-02:groups.g1.size"]')
    too_many.wait_for()

    size = page.locator('[name="groups.g1.size"]')
    size.fill("500")
    too_many.wait_for(state="detached")
    assert page.evaluate("document.activeElement.name") == "groups.g1.size"
    assert page.locator("#remarks [role=status]").inner_text() == "Стало лучше: ушло 1 замечание."

    size.fill("4000")
    page.locator("#remarks li", has_text="4 000").wait_for()
    page.locator('[data-question="groups.g1.size"] summary').first.focus()  # still in the question
    assert too_many.count() == 0
    page.locator('[name="groups.g1.place"]').focus()
    too_many.wait_for()
    assert page.complaints == []
