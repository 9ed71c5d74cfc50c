"""The script of a draft's page keeps every word, whatever happens to tab, network and site."""

import json
import random
from datetime import UTC, datetime

import pytest

from peremena.drafts import services
from peremena.drafts.deeds import Deed, Verb
from peremena.drafts.models import Draft
from peremena.drafts.protocol import SaveRequest
from tests.drafts.village import Village
from tests.factories import PersonFactory

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
CORE, PEOPLE = '[name="problem.core"]', '[name="place.people"]'
CONTENT = {
    "problem": {
        "core": "Клуб закрыт. Зимой негде быть.",
        "causes": [{"id": "c1", "text": "нет ставки"}, {"id": "c2", "text": "нет тепла"}],
    },
    "place": {"people": 1140},
}


@pytest.fixture
def aliya():
    return PersonFactory(name="Алия")


@pytest.fixture
def pavel():
    return PersonFactory(name="Павел")


@pytest.fixture
def draft(aliya):
    return services.open_draft("village", CONTENT, by=aliya, now=NOW)


@pytest.fixture
def come(settings, open_browser, draft):
    """Opens the page of the draft in a person's own browser."""
    settings.ROOT_URLCONF = "tests.drafts.site"

    def come(person, **options):
        page = open_browser(person, **options)
        page.goto(f"/village/{draft.pk}/")
        return page

    return come


def write_elsewhere(draft, by, fields, operation="elsewhere-1"):
    draft.refresh_from_db()
    request = SaveRequest(operation, draft.version, fields)
    services.save(draft, request, model=Village, by=by, now=NOW)


def stands(draft, *path):
    draft.refresh_from_db()
    here = draft.content
    for part in path:
        here = here[part]
    return here


def wait_for(page, words):
    page.locator("[data-state]").filter(has_text=words).wait_for()


def add(field, words):
    """Types at the end, as people do."""
    field.press("Control+End")
    field.press_sequentially(words)


def unfold(page, row):
    page.locator("summary", has_text=row).click()


def saved(page):
    wait_for(page, "Сохранено в")


def kept(page):
    """What this phone keeps that is not on the site yet."""
    entries = page.evaluate("Object.values(localStorage)")
    found = {}
    for entry in map(json.loads, entries):
        found |= (entry["sending"] or {}).get("fields", {})
        found |= {path: field["text"] for path, field in entry["typed"].items()}
    return found


def all_sent(page):
    for _ in range(80):
        if kept(page) == {}:
            return
        page.wait_for_timeout(100)
    raise AssertionError(kept(page))


def test_what_is_typed_is_saved_a_second_later(come, draft, aliya):
    page = come(aliya)

    add(page.locator(CORE), " И летом.")
    wait_for(page, "Сохраняю…")
    assert kept(page).keys() == {"problem.core"}
    saved(page)

    assert stands(draft, "problem", "core") == "Клуб закрыт. Зимой негде быть. И летом."
    assert kept(page) == {}
    assert page.complaints == []


def test_leaving_a_field_saves_at_once_and_shows_the_number_tidily(come, draft, aliya):
    page = come(aliya)

    page.locator(PEOPLE).fill("12500")
    page.locator(PEOPLE).press("Tab")
    saved(page)

    assert stands(draft, "place", "people") == 12500
    assert page.locator(PEOPLE).input_value() == "12\xa0500"


def test_a_number_typed_with_a_pause_is_no_quarrel_with_oneself(come, draft, aliya):
    page = come(aliya)
    page.locator(PEOPLE).fill("")

    add(page.locator(PEOPLE), "1250")
    saved(page)
    add(page.locator(PEOPLE), "0")
    wait_for(page, "Сохраняю…")
    saved(page)

    assert stands(draft, "place", "people") == 12500
    assert not draft.clashes.exists()


def test_what_cannot_be_read_is_kept_and_named_when_one_leaves(come, draft, aliya):
    page = come(aliya)

    page.locator(PEOPLE).fill("много")
    page.locator(PEOPLE).press("Tab")
    page.get_by_text("Напишите число цифрами").wait_for()

    assert stands(draft, "place", "people") == "много"
    page.locator(PEOPLE).fill("5")
    page.locator(PEOPLE).press("Tab")
    page.get_by_text("Напишите число цифрами").wait_for(state="detached")


def test_ticks_and_picks_are_saved(come, draft, aliya):
    page = come(aliya)

    unfold(page, "Причина 1")
    page.locator('[name="problem.causes.c1.chosen"][type=checkbox]').check()
    page.locator('[name="place.kind"][value=town]').check()
    page.locator('[name="unknown.place.distance"][type=checkbox]').check()
    saved(page)

    all_sent(page)
    assert stands(draft, "problem", "causes")[0]["chosen"] is True
    assert stands(draft, "place", "kind") == "town"
    assert stands(draft, "unknown") == {"place.distance": True}


def test_without_network_words_stay_on_the_phone_and_go_when_it_is_back(come, draft, aliya):
    page = come(aliya)
    page.context.set_offline(True)

    page.locator(CORE).fill("Без связи.")
    wait_for(page, "Нет связи")
    assert kept(page) == {"problem.core": "Без связи."}
    page.context.set_offline(False)
    saved(page)

    assert stands(draft, "problem", "core") == "Без связи."


def test_a_tab_killed_without_network_loses_nothing(come, draft, aliya):
    page = come(aliya)
    page.context.set_offline(True)
    page.locator(CORE).fill("Последние слова.")
    other = page.context.new_page()
    page.close()
    page.context.set_offline(False)

    other.goto(f"/village/{draft.pk}/")
    saved(other)

    assert stands(draft, "problem", "core") == "Последние слова."
    assert other.locator(CORE).input_value() == "Последние слова."
    assert kept(other) == {}


def test_words_left_behind_are_seen_at_once_even_while_the_site_is_silent(come, draft, aliya):
    page = come(aliya)
    page.route("**/village/*/", lambda route: route.abort())
    page.locator(CORE).fill("Последние слова.")
    other = page.context.new_page()
    page.close()
    other.route(
        "**/village/*/",
        lambda route: route.abort() if route.request.method == "POST" else route.continue_(),
    )

    other.goto(f"/village/{draft.pk}/")
    wait_for(other, "Сайт не отвечает")

    assert other.locator(CORE).input_value() == "Последние слова."
    assert kept(other) == {"problem.core": "Последние слова."}


def test_words_left_behind_are_sent_from_another_page_and_merged(come, draft, aliya, pavel):
    page = come(aliya)
    page.context.set_offline(True)
    page.locator(CORE).fill("Клуб закрыт. Зимой негде быть. Никому.")
    other = page.context.new_page()
    page.close()
    page.context.set_offline(False)
    write_elsewhere(draft, pavel, {"problem.core": "Клуб совсем закрыт. Зимой негде быть."})

    other.goto(f"/village/{draft.pk}/")
    saved(other)
    all_sent(other)

    assert stands(draft, "problem", "core") == "Клуб совсем закрыт. Зимой негде быть. Никому."
    assert other.locator(CORE).input_value() == stands(draft, "problem", "core")


def test_an_answer_that_is_lost_on_the_way_counts_once(come, draft, aliya):
    page = come(aliya)
    lost = []

    def lose(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch())
        return route.abort()

    page.route("**/village/*/", lose)
    add(page.locator(CORE), " Да.")
    wait_for(page, "Сайт не отвечает")
    add(page.locator(CORE), " Нет.")
    saved(page)
    all_sent(page)

    assert stands(draft, "problem", "core") == "Клуб закрыт. Зимой негде быть. Да. Нет."
    assert not draft.clashes.exists()
    assert draft.version == 3


def test_words_typed_while_others_are_on_their_way_outlive_the_tab(come, draft, aliya):
    page = come(aliya)
    page.route("**/village/*/", lambda route: route.abort())
    add(page.locator(CORE), " Раз.")
    wait_for(page, "Сайт не отвечает")
    add(page.locator(CORE), " Два.")
    other = page.context.new_page()
    page.close()

    other.goto(f"/village/{draft.pk}/")
    saved(other)
    all_sent(other)

    assert stands(draft, "problem", "core") == "Клуб закрыт. Зимой негде быть. Раз. Два."
    assert other.locator(CORE).input_value() == stands(draft, "problem", "core")


def test_words_that_the_site_refuses_stay_in_sight_and_on_the_phone(come, draft, aliya):
    page = come(aliya)
    Draft.objects.update(kind="closed")
    page.locator(CORE).fill("Последние слова.")
    wait_for(page, "Проект уже сдан.")
    other = page.context.new_page()
    page.close()

    other.goto(f"/village/{draft.pk}/")
    wait_for(other, "Проект уже сдан.")

    assert other.locator(CORE).input_value() == "Последние слова."
    assert kept(other) == {"problem.core": "Последние слова."}
    Draft.objects.update(kind="village")
    other.get_by_role("button", name="Сохранить").click()
    saved(other)
    assert stands(draft, "problem", "core") == "Последние слова."


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
    page.locator("summary", has_text="Причина 2 третья").wait_for()
    unfold(page, "Причина 1")
    page.get_by_role("button", name="Убрать Причина 1").click()
    page.get_by_role("button", name="Вернуть").wait_for()
    texts = [row.get("text") for row in stands(draft, "problem", "causes")]
    assert texts == ["третья", "нет тепла"]
    page.get_by_role("button", name="Вернуть").click()
    page.locator("summary", has_text="Причина 3").wait_for()

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


def test_signed_out_words_stay_and_go_after_signing_in(come, draft, aliya):
    page = come(aliya)
    cookies = page.context.cookies()
    page.context.clear_cookies(name="sessionid")

    page.locator(CORE).fill("После выхода.")
    wait_for(page, "Войдите снова")
    assert kept(page) == {"problem.core": "После выхода."}
    page.context.add_cookies([cookie for cookie in cookies if cookie["name"] == "sessionid"])
    page.locator(CORE).press("Tab")
    saved(page)

    assert stands(draft, "problem", "core") == "После выхода."


def test_a_lost_token_is_fetched_again(come, draft, aliya):
    page = come(aliya)
    page.context.clear_cookies(name="csrftoken")

    page.locator(CORE).fill("С новым ключом.")
    saved(page)

    assert stands(draft, "problem", "core") == "С новым ключом."


def test_words_too_long_for_a_field_stay_on_the_phone_and_the_rest_is_saved(come, draft, aliya):
    page = come(aliya)

    page.locator(PEOPLE).fill("5")
    page.locator(CORE).fill("я" * 20_001)
    page.locator(CORE).press("Tab")
    wait_for(page, "Сохранено, но не всё")

    assert stands(draft, "place", "people") == 5
    assert kept(page) == {"problem.core": "я" * 20_001}
    page.get_by_text("не больше 20").wait_for()
    page.reload()
    page.get_by_text("не больше 20").wait_for()
    assert page.locator(CORE).input_value() == "я" * 20_001


def test_a_phone_that_keeps_nothing_says_so(come, draft, aliya, open_browser):
    page = open_browser(aliya)
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full'); }")
    page.goto(f"/village/{draft.pk}/")

    page.locator(CORE).fill("Слова.")
    wait_for(page, "ничего не хранит сам")
    saved(page)

    assert stands(draft, "problem", "core") == "Слова."


def test_everything_works_without_the_script(come, draft, aliya):
    page = come(aliya, java_script_enabled=False)

    page.locator(CORE).fill("Без скриптов.")
    page.get_by_role("button", name="Добавить причину").click()
    page.get_by_label("Причина", exact=True).last.fill("третья")
    page.get_by_role("button", name="Выше Причина 3").click()
    unfold(page, "Причина 1")
    page.get_by_role("button", name="Убрать Причина 1").click()
    page.get_by_role("button", name="Вернуть").click()
    page.get_by_role("button", name="Сохранить").click()

    texts = [row.get("text") for row in stands(draft, "problem", "causes")]
    assert texts == ["нет ставки", "третья", "нет тепла"]
    assert stands(draft, "problem", "core") == "Без скриптов."
