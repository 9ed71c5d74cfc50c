"""Steps of the method that write into several fields at once: the goal, tasks."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from peremena.drafts.paths import join
from peremena.drafts.protocol import SaveRequest
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.projects import formula, queries, words
from peremena.projects.borrowing import Refusal
from peremena.projects.brief import Section
from peremena.projects.models import Project
from peremena.projects.models import Section as Page

from . import projects


@transaction.atomic
def set_goal(project: Project, operation: str, *, by: Person, now: datetime) -> bool:
    """The sentence of the parts becomes the goal; the earlier one stays among the versions. False
    while there is no sentence."""
    page = page_of(project, Section.GOAL)
    sentence = formula.assembled(queries.brief_of(project).goal)
    if sentence:
        fields = {"goal.text": sentence}
        put(page, fields, f"{operation[:30]}-goal", page.draft.version, by=by, now=now)
    return bool(sentence)


@transaction.atomic
def begin_task(
    project: Project, cause: str, operation: str, *, by: Person, now: datetime
) -> str | None:
    """A task that answers a cause; its path, or None where the cause needs none."""
    projects.demand_writer(project, by)
    page = page_of(project, Section.TASKS)
    waiting = formula.without_task(queries.brief_of(project))
    found = next((one for one in waiting if one.cause == cause), None)
    if found is None:
        return None
    row = join("tasks", f"for-{cause}"[:40])
    fields = {join(row, "text"): found.words, join(row, "causes"): cause}
    put(page, fields, operation, page.draft.version, by=by, now=now)
    return row


def put(
    page: Page, fields: Mapping[str, str], operation: str, base: int, *, by: Person, now: datetime
) -> None:
    """By the same way as everything that is typed, so versions, merging and history hold."""
    request = SaveRequest(operation=operation, base=base, fields=fields)
    if projects.write(page, request, by=by, now=now).refused:
        raise Refused(words.BORROWING_REFUSALS[Refusal.LIST_IS_FULL])


def page_of(project: Project, section: Section) -> Page:
    """Locked, so that two presses of a button make one row."""
    page: Page = (
        project.sections.select_for_update(of=("self",))
        .select_related("draft", "project")
        .get(name=section)
    )
    return page
