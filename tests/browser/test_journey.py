"""The main journey on a phone: from the first word of a project to the finished application."""

import io
import re

import pytest
from docx import Document

from peremena.places.services import load_districts
from peremena.projects.models import Project
from tests.browser.looking import sideways
from tests.factories import PersonFactory

CORE = "52 человека старше 65 лет в Журавлёвке зимой неделями ни с кем не разговаривают."
CAUSE = "Библиотека открыта только по утрам"
NGO = "некоммерческая организация"
SUMMARY = "Каждую среду в библиотеке Журавлёвки чай, чтение вслух и настольные игры."


@pytest.fixture
def aliya():
    load_districts()
    return PersonFactory(name="Алия", surname="Ахметова", patronymic="Саматовна")


class Phone:
    """What a person's thumbs do."""

    def __init__(self, page, *, waits):
        self.page, self.waits = page, waits

    def begin(self):
        self.page.goto("/")
        self.page.get_by_role("link", name="Начать проект").click()
        self.page.get_by_label("Как назовёте проект?").fill("Самовар по средам")
        self.page.get_by_label("Ваше село").fill("Журавлёвка")
        self.page.get_by_label("Район").select_option(label="Тарский район")
        self.page.get_by_role("button", name="Начать").click()

    def write(self, section, fields):
        self.page.get_by_role("link", name=section, exact=True).first.click()
        for label, text in fields.items():
            field = self.page.get_by_label(label, exact=True).first
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(label=text)
            else:
                field.fill(text)
        self.keep()

    def keep(self):
        """With a script the words are kept by themselves; without one there is a button."""
        if self.waits:
            self.page.locator("[data-state]").filter(has_text="Сохранено").wait_for()
        else:
            with self.page.expect_navigation():
                self.page.get_by_role("button", name="Сохранить", exact=True).click()

    def to_project(self):
        self.page.locator(".back a").click()

    def add(self, button, label, text):
        self.page.get_by_role("button", name=button).click()
        self.page.get_by_label(label, exact=True).last.fill(text)
        self.keep()


def walk(page, *, waits):
    """The whole way; gives the Word file that comes out at the end."""
    phone = Phone(page, waits=waits)
    phone.begin()
    phone.write("Проблема", {"Главная проблема": CORE})
    phone.add("Добавить причину", "Почему так вышло", CAUSE)
    page.reload()
    assert page.get_by_label("Главная проблема").input_value() == CORE
    assert CAUSE in [box.input_value() for box in page.get_by_label("Почему так вышло").all()]
    assert page.locator(".remark").count() > 0
    phone.to_project()
    phone.write("О проекте", {"Суть в двух предложениях": SUMMARY, "Кто подаёт заявку": NGO})
    phone.to_project()
    page.get_by_role("link", name="Заявка", exact=True).click()
    page.get_by_role("link", name=re.compile("Готовить заявку.*Президентские гранты")).click()
    page.get_by_role("button", name="Сделать заявку").click()
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("Word")).click()
    return download.value.path().read_bytes()


def words_of(document):
    paragraphs = [paragraph.text for paragraph in Document(io.BytesIO(document)).paragraphs]
    cells = [
        cell.text
        for table in Document(io.BytesIO(document)).tables
        for row in table.rows
        for cell in row.cells
    ]
    return "\n".join([*paragraphs, *cells])


def test_from_the_first_word_to_the_word_file(open_browser, aliya):
    page = open_browser(aliya)

    words = words_of(walk(page, waits=True))

    assert "Самовар по средам" in words
    assert SUMMARY in words
    assert CORE in words
    assert sideways(page) <= 0
    assert page.complaints == []


def test_the_same_way_without_javascript(open_browser, aliya):
    page = open_browser(aliya, java_script_enabled=False)

    words = words_of(walk(page, waits=False))

    assert SUMMARY in words
    assert CORE in words


def test_a_friend_joins_by_six_digits_and_sees_who_is_at_work(open_browser, aliya):
    page = open_browser(aliya)
    Phone(page, waits=True).begin()
    page.get_by_role("link", name="Люди", exact=True).click()
    page.get_by_role("button", name="Пригласить").click()
    code = page.locator(".code").inner_text()
    page.goto(f"/projects/{Project.objects.get().pk}/problem/")

    friend = open_browser(PersonFactory(name="Сергей"))
    friend.goto("/join/")
    friend.get_by_label("Шесть цифр из приглашения").fill(code)
    friend.get_by_role("button", name="Дальше").click()
    friend.get_by_role("button", name="Войти в команду").click()

    assert friend.get_by_role("heading", level=1).inner_text() == "Самовар по средам"
    assert "Алия Ахметова: Проблема" in friend.locator("main").inner_text()
