"""One page of the workshop: its form, with remarks beside the fields and rows to pick from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone

from peremena.drafts.forms import Notes
from peremena.drafts.forms import Page as FormPage
from peremena.drafts.models import Draft
from peremena.drafts.outline import outline
from peremena.drafts.paths import Content, find
from peremena.drafts.reading import Reading
from peremena.kit.fields import Elsewhere, Option
from peremena.people.models import Person
from peremena.projects import suggestions, words, workshop
from peremena.projects.borrowing import USE_OF, Use
from peremena.projects.brief import Brief, Section, sums
from peremena.projects.checks import Circumstances, Remark
from peremena.projects.formula import Beginning, without_task
from peremena.projects.models import Project, Verdict
from peremena.projects.texts import SectionText

from . import borrowed, open_talks, verdicts
from .insight import Insight, Standing, insight, pages_of, words_of

NAMED_BY: Mapping[str, str] = {
    "passport.assets": "title",
    "problem.causes": "text",
    "problem.effects": "text",
    "groups": "who",
    "tasks": "text",
    "plan": "title",
    "results": "text",
    "team": "person",
    "partners": "org",
}
LONGEST_NAME = 80
JUST_NOW = timedelta(minutes=30)


@dataclass(frozen=True)
class Source:
    """What one payer gives, as people call the payer."""

    name: str
    sum: Decimal


@dataclass(frozen=True)
class SectionPage:
    """`before`, `after`: the neighbours in the order of the method, None at the ends.

    `money`: what the budget comes to by source, empty on other pages. `use`: what can be taken
    from the passport and the map onto this page. `mended`: remarks gone in the reader's sitting;
    `beginnings`: causes that wait for a task.
    """

    section: Section
    words: SectionText
    draft: Draft
    standing: Standing
    insight: Insight
    remarks: Sequence[Remark]
    form_page: FormPage
    money: Sequence[Source]
    before: Section | None
    after: Section | None
    use: Use | None
    mended: int
    verdicts: Sequence[Verdict]
    beginnings: Sequence[Beginning]

    @property
    def is_empty(self) -> bool:
        return self.insight.readiness[self.section].is_empty

    @property
    def total(self) -> Decimal:
        return sum((source.sum for source in self.money), Decimal())


def section_page(
    project: Project, section: Section, standing: Standing, now: datetime, *, reader: Person
) -> SectionPage:
    pages = pages_of(project)
    known = insight(project, Circumstances(today=timezone.localdate(now)), pages)
    remarks = [remark for remark in known.open if remark.section == section]
    notes = beside(remarks, borrowed.notes(project, section, reader))
    order = list(Section)
    place = order.index(section)
    return SectionPage(
        section=section,
        words=words_of(section),
        draft=pages[section].draft,
        standing=standing,
        insight=known,
        remarks=remarks,
        form_page=form_page(project, section, standing, known, notes),
        money=tuple(money(known.brief)) if section is Section.BUDGET else (),
        use=USE_OF.get(section),
        mended=just_mended(project, section, reader, now),
        verdicts=verdicts.of_page(pages[section]),
        beginnings=without_task(known.brief) if section is Section.TASKS else (),
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
    )


def just_mended(project: Project, section: Section, person: Person, now: datetime) -> int:
    steps = project.steps.filter(section=section, by=person, at__gte=now - JUST_NOW)
    last = steps.order_by("-at", "-pk").first()
    return len(last.gone) if last else 0


def form_page(
    project: Project,
    section: Section,
    standing: Standing,
    known: Insight,
    notes: Notes,
) -> FormPage:
    talk = reverse("projects:comment", args=[project.pk, section])
    return FormPage(
        model=workshop.model_of(section),
        words=words_of(section),
        address=reverse("projects:section", args=[project.pk, section]),
        talk_address=talk if standing.advises else "",
        picks={path: list(options(known.pages, path)) for path in NAMED_BY},
        notes=notes,
        note_template="projects/note.html",
        folds={path: str(name) for path, name in words.FOLDS.items()},
        people=people(project) if standing.advises else (),
        starts=suggestions.phrases(known.brief.profile),
        carried=suggestions.carried(known.brief),
        elsewhere=elsewhere(known.brief.profile, project.case),
        is_writable=standing.writes,
    )


def reading(project: Project, section: Section, content: Content) -> Reading:
    """How to read a version of the page: what was picked has its name. One query."""
    pages = {name: page.draft.content for name, page in pages_of(project).items()}
    known = pages | {section: content}
    picks = {path: list(options(known, path)) for path in NAMED_BY}
    return Reading(outline(workshop.model_of(section)), words_of(section), picks)


def elsewhere(profile: str | None, case: str) -> dict[str, tuple[Elsewhere, ...]]:
    """By key of a field, what real projects of the same profile wrote, with the project's page."""
    return {
        key: tuple(
            Elsewhere(
                one.text,
                ", ".join(filter(None, (f"«{one.card.title}»", one.card.place))),
                reverse("projects:case", args=[one.card.id]),
            )
            for one in stories
        )
        for key, stories in suggestions.stories(profile, case).items()
    }


def people(project: Project) -> list[Option]:
    return [Option(str(one.pk), str(one)) for one in open_talks.addressable(project)]


def beside(
    remarks: Sequence[Remark], sources: Mapping[str, Sequence[borrowed.BorrowedNote]]
) -> Notes:
    """What stands beside fields and rows: first where they came from, then the remarks."""
    notes: dict[str, list[Any]] = defaultdict(list)
    for row, told in sources.items():
        notes[row].extend(told)
    for remark in remarks:
        notes[remark.field].append(remark)
    return notes


def money(brief: Brief) -> Iterator[Source]:
    """In the order of the choices; who gives nothing is left out."""
    for code, name in words_of(Section.BUDGET).choices["budget.source"].items():
        lines = [line for line in brief.budget if line.source == code]
        if lines:
            yield Source(name, sums.total(lines))


def options(pages: Mapping[Section, Content], path: str) -> Iterator[Option]:
    """The rows of a list, wherever it stands, by the words that name them."""
    for content in pages.values():
        for place, row in enumerate(find(content, path) or [], 1):
            name = str(row.get(NAMED_BY[path]) or f"№ {place}")
            yield Option(row["id"], name[:LONGEST_NAME])
