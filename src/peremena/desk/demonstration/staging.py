"""A story told again through the services, as its people would have done it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from peremena.contests import services as contests
from peremena.drafts import services as drafts
from peremena.drafts.content import shown
from peremena.drafts.outline import outline
from peremena.drafts.paths import Content, find, ids
from peremena.drafts.protocol import SaveRequest
from peremena.drafts.values import Typed
from peremena.journal.services import as_of
from peremena.people.models import Person
from peremena.places.models import Territory
from peremena.projects import queries, workshop
from peremena.projects.brief import Section, section_of
from peremena.projects.checks import Circumstances
from peremena.projects.models import Project
from peremena.projects.models import Section as Page
from peremena.projects.services import looks, projects, remarks, teams

from .earlier import Pages, before, parted
from .stories import Clash, Comment, Event, Freeze, Joining, PutAside, Story, Write


@dataclass(frozen=True)
class Stage:
    """`pages`: what the project's pages hold when the story has been told."""

    project: Project
    pages: Pages
    cast: Mapping[str, Person]
    now: datetime

    def at(self, ago: float) -> datetime:
        return self.now - timedelta(days=ago)

    def page(self, section: Section) -> Page:
        return queries.pages_of(self.project)[section]


def stage(
    story: Story, territory: Territory, cast: Mapping[str, Person], *, now: datetime
) -> Project:
    leader = cast[story.leader]
    pages = workshop.split(story.brief_now())
    with as_of(now - timedelta(days=story.begun)) as began:
        project = projects.bring_in(
            workshop.compose(before(pages, story.events)),
            territory,
            by=leader,
            now=began,
            case=story.case,
        )
    here = Stage(project, pages, cast, now)
    for joining in story.team:
        join(here, joining, leader)
    if story.shown_to_experts:
        with as_of(began + timedelta(days=1)):
            projects.show_to_experts(project, shown=True, by=leader)
    for event in story.events:
        play(here, event)
    for look in story.looks:
        looks.look(project, cast[look.person], now=here.at(look.ago))
    return project


def join(here: Stage, joining: Joining, leader: Person) -> None:
    with as_of(here.at(joining.ago)) as at:
        invitation = teams.invite(here.project, role=joining.role, by=leader, now=at)
        teams.join(invitation, person=here.cast[joining.person], now=at)
        teams.withdraw(invitation, by=leader, now=at)


def play(here: Stage, event: Event) -> None:
    with as_of(here.at(event.ago)):
        act(here, event)


def act(here: Stage, event: Event) -> None:
    match event:
        case Write():
            write(here, event)
        case Clash():
            clash(here, event)
        case Comment():
            comment(here, event)
        case PutAside():
            put_aside(here, event)
        case Freeze():
            freeze(here, event)


def write(here: Stage, event: Write) -> None:
    """One send of each page that the event touches."""
    touched = [*event.was, *event.now, *event.added, *event.unknown]
    for section in dict.fromkeys(section_of(path) for path in touched):
        fields, rows = typed(here, event, section), orders(here, event, section)
        send(here, section, fields, rows, by=event.by, ago=event.ago)


def typed(here: Stage, event: Write, section: Section) -> Mapping[str, Typed]:
    added = tuple(f"{path}." for path in event.added)
    inputs = shown_on(section, here.pages[section])
    fields: dict[str, Typed] = {
        path: text for path, text in inputs.items() if path in event.was or path.startswith(added)
    }
    fields |= {path: text for path, text in event.now.items() if section_of(path) is section}
    return fields | {
        f"unknown.{path}": True for path in event.unknown if section_of(path) is section
    }


def orders(here: Stage, event: Write, section: Section) -> Mapping[str, list[str]]:
    """The lists that get rows, with those rows in them."""
    lists = {parted(path)[0] for path in event.added if section_of(path) is section}
    return {path: ids(find(here.pages[section], path)) for path in lists}


def clash(here: Stage, event: Clash) -> None:
    """Both began from the same version."""
    section = section_of(event.field)
    base = here.page(section).draft.version
    last_words = shown_on(section, here.pages[section])[event.field]
    send(here, section, {event.field: event.words}, by=event.other, ago=event.ago, base=base)
    send(here, section, {event.field: last_words}, by=event.by, ago=event.ago, base=base)


def send(
    here: Stage,
    section: Section,
    fields: Mapping[str, Typed],
    rows: Mapping[str, list[str]] | None = None,
    *,
    by: str,
    ago: float,
    base: int | None = None,
) -> None:
    """`base`: the version on the writer's page; None: the newest."""
    page = here.page(section)
    request = SaveRequest(
        operation=f"demonstration-{by}-{ago}",
        base=base or page.draft.version,
        fields=fields,
        rows=rows or {},
    )
    projects.write(page, request, by=here.cast[by], now=here.at(ago))


def comment(here: Stage, event: Comment) -> None:
    section = section_of(event.field)
    talk = drafts.comment(
        here.page(section).draft,
        event.field,
        event.text,
        model=workshop.model_of(section),
        by=here.cast[event.by],
        now=here.at(event.ago),
    )
    for said in event.answers:
        with as_of(here.at(said.ago)) as at:
            drafts.answer(talk, said.text, by=here.cast[said.by], now=at)
    if event.closed:
        with as_of(here.at(event.closed.ago)) as at:
            drafts.close(talk, by=here.cast[event.closed.by], now=at)


def put_aside(here: Stage, event: PutAside) -> None:
    today = Circumstances(today=timezone.localdate(here.now))
    known = {remark.key: remark for remark in queries.insight(here.project, today).remarks}
    remarks.put_aside(
        here.project,
        known[f"{event.rule}:{event.field}"],
        reason=event.reason,
        by=here.cast[event.by],
        now=here.at(event.ago),
    )


def freeze(here: Stage, event: Freeze) -> None:
    contests.freeze(here.project, event.contest, by=here.cast[event.by], now=here.at(event.ago))


def shown_on(section: Section, content: Content) -> Mapping[str, Typed]:
    """What stands in the inputs of the page, as a browser would send it."""
    inputs = shown(outline(workshop.model_of(section)), content)
    return {path: list(text) if isinstance(text, tuple) else text for path, text in inputs.items()}
