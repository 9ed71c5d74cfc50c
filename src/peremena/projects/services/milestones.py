"""The whole project kept under a name, and pieces of it brought back."""

from datetime import datetime

from django.db import transaction

from peremena.drafts import rows
from peremena.drafts import services as drafts
from peremena.drafts.history import Source
from peremena.drafts.models import Revision
from peremena.drafts.outline import outline
from peremena.drafts.paths import UNKNOWN, BadPath, Content, find, split
from peremena.drafts.protocol import Unreadable
from peremena.drafts.writing import tidy
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.projects import queries, rules, sums, words, workshop
from peremena.projects.brief import Section
from peremena.projects.models import Milestone, MilestonePage, Project
from peremena.projects.models import Section as Page

from . import steps
from .projects import bring_back, demand_writer, follow


@transaction.atomic
def mark(project: Project, name: str, *, by: Person, now: datetime) -> Milestone:
    """Every page as it stands now, under one name; these versions are never thinned."""
    project = Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
    behalf = demand_writer(project, by)
    name = " ".join(name.split())[:80]
    taken = list(project.milestones.values_list("name", flat=True))
    demand(rules.why_not_mark_milestone(name, taken))
    milestone = Milestone.objects.create(project=project, name=name, by=by, at=now)
    pages = queries.pages_of(project).values()
    newest = [page.draft.revisions.newest_first()[0] for page in pages]
    MilestonePage.objects.bulk_create(
        MilestonePage(milestone=milestone, page=page, revision=revision)
        for page, revision in zip(pages, newest, strict=True)
    )
    drafts.pin(Revision.objects.filter(pk__in=[one.pk for one in newest]))
    record(by, "projects.milestone.made", project, on_behalf_of=behalf, milestone=milestone.pk)
    return milestone


@transaction.atomic
def remove(milestone: Milestone, *, by: Person) -> None:
    """The name goes; the versions stay in the history of each page."""
    behalf = demand_writer(milestone.project, by)
    gone = {"milestone": milestone.pk}
    record(by, "projects.milestone.removed", milestone.project, on_behalf_of=behalf, **gone)
    milestone.delete()


@transaction.atomic
def bring(
    milestone: Milestone, page: Page, path: str, *, seen: int, by: Person, now: datetime
) -> Revision:
    """A row or a field, or with no path the whole page, stands again as it was at the milestone.

    `seen`: the version that the person looked at. Gives the version that stood before, to undo.
    """
    behalf = demand_writer(page.project, by)
    drafts.lock(page.draft)
    before: Revision = page.draft.revisions.newest_first()[0]
    then = milestone.pages.select_related("revision").get(page=page).revision
    if path:
        put_piece(page, then.content, path, seen=seen, by=by, now=now, behalf=behalf)
    else:
        demand(rules.why_not_bring_back(then.content, page.draft.content, page.draft.content))
        bring_back(page, then, by=by, now=now)
    told = {"section": page.name, "path": path, "milestone": milestone.pk}
    record(by, "projects.row.brought-back", page.project, on_behalf_of=behalf, **told)
    return before


def put_piece(
    page: Page,
    then: Content,
    path: str,
    *,
    seen: int,
    by: Person,
    now: datetime,
    behalf: Person | None,
) -> None:
    draft, group = page.draft, outline(workshop.model_of(Section(page.name)))
    looked_at = draft.revisions.filter(version__lte=seen).newest_first().first()
    try:
        stood = find(looked_at.content, path) if looked_at else None
        demand(rules.why_not_bring_back(find(then, path), stood, find(draft.content, path)))
        after = rows.with_piece(draft.content, then, group, path)
    except BadPath as error:
        raise Unreadable("a piece has a path") from error
    if after is None or split(path)[0] == UNKNOWN:
        raise Refused(words.REFUSALS[rules.Refusal.CHANGED_SINCE])
    after = tidy(sums.follow(draft.content, after))
    with steps.noted(page.project, page.name, [path], by=by, now=now, on_behalf_of=behalf):
        drafts.replace(draft, after, by=by, now=now, source=Source.RESTORE, on_behalf_of=behalf)
    follow(page, after, now=now)


def demand(refusal: rules.Refusal | None) -> None:
    if refusal:
        raise Refused(words.REFUSALS[refusal])
