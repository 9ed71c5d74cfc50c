"""A newcomer's one sitting: from an empty project to a brief without errors, all of it typed."""

from datetime import date
from itertools import count

from peremena.drafts.fields import FEW
from peremena.drafts.marks import Bands, Choice, Names, Ref, Refs, Yes
from peremena.drafts.outline import Group, Rows, outline
from peremena.places.services import load_districts
from peremena.projects.brief import Section
from peremena.projects.checks import Circumstances
from peremena.projects.models import Project
from peremena.projects.queries import insight
from peremena.projects.workshop import model_of, split
from tests.browser.looking import ALONE, sideways
from tests.factories import PersonFactory, example

TODAY = date(2027, 2, 20)
PATIENCE = 60_000  # ms: the walk is long, and the machine may be busy
# What a later page picks from is written before it: people and results before the plan.
ORDER = (
    Section.ABOUT, Section.PLACE, Section.PROBLEM, Section.GROUPS, Section.GOAL, Section.TASKS,
    Section.TEAM, Section.RESULTS, Section.PLAN, Section.PARTNERS, Section.BUDGET, Section.RISKS,
    Section.AFTERWARDS, Section.TELLING,
)  # fmt: skip
MANY = """([name, number]) =>
    document.querySelector(`[name='${name}']`)?.value.split(" ").filter(Boolean).length === number
"""
PARTS = {
    "change": "Вернуть вечернее занятие",
    "group": "40 подросткам",
    "place": "Ключей и Лесной",
    "mechanism": "через пимокатное ремесло",
}


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
        self.fill(outline(model_of(section)), content, "", "")
        self.keep()
        waiting, self.left = self.left, []
        for path, values in waiting:  # rows of this very page have been drawn with their words
            self.unfold()
            self.tick(path, values)
        if waiting:
            self.keep()

    def keep(self):
        self.page.get_by_role("button", name="Сохранить", exact=True).click()
        self.page.locator("[data-state]").filter(has_text="Сохранено").wait_for()

    def grow_tree(self, address, problem):
        """What is wrong, why, and what it leads to; the picture shows it. The rest has its page."""
        seen = {"id", "text", "chosen", "why_not"}
        grown = {"core": problem["core"]}
        for name in ("causes", "effects"):
            grown[name] = [{key: row.get(key) for key in seen} for row in problem[name]]
        tree, content = outline(model_of(Section.PROBLEM)), {"problem": grown}
        self.page.goto(f"{address}/pictures/tree/")
        self.add_rows(tree, content, "", "")
        self.fill(tree, content, "", "")
        self.keep()
        self.page.locator(".picture .tall a", has_text="берёмся").first.wait_for()

    def put_goal_together(self, address):
        self.page.goto(f"{address}/formula/")
        for part, words in PARTS.items():
            self.page.locator(f'[name="goal.{part}"]').fill(words)
        self.page.get_by_role("button", name="Сложить").click()
        self.page.get_by_role("button", name="Это наша цель").click()
        self.page.wait_for_url("**/goal/")

    def make_tasks(self, address, causes):
        """Each out of its cause; what it says is written over afterwards."""
        order = self.page.locator('[name="rows.tasks"]')
        for number, cause in enumerate(causes, 1):
            self.page.goto(f"{address}/tasks/")
            self.page.locator("button", has_text="Сделать задачей").filter(has_text=cause).click()
            self.page.wait_for_function(MANY, arg=["rows.tasks", number])
        return order.input_value().split()

    def add_rows(self, group, content, path, pattern):
        for name, node, here, key in places(group, path, pattern):
            value = content.get(name) if isinstance(content, dict) else None
            if isinstance(node, Rows):
                for row in value or []:
                    if (key, row["id"]) not in self.rows:
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
        for name, node, here, key in places(group, path, pattern):
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
            case Ref() | Refs() | Choice():
                self.choose(mark, path, value)
            case Bands():
                for band, number in value.items():
                    self.inputs(f"{path}.{band}").fill(str(number))
            case Names():
                self.inputs(path).fill("\n".join(value))
            case _:
                self.inputs(path).fill(str(value))

    def choose(self, mark, path, value):
        match mark:
            case Ref(to):
                self.inputs(path).select_option(self.rows[to, value])
            case Refs(to) if path.startswith(f"{to}."):
                self.left.append((path, [self.rows[to, one] for one in value]))
            case Refs(to):
                self.tick(path, [self.rows[to, one] for one in value])
            case Choice(options) if len(options) > FEW:
                self.inputs(path).select_option(value)
            case Choice():
                self.tick(path, [value])

    def inputs(self, path):
        return self.page.locator(f'#draft [name="{path}"]:not([type=hidden])')

    def tick(self, path, values):
        for value in values:
            named = "" if value == "on" else f'[value="{value}"]'
            self.page.locator(f'#draft [name="{path}"]:not([type=hidden]){named}').check()


def places(group, path, pattern):
    """Name, node, path on the page and key in the brief of each field."""
    for name, node in group.fields.items():
        yield name, node, f"{path}.{name}".lstrip("."), f"{pattern}.{name}".lstrip(".")


def plain(brief):
    """Its content, whatever its rows are called."""
    content = brief.model_dump(mode="json")
    for part in PARTS:
        content["goal"][part] = None
    number, names = count(1), {}
    for rows in (*content["problem"].values(), *content["passport"].values(), *content.values()):
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict) and "id" in row:
                names[row["id"]] = f"row {next(number)}"
    return renamed(content, names)


def renamed(value, names):
    if isinstance(value, dict):
        return {key: renamed(one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [renamed(one, names) for one in value]
    if value is False:  # nobody unticks what is not ticked
        return None
    return names.get(value, value) if isinstance(value, str) else value


def test_a_newcomer_types_a_project_without_errors_in_one_sitting(open_browser):
    load_districts()
    brief = example()
    page = open_browser(PersonFactory(name="Алия", surname="Ахметова"), **ALONE)
    page.set_default_timeout(PATIENCE)
    newcomer = Newcomer(page)

    address = newcomer.begin(brief.project.title)
    for section in ORDER:
        content = split(brief)[section]
        if section is Section.PROBLEM:
            newcomer.grow_tree(address, content["problem"])
        if section is Section.TASKS:
            chosen = [cause.text for cause in brief.problem.causes if cause.chosen]
            made = newcomer.make_tasks(address, chosen)
            asked = [("tasks", task.id) for task in brief.tasks]
            newcomer.rows |= zip(asked, made, strict=True)
        if section is Section.GOAL:
            newcomer.write(address, section, {"goal": content["goal"] | {"text": None}})
            newcomer.put_goal_together(address)
        else:
            newcomer.write(address, section, content)

    known = insight(Project.objects.get(), Circumstances(today=TODAY))
    assert [remark for remark in known.open if remark.severity in "EW"] == []
    assert known.percent == 100
    assert plain(known.brief) == plain(brief)
    page.goto(f"{address}/pictures/chain/")
    assert page.get_by_text("Цепочка держится").is_visible()
    assert sideways(page) <= 0
    assert page.complaints == []
