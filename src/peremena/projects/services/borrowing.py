"""Taking a fact of the passport or a resource into a project, and what is new at the source."""

from datetime import datetime

from django.db import transaction

from peremena.drafts.paths import find, join
from peremena.drafts.protocol import SaveRequest
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.projects import borrowing, words
from peremena.projects.borrowing import SECTIONS, USE_OF, Refusal, Thing, Use
from peremena.projects.brief import Section
from peremena.projects.models import Borrowed, Project
from peremena.projects.models import Section as Page

from . import projects


@transaction.atomic
def take(project: Project, thing: Thing, use: Use, *, by: Person, now: datetime) -> Borrowed:
    """The thing becomes a row of the project, and the row remembers where it came from."""
    page = page_of(project, use)
    row = borrowing.row(thing, use)
    is_there = find(page.draft.content, row) is not None
    if refusal := borrowing.why_not_take(thing, use, is_there=is_there):
        raise Refused(words.BORROWING_REFUSALS[refusal])
    put(page, row, borrowing.fields(thing, use), by=by, now=now)
    link, _is_new = Borrowed.objects.update_or_create(
        project=project,
        row=row,
        defaults={
            "section": page.name,
            **source_of(thing),
            "was": dict(thing.said),
            "by": by,
            "at": now,
        },
    )
    behalf = projects.demand_writer(project, by)
    record(by, "projects.row.borrowed", project, on_behalf_of=behalf, row=row, what=thing.what)
    return link


@transaction.atomic
def renew(link: Borrowed, thing: Thing, *, by: Person, now: datetime) -> None:
    """The row says what the source says now; the team's own words in it stay."""
    use = USE_OF[Section(link.section)]
    page = page_of(link.project, use)
    if find(page.draft.content, link.row) is None:
        return
    put(page, link.row, borrowing.renewed(thing, use, link.was), by=by, now=now)
    link.was, link.at, link.by = dict(thing.said), now, by
    link.save(update_fields=["was", "at", "by"])
    behalf = projects.demand_writer(link.project, by)
    record(by, "projects.row.renewed", link.project, on_behalf_of=behalf, row=link.row)


def put(page: Page, row: str, fields: dict[str, str], *, by: Person, now: datetime) -> None:
    """By the same way as everything that is typed, so versions, merging and history hold."""
    request = SaveRequest(
        operation=f"borrow-{row.rpartition('.')[2]}",
        base=page.draft.version,
        fields={join(row, field): text for field, text in fields.items()},
    )
    saved = projects.write(page, request, by=by, now=now)
    if saved.refused:
        raise Refused(words.BORROWING_REFUSALS[Refusal.LIST_IS_FULL])


def page_of(project: Project, use: Use) -> Page:
    """Locked, so that two presses of the button make one row."""
    page: Page = (
        project.sections.select_for_update(of=("self",))
        .select_related("draft", "project")
        .get(name=SECTIONS[use])
    )
    return page


def source_of(thing: Thing) -> dict[str, object]:
    kind, number, *rest = thing.what.split(":", 3)
    if kind == "resource":
        return {"resource_id": int(number), "territory_id": None, "block": "", "path": ""}
    block, path = rest
    return {"resource_id": None, "territory_id": int(number), "block": block, "path": path}
