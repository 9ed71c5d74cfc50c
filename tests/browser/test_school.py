"""The school on phones: from a name dictated by telephone to a rouble that everybody may check."""

import re
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from peremena.cohorts import services as cohorts
from peremena.people import services as people
from peremena.people.abilities import Role
from peremena.places.services import load_districts
from tests.browser.looking import sideways
from tests.factories import somebody_with

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF"
ORDER = {"name": "приказ.pdf", "mimeType": "application/pdf", "buffer": PDF}
CODE = re.compile(r"[0-9A-Z]{5}-[0-9A-Z]{5}")
WON = Decimal("1234567.89")


@pytest.fixture
def marina():
    """One of the staff; the school has a programme and an autumn with free places."""
    load_districts()
    marina = somebody_with(Role.STAFF, name="Марина", surname="Воробьёва")
    programme = cohorts.add_programme("Школа лидеров", centre=people.centre_meant(), by=marina)
    today = timezone.localdate()
    cohorts.add_cohort(programme, "Осень", starts_on=today, by=marina)
    return marina


@pytest.fixture
def svetlana():
    return somebody_with(Role.STAFF, name="Светлана", surname="Егорова")


def press(page, name):
    page.get_by_role("button", name=name).click()


def follow(page, name):
    page.get_by_role("link", name=name).first.click()


def said(page, words):
    expect(page.locator("#notices")).to_contain_text(words)


def kept(page):
    page.locator("[data-state]").filter(has_text="Сохранено").wait_for()


def enrol_by_telephone(staff):
    staff.goto("/")
    follow(staff, "список набора")
    follow(staff, "Записать человека")
    follow(staff, "Записать нового человека")
    staff.get_by_label("Фамилия").fill("Ведерникова")
    staff.get_by_label("Имя", exact=True).fill("Лидия")
    staff.get_by_role("textbox", name="Телефон").fill("8 913 000-11-22")
    staff.get_by_label("Район").select_option(label="Тарский район")
    staff.get_by_label("Главное село").fill("Журавлёвка")
    press(staff, "Записать в набор")
    said(staff, "Лидия Ведерникова — в наборе «Осень»")


def paper_code(staff, colleague):
    """One of the staff asks for it, the other alone sees it."""
    press(staff, "Заказать код на бумаге")
    said(staff, "Теперь код должен подтвердить коллега.")
    assert staff.get_by_role("button", name="Подтвердить и показать код").count() == 0
    colleague.goto("/people/")
    follow(colleague, "Коды на бумаге")
    press(colleague, "Подтвердить и показать код")
    return CODE.search(colleague.locator("main").inner_text()).group()


def sign_in_by_paper(head, code):
    head.goto("/")
    follow(head, "Войти")
    follow(head, "У меня код на бумаге")
    head.get_by_label("Код с листка").fill(code.lower().replace("-", " "))
    press(head, "Войти")
    head.get_by_role("heading", name="Здравствуйте, Лидия").wait_for()


def tell_of_the_village(head):
    follow(head, "Ответить: Сколько всего жителей")
    head.get_by_label("Сколько всего жителей", exact=True).fill("412")
    head.get_by_label("На какой год эти сведения", exact=True).fill("2026")
    head.get_by_label("Откуда эти сведения", exact=True).fill("похозяйственная книга")
    kept(head)
    head.reload()
    assert head.get_by_label("Сколько всего жителей", exact=True).input_value() == "412"
    for layer, title in {
        "Что умеют люди": "Дед Матвей кладёт печи",
        "Места и вещи": "Пустой зал старой школы",
    }.items():
        head.goto("/")
        follow(head, "Ресурсы и традиции")
        follow(head, re.compile(f"Добавить.*{layer}"))
        head.get_by_role("textbox").first.fill(title)
        press(head, "Поставить на карту")
        said(head, "Добавлено на карту.")


def begin_with_what_is_there(head):
    """Village and district are known already; the hall goes into the budget of the project."""
    head.goto("/")
    follow(head, "Начать проект")
    head.get_by_label("Как назовёте проект?").fill("Тёплый зал")
    assert head.get_by_label("Ваше село").input_value() == "Журавлёвка"
    press(head, "Начать")
    head.get_by_role("heading", name="Тёплый зал", level=1).wait_for()
    head.goto("/")
    follow(head, "Ресурсы и традиции")
    follow(head, "Пустой зал старой школы")
    follow(head, "Взять в проект")
    press(head, "В смету — нашим вкладом")
    said(head, "Взяли.")
    assert head.get_by_label("На что", exact=True).input_value() == "Пустой зал старой школы"


def hand_in_and_win(staff):
    staff.goto("/")
    follow(staff, "Тёплый зал")
    follow(staff, "Заявка")
    follow(staff, re.compile("Готовить заявку.*Президентские гранты"))
    press(staff, "Сделать заявку")
    follow(staff, "Заявка подана")
    today = timezone.localdate().isoformat()
    staff.get_by_label("В какой день подали?").fill(today)
    staff.get_by_label("Во сколько?").fill("00:00")
    staff.get_by_label("по Омску").check()
    staff.get_by_label("Номер, который дал конкурс").fill("26-1-004512")
    press(staff, "Записать")
    said(staff, "Теперь решает конкурс.")
    follow(staff, "Решение известно")
    follow(staff, "Записать победу")
    staff.get_by_label("Сколько присудили").fill("1 234 567,89")
    staff.get_by_label("День решения").fill(today)
    staff.get_by_label("Чьи это деньги?").select_option("fund")
    staff.get_by_label("Номер приказа или договора").fill("Приказ 17-Г")
    staff.get_by_label("Документ файлом").set_input_files(ORDER)
    staff.get_by_label("сделано в школе").check()
    press(staff, "Записать")
    said(staff, "Теперь коллега должен подтвердить.")
    assert staff.get_by_role("button", name="Подтвердить", exact=True).count() == 0


def confirm(colleague):
    """What was uploaded is what is looked at before the sum is confirmed."""
    colleague.goto("/")
    follow(colleague, "Деньги")
    follow(colleague, "Президентские гранты")
    with colleague.expect_download() as download:
        follow(colleague, "Скачать документ")
    assert download.value.path().read_bytes() == PDF
    press(colleague, "Подтвердить")
    said(colleague, "Теперь сумма стоит на странице для всех.")


def public_total(page):
    page.goto("/results/")
    sum_shown = page.locator("main").get_by_role("link", name=re.compile("Привлечено"))
    if not sum_shown.count():
        return Decimal()
    digits = re.sub(r"[^\d,]", "", sum_shown.first.inner_text().partition("₽")[0])
    return Decimal(digits.replace(",", "."))


def test_from_a_dictated_name_to_a_rouble_that_everybody_may_check(open_browser, marina, svetlana):
    staff, colleague, head, anybody = (
        open_browser(marina), open_browser(svetlana), open_browser(), open_browser(),
    )  # fmt: skip
    before = public_total(anybody)

    enrol_by_telephone(staff)
    sign_in_by_paper(head, paper_code(staff, colleague))
    tell_of_the_village(head)
    begin_with_what_is_there(head)
    hand_in_and_win(staff)
    waiting = public_total(anybody)
    confirm(colleague)

    assert (waiting, public_total(anybody)) == (before, before + WON)
    follow(anybody, re.compile("Привлечено"))
    decision = anybody.locator("main").inner_text()
    assert "Тёплый зал" in decision
    assert "Документ: Приказ 17-Г" in decision
    assert "Ведерникова" not in decision
    for page in (staff, colleague, head, anybody):
        assert page.complaints == []
        assert sideways(page) <= 0
