"""What experts say of the pages of a project, and what has changed since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from peremena.drafts.paths import Content
from peremena.people.models import Person
from peremena.projects.brief import Section
from peremena.projects.models import Project, Verdict
from peremena.projects.models import Section as Page
from peremena.projects.rules import VerdictKind

from .insight import words_of
from .versions import Line, lines


@dataclass(frozen=True)
class Said:
    """A verdict beside the name of its page."""

    verdict: Verdict
    section: Section
    title: str

    @property
    def asks(self) -> bool:
        return self.verdict.kind != VerdictKind.READY


@dataclass(frozen=True)
class Tally:
    """What one expert has said of a project: how many pages of each kind, and how many of these
    have changed since."""

    ready: int = 0
    asked: int = 0
    stale: int = 0
    stale_pages: Sequence[str] = field(default=())


@dataclass(frozen=True)
class WithChanges:
    """A verdict, and word by word what was written on the page after it."""

    verdict: Verdict
    lines: Sequence[Line]


def of_page(page: Page) -> list[Verdict]:
    return list(page.verdicts.standing())


def with_changes(page: Page) -> list[WithChanges]:
    """Three queries, however many experts have spoken."""
    found = of_page(page)
    then = contents_at(page, {one.version for one in found if one.is_stale})
    return [WithChanges(one, changed_since(one, then)) for one in found]


def contents_at(page: Page, versions: set[int]) -> dict[int, Content]:
    """What stood on the page at these versions, or at the nearest earlier ones kept."""
    if not versions:
        return {}
    known = page.draft.revisions.order_by("version").values_list("version", "pk")
    nearest = {
        wanted: key for wanted in versions for version, key in known if version <= wanted
    }  # the last that is not later stays
    revisions = page.draft.revisions.in_bulk(list(nearest.values()))
    return {wanted: revisions[key].content for wanted, key in nearest.items()}


def changed_since(verdict: Verdict, then: Mapping[int, Content]) -> list[Line]:
    """Word by word; nothing where the page is as it was judged."""
    if verdict.version not in then:
        return []
    now = verdict.page.draft.content
    return list(lines(Section(verdict.page.name), then[verdict.version], now))


def of_project(project: Project) -> list[Said]:
    """Those that ask for something first, in the order of the method. One query."""
    order = list(Section)
    standing = Verdict.objects.standing().filter(page__project=project)
    found = [said(verdict) for verdict in standing]
    return sorted(found, key=lambda one: (not one.asks, order.index(one.section)))


def said(verdict: Verdict) -> Said:
    section = Section(verdict.page.name)
    return Said(verdict, section, words_of(section).title)


def tallies(projects: Iterable[Project], person: Person) -> dict[int, Tally]:
    """By project; one query for all of them."""
    standing = Verdict.objects.standing().by(person).filter(page__project__in=list(projects))
    by_project: dict[int, list[Verdict]] = defaultdict(list)
    for verdict in standing:
        by_project[verdict.page.project_id].append(verdict)
    return {project: tally(verdicts) for project, verdicts in by_project.items()}


def tally(verdicts: Sequence[Verdict]) -> Tally:
    ready = sum(one.kind == VerdictKind.READY for one in verdicts)
    stale = [words_of(Section(one.page.name)).title for one in verdicts if one.is_stale]
    return Tally(ready, len(verdicts) - ready, len(stale), stale)
