"""A project as its pages show it: the brief, the remarks, how ready each section is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import get_language

from peremena.drafts.paths import Content
from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.projects import checks, readiness, texts, words, workshop
from peremena.projects.brief import Brief, Section
from peremena.projects.cases import briefs
from peremena.projects.cases import cards as cards_of_cases
from peremena.projects.checks import Circumstances, Remark
from peremena.projects.models import Project, PutAside
from peremena.projects.models import Section as Page
from peremena.projects.readiness import Readiness
from peremena.projects.rules import TeamRole


@dataclass(frozen=True)
class Standing:
    """What this person is in this project. `role`: None for staff, experts, helpers, the head.

    `advises`: may leave notes; `judges`: says as an expert how ready a page is.
    """

    role: TeamRole | None
    writes: bool
    leads: bool
    advises: bool
    judges: bool = False

    @property
    def writes_for_others(self) -> bool:
        return self.writes and self.role is None


@dataclass(frozen=True)
class Insight:
    """The brief as it is now and what the checks say of it."""

    brief: Brief
    pages: Mapping[Section, Content]
    remarks: tuple[Remark, ...]
    aside: Mapping[str, PutAside]

    @cached_property
    def open(self) -> tuple[Remark, ...]:
        """Without those put aside, the most useful first."""
        return tuple(remark for remark in self.remarks if remark.key not in self.aside)

    @cached_property
    def closed(self) -> tuple[tuple[Remark, PutAside], ...]:
        known = {remark.key: remark for remark in self.remarks}
        return tuple((known[key], aside) for key, aside in self.aside.items() if key in known)

    @cached_property
    def readiness(self) -> Mapping[Section, Readiness]:
        return {section: readiness.of_page(section, page) for section, page in self.pages.items()}

    @cached_property
    def errors(self) -> Counter[Section]:
        return Counter(Section(remark.section) for remark in self.open if remark.severity == "E")

    @property
    def error_count(self) -> int:
        return self.errors.total()

    @property
    def percent(self) -> int:
        return readiness.overall(self.readiness.values())

    @property
    def next(self) -> Section | None:
        return readiness.next_page(self.readiness.values(), self.errors)


@dataclass(frozen=True)
class PageCard:
    """One line of the workshop's list of sections."""

    section: Section
    title: str
    state: str
    badge: str | Promise
    tone: str


def standing(project: Project, person: Person) -> Standing:
    role = project.memberships.role_of(person)
    staff = role is None and project.centre_id in person.centres_with(Ability.WRITE_FOR_TEAMS)
    for_others = staff or (role is None and project.memberships.helped_by(person).exists())
    judges = role is None and project.centre_id in person.centres_with(Ability.ADVISE_PROJECTS)
    return Standing(
        role=role,
        writes=for_others or role in (TeamRole.LEADER, TeamRole.WRITER),
        leads=role is TeamRole.LEADER,
        advises=role is not None or judges or heads(project, person),
        judges=judges,
    )


def heads(project: Project, person: Person) -> bool:
    """Whether the project stands in a territory that the person heads."""
    return Project.objects.headed_by(person).filter(pk=project.pk).exists()


def pages_of(project: Project) -> dict[Section, Page]:
    pages = project.sections.select_related("draft")
    by_name = {Section(page.name): page for page in pages}
    return {section: by_name[section] for section in Section}


def brief_of(project: Project) -> Brief:
    return workshop.compose({name: page.draft.content for name, page in pages_of(project).items()})


def insight(
    project: Project, circumstances: Circumstances, pages: Mapping[Section, Page] | None = None
) -> Insight:
    """Two queries. `pages`: as read already, when the caller has them."""
    contents = {name: page.draft.content for name, page in (pages or pages_of(project)).items()}
    brief = workshop.compose(contents)
    aside = {f"{one.rule}:{one.field}": one for one in project.put_aside.select_related("by")}
    around = replace(circumstances, library=library(project))
    remarks = tuple(checks.check(brief, around, language=get_language() or "ru"))
    return Insight(brief, contents, remarks, aside)


def library(project: Project) -> tuple[Brief, ...]:
    """The model project that this one began as, whose words are not the team's own."""
    card = cards_of_cases.by_id(project.case) if project.case else None
    return (briefs.as_brief(card),) if card else ()


def words_of(section: Section) -> texts.SectionText:
    return texts.section(section, get_language() or "ru")


def cards(insight: Insight) -> tuple[PageCard, ...]:
    return tuple(card(insight, section) for section in Section)


def card(insight: Insight, section: Section) -> PageCard:
    ready, errors = insight.readiness[section], insight.errors[section]
    title = words_of(section).title
    if errors:
        return PageCard(section, title, "late", words.to_mend(errors), "late")
    if ready.is_full:
        return PageCard(section, title, "done", words.DONE, "good")
    state = "current" if section is insight.next else "todo"
    if ready.is_empty:
        return PageCard(section, title, state, words.EMPTY, "plain")
    return PageCard(section, title, state, f"{ready.percent} %", "soon")
