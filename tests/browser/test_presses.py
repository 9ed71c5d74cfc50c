"""A press is heard, and the cursor stays, whatever the page shows anew meanwhile."""

from peremena.drafts.models import Comment
from tests.browser.village import CORE, PEOPLE, add, saved, stands, unfold, write_elsewhere
from tests.factories import PersonFactory, member_of, project_of


def press(page, target):
    """The finger goes down on it, and up only when the caller says so."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    return page.mouse.up


def test_a_press_is_heard_though_a_row_of_others_comes_meanwhile(come, draft, aliya, pavel):
    page = come(aliya)
    unfold(page, "Причина 1")
    write_elsewhere(draft, pavel, {"problem.causes.c9.text": "от Павла"})
    add(page.locator(CORE), " Да.")

    let_go = press(page, page.get_by_role("button", name="Ниже Причина 1"))
    page.wait_for_timeout(500)
    let_go()
    page.locator("summary", has_text="от Павла").wait_for()
    saved(page)

    texts = [row.get("text") for row in stands(draft, "problem", "causes")]
    assert texts.index("нет тепла") < texts.index("нет ставки")
    assert stands(draft, "problem", "core").endswith("Да.")


def test_a_press_is_heard_though_leaving_a_field_brings_a_complaint(come, draft, aliya):
    page = come(aliya)
    page.locator(PEOPLE).fill("много")

    let_go = press(page, page.get_by_role("button", name="Добавить причину"))
    page.wait_for_timeout(500)
    let_go()

    page.locator("summary", has_text="Причина 3").wait_for()
    page.get_by_text("Напишите число цифрами").wait_for()


def test_a_page_drawn_anew_leaves_the_cursor_where_it_is(come, draft, aliya, pavel):
    page = come(aliya)
    unfold(page, "Причина 2")
    page.get_by_role("button", name="Убрать Причина 2").focus()
    page.evaluate("document.activeElement.mark = 'the same'")
    write_elsewhere(draft, pavel, {"problem.causes.c9.text": "от Павла"})

    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.locator("summary", has_text="от Павла").wait_for()

    assert page.evaluate("document.activeElement.mark") == "the same"
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Вернуть").wait_for()


def test_a_press_begins_an_empty_field_and_the_rest_is_ones_own(open_browser):
    leader = PersonFactory()
    project = project_of(leader)
    page = open_browser(leader)
    page.goto(f"/projects/{project.pk}/goal/")
    goal = page.locator('[data-question="goal.text"]')
    field = page.locator('[name="goal.text"]')

    goal.get_by_role("button", name="Научить…").click()
    page.keyboard.type("40 подростков валять пимы.")

    assert field.input_value() == "Научить 40 подростков валять пимы."
    assert not goal.locator("[data-starts]").is_visible()
    field.fill("")
    assert goal.locator("[data-starts]").is_visible()
    goal.locator("summary", has_text="Зачем это и как написать").click()
    assert goal.get_by_role("link", name="Сельский спорт").is_visible()
    assert page.complaints == []


def test_a_note_asks_whom_it_calls_by_name(open_browser):
    leader = PersonFactory(name="Алия")
    project = project_of(leader)
    pavel = member_of(project, name="Павел", surname="Ёлкин")
    page = open_browser(leader)
    page.goto(f"/projects/{project.pk}/goal/")
    talks = page.locator('[data-question="goal.text"] .talks')
    talks.locator("summary").click()
    note = talks.locator("textarea")

    note.press_sequentially("Спроси @елк")
    page.locator(".mention li", has_text="Павел Ёлкин").wait_for()
    note.press("Enter")
    note.press_sequentially("сколько придёт")

    assert note.input_value() == "Спроси @Павел Ёлкин сколько придёт"
    assert page.locator(".mention").count() == 0
    talks.get_by_role("button", name="Отправить").click()
    page.locator(".talk", has_text="Павел").wait_for()
    assert Comment.objects.get().to == pavel
    assert page.complaints == []
