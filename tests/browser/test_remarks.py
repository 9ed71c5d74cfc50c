"""Remarks on a page of the workshop while somebody mends it."""

import pytest

from tests.factories import PersonFactory, project_of

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
