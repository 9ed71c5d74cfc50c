"""The script of a draft's page keeps every word, whatever happens to tab, network and site."""

from peremena.drafts.models import Draft
from tests.browser.village import (
    CORE,
    PEOPLE,
    add,
    all_sent,
    kept,
    saved,
    stands,
    unfold,
    wait_for,
    write_elsewhere,
)


def test_what_is_typed_is_saved_a_second_later(come, draft, aliya):
    page = come(aliya)

    add(page.locator(CORE), " И летом.")
    wait_for(page, "Сохраняю…")
    assert kept(page).keys() == {"problem.core"}
    saved(page)

    assert stands(draft, "problem", "core") == "Клуб закрыт. Зимой негде быть. И летом."
    assert kept(page) == {}
    assert page.complaints == []


def test_what_is_typed_before_the_script_has_come_is_not_lost(come, draft, aliya, open_browser):
    page = open_browser(aliya)
    held = []

    def hold(route):
        held.append(route)

    page.route("**/drafts/draft*.js", hold)
    page.goto(f"/village/{draft.pk}/", wait_until="commit")

    add(page.locator(CORE), " И летом.")
    held[0].continue_()
    saved(page)

    assert stands(draft, "problem", "core") == "Клуб закрыт. Зимой негде быть. И летом."


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
    wait_for(page, "Нет связи")
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


def test_signed_out_words_stay_and_go_after_signing_in(come, draft, aliya):
    page = come(aliya)
    cookies = page.context.cookies()
    page.context.clear_cookies(name="sessionid")

    page.locator(CORE).fill("После выхода.")
    wait_for(page, "Войдите снова")
    assert page.locator("[data-sign-in]").is_visible()
    assert kept(page) == {"problem.core": "После выхода."}
    page.context.add_cookies([cookie for cookie in cookies if cookie["name"] == "sessionid"])
    page.locator(CORE).press("Tab")
    saved(page)

    assert stands(draft, "problem", "core") == "После выхода."
    assert not page.locator("[data-sign-in]").is_visible()


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
    page.add_init_script("IDBObjectStore.prototype.put = () => { throw new DOMException('full'); }")
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


def test_what_the_site_refused_is_listed_with_its_reason_and_can_be_copied(come, draft, aliya):
    page = come(aliya)
    Draft.objects.update(kind="closed")
    page.locator(CORE).fill("Последние слова.")
    wait_for(page, "Проект уже сдан.")

    page.goto("/on-this-phone/")

    waiting = page.locator(".waits")
    waiting.get_by_text("Проект уже сдан.").wait_for()
    assert waiting.locator("dt").all_inner_texts() == ["Главная проблема"]
    assert "Последние слова." in waiting.locator("dd").inner_text()
    assert waiting.get_by_role("button", name="Скопировать текст").is_visible()
    page.get_by_text("1 изменение ждёт связи").wait_for()
