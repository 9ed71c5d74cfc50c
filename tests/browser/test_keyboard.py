"""What a team does, by keyboard alone: where one is is always seen, and the place is never lost."""

import re

from django.core import mail

from peremena.drafts.models import Comment
from peremena.people.services import add_person
from peremena.projects.brief import Brief
from peremena.projects.queries import brief_of
from peremena.projects.services import milestones
from tests.factories import NOON, member_of, project_of

FAR = 160  # stops of one page
PATIENCE = 60_000  # ms: the walk is long, and the machine may be busy
FOCUSED = """() => {
    const one = document.activeElement;
    if (one === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    const name = one.ariaLabel || (one.labels?.[0] ?? one).textContent;
    return {
        name: name.trim().replace(/\\s+/g, " "),
        isSeen: one.id === "main" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2),
    };
}"""
COMES_TO = f"(name) => ({FOCUSED})()?.name.startsWith(name)"


class Keyboard:
    """`faults`: where nothing showed which thing has the focus, or nothing had it."""

    def __init__(self, page):
        self.page = page
        self.faults = []

    def press(self, key):
        self.page.keyboard.press(key)

    def here(self):
        """The name of what has the focus; nothing has it only outside of the page's own things."""
        one = self.page.evaluate(FOCUSED)
        if one and not one["isSeen"]:
            self.faults.append(f"no ring: {one['name']}")
        return one and one["name"]

    def to(self, name, key="Tab"):
        for _step in range(FAR):
            self.press(key)
            if (self.here() or "").startswith(name):
                return
        raise AssertionError(f"{name} is out of reach at {self.page.url}")

    def follow(self, name, key="Tab"):
        """Onto a link or a button that leads to another page."""
        self.to(name, key)
        with self.page.expect_navigation():
            self.press("Enter")
        self.page.keyboard.press("Tab")  # the first stop: past the head of the page
        if self.here() == "Сразу к содержанию":
            self.press("Enter")

    def use(self, name, key="Tab"):
        """A button that changes this page."""
        self.to(name, key)
        self.press("Enter")

    def write(self, name, text, key="Tab"):
        self.to(name, key)
        self.page.keyboard.insert_text(text)

    def stays(self, name):
        """After what was pressed the focus comes to rest here, also when the page is drawn anew."""
        self.page.wait_for_function(COMES_TO, arg=name)
        self.saved()
        if not (self.here() or "").startswith(name):
            self.faults.append(f"lost: {name}")

    def saved(self):
        self.page.locator("[data-state]").filter(has_text="Сохранено в").wait_for()


def village():
    return Brief.model_validate(
        {
            "profile": "ngo",
            "project": {"title": "Пимокаты Ключей"},
            "problem": {
                "core": "Подросткам нечем заняться",
                "causes": [{"id": "c1", "text": "нет ставки"}, {"id": "c2", "text": "нет тепла"}],
            },
        }
    )


def edit(keyboard):
    """A field, and rows: added, moved to the top, removed and put back."""
    keyboard.write("Главная проблема", "Вечером ")
    keyboard.use("Причина 2", "Tab")
    keyboard.use("Выше Причина 2")
    keyboard.stays("Ниже Причина 1")
    keyboard.use("Добавить причину")
    keyboard.stays("Почему так вышло")
    keyboard.page.keyboard.insert_text("нет кружка")
    keyboard.use("Убрать Причина 3")
    keyboard.stays("Вернуть")
    keyboard.press("Enter")
    keyboard.stays("Причина 3")


def talk(keyboard):
    keyboard.use("Ответить", "Shift+Tab")
    keyboard.write("Ваш ответ", "Семьдесят четыре.")
    keyboard.follow("Отправить")


def compare(keyboard):
    keyboard.follow("Кто и что писал")
    keyboard.follow("Вехи всего проекта")
    keyboard.follow("До коворкинга")
    assert keyboard.page.get_by_text("Вечером").first.is_visible()
    keyboard.follow("Вехи")
    keyboard.follow("Пимокаты Ключей")


def grow(keyboard):
    """A box of the tree, and a new one that hangs on it."""
    keyboard.follow("Проблема")
    keyboard.follow("Дерево проблемы")
    keyboard.use("нет тепла")
    keyboard.use("А почему так?")
    keyboard.stays("Почему так вышло")
    keyboard.page.keyboard.insert_text("котёл старый")
    keyboard.saved()
    keyboard.follow("В раздел «Проблема»")
    keyboard.follow("Пимокаты Ключей")


def put_aside(keyboard):
    """A window over the page: it opens, closes with Escape, and is filled in."""
    keyboard.follow("Замечания")
    keyboard.use("Закрыть")
    keyboard.page.locator("dialog[open]").wait_for()
    keyboard.press("Escape")
    assert keyboard.here() == "Закрыть"
    keyboard.press("Enter")
    keyboard.write("Почему замечание здесь не подходит", "Так решило собрание жителей")
    keyboard.follow("Закрыть замечание")


def come_in(keyboard, person):
    keyboard.page.goto("/sign-in/")
    keyboard.write("Адрес электронной почты", person.email)
    keyboard.follow("Прислать код")
    keyboard.write("Код", re.search(r"\d{6}", mail.outbox[-1].body).group())
    keyboard.follow("Войти")
    keyboard.follow("Весь проект")
    keyboard.follow("Проблема")


def go(keyboard):
    """The menu closes with Escape, too."""
    keyboard.use("Алия Ахметова: меню", "Shift+Tab")
    keyboard.press("Escape")
    assert keyboard.here() == "Алия Ахметова: меню"
    keyboard.press("Enter")
    keyboard.follow("Выйти")


def test_a_team_needs_no_mouse(open_browser):
    leader = add_person(name="Алия", surname="Ахметова", email="aliya@example.org")
    project = project_of(leader, brief=village())
    milestones.mark(project, "До коворкинга", by=leader, now=NOON)
    draft = project.sections.get(name="problem").draft
    asked = {"path": "problem.core", "text": "Сколько их?", "at": NOON}
    Comment.objects.create(draft=draft, author=member_of(project), **asked)
    page = open_browser()
    page.set_default_timeout(PATIENCE)
    keyboard = Keyboard(page)

    come_in(keyboard, leader)
    for deed in (edit, talk, compare, grow, put_aside, go):
        deed(keyboard)

    assert keyboard.faults == []
    assert page.complaints == []
    problem = brief_of(project).problem
    assert problem.core.startswith("Вечером")
    causes = {cause.text: cause.under for cause in problem.causes}
    assert list(causes) == ["нет тепла", "нет ставки", "нет кружка", "котёл старый"]
    assert causes["котёл старый"] == "c2"
    assert page.get_by_role("link", name="Войти").first.is_visible()
