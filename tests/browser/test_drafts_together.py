"""Several people, rows and tabs on the page of one draft: nobody destroys another's words."""

import random

from peremena.drafts import services
from peremena.drafts.deeds import Deed, Verb
from peremena.drafts.protocol import SaveRequest
from tests.browser.village import (
    CORE,
    NOW,
    PEOPLE,
    add,
    all_sent,
    saved,
    stands,
    unfold,
    write_elsewhere,
)
from tests.drafts.village import Village


def test_words_in_a_row_that_somebody_removes_bring_it_back(come, draft, aliya, pavel):
    page = come(aliya)
    unfold(page, "Причина 1")
    request = SaveRequest("elsewhere-1", 1, deed=Deed(Verb.REMOVE, "problem.causes.c1"))
    services.save(draft, request, model=Village, by=pavel, now=NOW)

    page.locator(PEOPLE).fill("7")
    page.locator('[name="problem.causes.c1.text"]').fill("всё-таки нет ставки")
    all_sent(page)

    texts = [row.get("text") for row in stands(draft, "problem", "causes")]
    assert sorted(texts) == ["всё-таки нет ставки", "нет тепла"]


def test_what_others_write_appears_and_leaves_the_field_in_hand_alone(come, draft, aliya, pavel):
    page = come(aliya)
    add(page.locator(CORE), " Мои слова.")
    write_elsewhere(
        draft, pavel, {"problem.core": "Клуб давно закрыт. Зимой негде быть.", "place.people": "7"}
    )
    saved(page)

    assert page.locator(PEOPLE).input_value() == "7"
    assert page.locator(CORE).input_value() == "Клуб закрыт. Зимой негде быть. Мои слова."
    add(page.locator(CORE), " Ещё.")
    page.locator(CORE).press("Tab")
    all_sent(page)
    merged = "Клуб давно закрыт. Зимой негде быть. Мои слова. Ещё."
    assert stands(draft, "problem", "core") == merged
    assert page.locator(CORE).input_value() == merged
    assert not draft.clashes.exists()


def test_two_people_in_one_field_on_a_bad_network_lose_no_word(come, draft, aliya, pavel):
    chance = random.Random(3)
    pages = [come(aliya), come(pavel)]
    said = []
    for step in range(12):
        writer = chance.randrange(2)
        page, field = pages[writer], pages[writer].locator(CORE)
        page.context.set_offline(chance.random() < 0.3)
        said.append(f"{'АП'[writer]}{step}.")
        field.press(chance.choice(["Control+Home", "Control+End"]))
        field.press_sequentially(f" {said[-1]} ")
        page.wait_for_timeout(chance.choice([0, 100, 1200]))
    for page in pages:
        page.context.set_offline(False)
        page.locator(CORE).blur()
        all_sent(page)

    words = stands(draft, "problem", "core").split()
    assert sorted(words) == sorted([*["Клуб", "закрыт.", "Зимой", "негде", "быть."], *said])
    assert not draft.clashes.exists()


def test_the_same_sentence_by_two_is_offered_and_can_be_taken(come, draft, aliya, pavel):
    page = come(aliya)
    page.locator(PEOPLE).fill("7")
    write_elsewhere(draft, pavel, {"place.people": "8"})
    page.locator(PEOPLE).press("Tab")

    page.get_by_role("button", name="Взять этот вариант").click()
    page.get_by_role("button", name="Взять этот вариант").wait_for(state="detached")

    assert stands(draft, "place", "people") == 8
    assert page.locator(PEOPLE).input_value() == "8"


def test_rows_are_added_moved_removed_and_put_back(come, draft, aliya):
    page = come(aliya)
    page.locator(CORE).fill("Слова перед кнопкой.")

    page.get_by_role("button", name="Добавить причину").click()
    page.locator("summary", has_text="Причина 3").wait_for()
    page.keyboard.type("третья")
    page.get_by_role("button", name="Выше Причина 3").click()
    page.locator("summary", has_text="Причина 2").wait_for()
    unfold(page, "Причина 1")
    page.get_by_role("button", name="Убрать Причина 1").click()
    page.get_by_role("button", name="Вернуть").wait_for()
    saved(page)
    texts = [row.get("text") for row in stands(draft, "problem", "causes")]
    assert texts == ["третья", "нет тепла"]
    page.get_by_role("button", name="Вернуть").click()
    page.locator("summary", has_text="Причина 3").wait_for()
    saved(page)

    texts = [row.get("text") for row in stands(draft, "problem", "causes")]
    assert texts == ["нет ставки", "третья", "нет тепла"]
    assert stands(draft, "problem", "core") == "Слова перед кнопкой."
    assert page.complaints == []


def test_a_row_that_somebody_adds_appears_while_one_writes(come, draft, aliya, pavel):
    page = come(aliya)
    unfold(page, "Причина 1")
    field = page.locator('[name="problem.causes.c1.text"]')
    add(field, " и")
    write_elsewhere(draft, pavel, {"problem.causes.c9.text": "от Павла"})
    page.locator("summary", has_text="от Павла").wait_for()

    page.keyboard.type(" денег")
    saved(page)
    all_sent(page)

    assert stands(draft, "problem", "causes")[0]["text"] == "нет ставки и денег"


def test_two_tabs_do_not_destroy_each_other(come, draft, aliya):
    one = come(aliya)
    two = one.context.new_page()
    two.goto(f"/village/{draft.pk}/")

    one.locator(CORE).fill("Из первой.")
    two.locator(PEOPLE).fill("77")
    saved(one)
    saved(two)
    all_sent(one)

    assert stands(draft, "problem", "core") == "Из первой."
    assert stands(draft, "place", "people") == 77
