"""What is known of contests for a project, and of an application."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import timezone

from peremena.contests import catalogue, composition, eligibility
from peremena.contests.composition.parts import Missing, Paper
from peremena.contests.composition.paste import Block, blocks
from peremena.contests.eligibility import HOPE_FIRST, Refusal, Verdict
from peremena.contests.models import Application
from peremena.contests.records import Answer, Contest, Phase, Window, evidence
from peremena.people.models import Person
from peremena.projects import queries as projects
from peremena.projects import workshop
from peremena.projects.brief import Brief, Section
from peremena.projects.brief.place import ApplicantKind
from peremena.projects.checks import Remark, shown
from peremena.projects.models import Project
from peremena.projects.queries import Insight, Standing
from peremena.projects.queries.versions import Line, lines

from . import known


@dataclass(frozen=True)
class Offer:
    """One contest as a kind of applicant sees it. `verdict`: None when no kind is named.

    `window`: the open or the next one; `last`: the last of which we know when it closed.
    """

    contest: Contest
    verdict: Verdict | None
    window: Window | None
    last: Window | None
    phase: Phase

    @property
    def admitted(self) -> list[ApplicantKind]:
        """The kinds that may apply."""
        given = eligibility.verdicts(self.contest)
        return [verdict.kind for verdict in given if verdict.answer is Answer.MAY]

    @property
    def is_verified(self) -> bool:
        return all(thing.verified_on for thing in evidence(self.contest))


@dataclass(frozen=True)
class Choice:
    """The contests for one project; `kind`: None while nobody is named as the applicant."""

    brief: Brief
    standing: Standing
    offers: Sequence[Offer]
    applications: Sequence[Application]

    @property
    def kind(self) -> ApplicantKind | None:
        return self.brief.applicant.kind


@dataclass(frozen=True)
class Prospect:
    """What stands between a project and its application to one contest."""

    contest: Contest
    standing: Standing
    insight: Insight
    paper: Paper

    @property
    def refusal(self) -> Refusal | None:
        return eligibility.why_not_apply(self.contest, self.insight.brief.applicant.kind)

    @property
    def verdict(self) -> Verdict | None:
        kind = self.insight.brief.applicant.kind
        return eligibility.verdict(self.contest, kind) if kind else None

    @cached_property
    def errors(self) -> list[Remark]:
        return [remark for remark in self.insight.open if remark.severity == "E"]

    @property
    def first_errors(self) -> list[Remark]:
        """The few to begin with."""
        return shown(self.errors)[0]

    @property
    def missing(self) -> tuple[Missing, ...]:
        return self.paper.missing


@dataclass(frozen=True)
class Difference:
    """One section in which the project is no longer what was frozen."""

    section: Section
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Sheet:
    """One application: what was frozen and what has changed since."""

    application: Application
    paper: Paper
    blocks: tuple[Block, ...]
    differences: tuple[Difference, ...]
    is_of_old_rules: bool

    @property
    def short(self) -> list[Block]:
        return [block for block in self.blocks if block.is_short]

    @property
    def long(self) -> list[Block]:
        return [block for block in self.blocks if not block.is_short]


def offers(kind: ApplicantKind | None, today: date) -> list[Offer]:
    """For a kind of applicant those it may enter come first; else the nearest."""
    shown = [offer(contest, kind, today) for contest in catalogue.records()]
    return sorted(shown, key=lambda one: HOPE_FIRST.index(one.verdict.answer) if one.verdict else 0)


def offer(contest: Contest, kind: ApplicantKind | None, today: date) -> Offer:
    window = contest.window(today)
    return Offer(
        contest=contest,
        verdict=eligibility.verdict(contest, kind) if kind else None,
        window=window,
        last=contest.last_window(today),
        phase=window.phase(today) if window else Phase.PAST,
    )


def choice(project: Project, person: Person, today: date) -> Choice:
    brief = projects.brief_of(project)
    return Choice(
        brief=brief,
        standing=projects.standing(project, person),
        offers=offers(brief.applicant.kind, today),
        applications=applications_of(project),
    )


def prospect(project: Project, contest: Contest, person: Person, today: date) -> Prospect:
    insight = projects.insight(project, known.circumstances(project, contest, today, reader=person))
    return Prospect(
        contest=contest,
        standing=projects.standing(project, person),
        insight=insight,
        paper=composition.compose(insight.brief, contest),
    )


def applications_of(project: Project) -> list[Application]:
    return list(project.applications.select_related("life").newest_first())


def sheet(application: Application) -> Sheet:
    paper, known = paper_of(application), {one.id: one for one in catalogue.records()}
    return Sheet(
        application=application,
        paper=paper,
        blocks=blocks(paper),
        differences=differences(application),
        is_of_old_rules=known.get(application.contest) != application.frozen_record,
    )


def paper_of(application: Application) -> Paper:
    """The same for ever: made of what was frozen, with the day on which that was."""
    made = timezone.localdate(application.at)
    return composition.compose(application.frozen_brief, application.frozen_record, made)


def differences(application: Application) -> tuple[Difference, ...]:
    """Section by section, from what was frozen to what the project says now."""
    then = workshop.split(application.frozen_brief)
    now = workshop.split(projects.brief_of(application.project))
    changed = ((section, tuple(lines(section, then[section], now[section]))) for section in Section)
    return tuple(
        Difference(section, projects.words_of(section).title, said)
        for section, said in changed
        if said
    )
