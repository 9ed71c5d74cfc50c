"""A newcomer's one sitting: from an empty project to a brief without errors, all of it typed."""

from contextlib import suppress
from datetime import date

from playwright.sync_api import Error

from peremena.drafts.marks import Bands, Choice, Names, Ref, Refs, Yes
from peremena.drafts.outline import Group, Rows, outline
from peremena.places.services import load_districts
from peremena.projects.brief import Section
from peremena.projects.checks import Circumstances
from peremena.projects.models import Project
from peremena.projects.queries import insight
from peremena.projects.workshop import model_of, split
from tests.browser.looking import sideways
from tests.factories import PersonFactory, example

TODAY = date(2027, 2, 20)
# What a later page picks from is written before it: people and results before the plan.
ORDER = (
    Section.ABOUT, Section.PLACE, Section.PROBLEM, Section.GROUPS, Section.GOAL, Section.TASKS,
    Section.TEAM, Section.RESULTS, Section.PLAN, Section.PARTNERS, Section.BUDGET, Section.RISKS,
    Section.AFTERWARDS, Section.TELLING,
)  # fmt: skip


class Newcomer:
    """Types a brief, field by field; `rows`: what the page calls a row, by what the brief does."""

    def __init__(self, page):
        self.page = page
        self.rows = {}
        self.left = []

    def begin(self, title):
        self.page.goto("/")
        self.page.get_by_role("link", name="Начать проект").click()
        self.page.get_by_label("Как назовёте проект?").fill(title)
        self.page.get_by_label("Ваше село").fill("Ключи")
        self.page.get_by_label("Район").select_option(label="Тарский район")
        self.page.get_by_role("button", name="Начать").click()
        self.page.wait_for_url("**/projects/*/**")
        return self.page.url.rstrip("/")

    def write(self, address, section, content):
        self.page.goto(f"{address}/{section}/")
        self.add_rows(outline(model_of(section)), content, "", "")
        self.left = []
        self.fill(outline(model_of(section)), content, "", "")
        self.keep()
        if self.left:  # rows of this very page can be picked once they have their words
            self.page.reload()
            self.unfold()
            for path, values in self.left:
                self.tick(path, values)
            self.keep()

    def keep(self):
        self.page.get_by_role("button", name="Сохранить", exact=True).click()
        state = self.page.locator("[data-state]").filter(has_text="Сохранено")
        state.wait_for()

    def add_rows(self, group, content, path, pattern):
        for name, node in group.fields.items():
            here, key = f"{path}.{name}".lstrip("."), f"{pattern}.{name}".lstrip(".")
            value = content.get(name) if isinstance(content, dict) else None
            if isinstance(node, Rows):
                for row in value or []:
                    self.rows[key, row["id"]] = self.add(here)
            elif isinstance(node, Group):
                self.add_rows(node, value or {}, here, key)

    def add(self, path):
        order = self.page.locator(f'[name="rows.{path}"]')
        before = order.input_value()
        self.page.locator(f'button[value="add:{path}"]').click()
        self.page.wait_for_function(
            "([name, before]) => document.querySelector(`[name='${name}']`).value !== before",
            arg=[f"rows.{path}", before],
        )
        return order.input_value().split()[-1]

    def unfold(self):
        self.page.evaluate("document.querySelectorAll('form details').forEach(d => d.open = true)")

    def fill(self, group, content, path, pattern):
        self.unfold()
        for name, node in group.fields.items():
            here, key = f"{path}.{name}".lstrip("."), f"{pattern}.{name}".lstrip(".")
            value = content.get(name)
            if value in (None, "", [], {}):
                continue
            if isinstance(node, Rows):
                for row in value:
                    self.fill(node.row, row, f"{here}.{self.rows[key, row['id']]}", key)
            elif isinstance(node, Group):
                self.fill(node, value, here, key)
            else:
                self.answer(node, here, value)

    def answer(self, mark, path, value):
        match mark:
            case Yes():
                self.tick(path, ["on"] if value else [])
            case Ref(to):
                self.pick(path, self.rows[to, value])
            case Refs(to):
                self.tick_or_wait(path, [self.rows[to, one] for one in value])
            case Choice():
                self.pick(path, value)
            case Bands():
                for band, number in value.items():
                    self.type(f"{path}.{band}", str(number))
            case Names():
                self.type(path, "\n".join(value))
            case _:
                self.type(path, str(value))

    def inputs(self, path):
        return self.page.locator(f'#draft [name="{path}"]:not([type=hidden])')

    def type(self, path, text):
        self.inputs(path).fill(text)

    def pick(self, path, value):
        if self.inputs(path).first.evaluate("input => input.tagName") == "SELECT":
            self.inputs(path).select_option(value)
        else:
            press(self.page.locator(f'#draft [name="{path}"][value="{value}"]'))

    def tick_or_wait(self, path, values):
        there = self.inputs(path).evaluate_all("all => all.map(one => one.value)")
        if set(values) <= set(there):
            self.tick(path, values)
        else:
            self.left.append((path, values))

    def tick(self, path, values):
        for value in values:
            named = "" if value == "on" else f'[value="{value}"]'
            press(self.page.locator(f'#draft [name="{path}"]:not([type=hidden]){named}'))


def press(box):
    """Once more where the page has just drawn itself anew under the thumb."""
    for _time in range(3):
        with suppress(Error):
            box.check(timeout=5_000)
            return
    box.check()


def test_a_newcomer_types_a_project_without_errors_in_one_sitting(open_browser):
    load_districts()
    brief = example()
    page = open_browser(PersonFactory(name="Алия", surname="Ахметова"))
    page.set_default_timeout(30_000)
    newcomer = Newcomer(page)

    address = newcomer.begin(brief.project.title)
    for section in ORDER:
        newcomer.write(address, section, split(brief)[section])

    project = Project.objects.get()
    known = insight(project, Circumstances(today=TODAY))
    assert [remark for remark in known.open if remark.severity in "EW"] == []
    assert known.percent == 100
    assert known.brief.problem.core == brief.problem.core
    assert [line.sum for line in known.brief.budget] == [line.sum for line in brief.budget]
    page.goto(f"{address}/pictures/chain/")
    assert page.get_by_text("Цепочка держится").is_visible()
    assert sideways(page) <= 0
    assert page.complaints == []
