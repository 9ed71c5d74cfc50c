"""A draft begins, gets a new version, goes back to an earlier one."""

import json
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from peremena.drafts import history, words
from peremena.drafts.history import Source
from peremena.drafts.models import Draft, Revision
from peremena.drafts.paths import Content
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person

MOST_CHARACTERS = 1_000_000


@transaction.atomic
def open_draft(
    kind: str, content: Content, *, by: Person, now: datetime, source: Source = Source.WEB
) -> Draft:
    """A new draft at version 1. Every row of the content has an id, unique in its list."""
    draft = Draft.objects.create(kind=kind, version=0, changed_at=now, changed_by=by)
    add_version(draft, content, base=0, by=by, now=now, source=source)
    return draft


@transaction.atomic
def replace(
    draft: Draft,
    content: Content,
    *,
    by: Person,
    now: datetime,
    source: Source = Source.IMPORT,
    on_behalf_of: Person | None = None,
) -> None:
    """Other content altogether, as from a file; what stood there stays among the revisions."""
    lock(draft)
    add_version(
        draft,
        content,
        base=draft.version,
        by=by,
        now=now,
        source=source,
        on_behalf_of=on_behalf_of,
    )
    record(by, f"drafts.draft.{source}", draft, on_behalf_of=on_behalf_of, version=draft.version)


def restore(
    revision: Revision, *, by: Person, now: datetime, on_behalf_of: Person | None = None
) -> None:
    """Exactly that content again, as a new version."""
    replace(
        revision.draft,
        revision.content,
        by=by,
        now=now,
        source=Source.RESTORE,
        on_behalf_of=on_behalf_of,
    )


@transaction.atomic
def thin(draft: Draft, *, before: datetime) -> int:
    """Of revisions older than `before`, one per burst of writing stays. How many went.

    The newest stays always, and so does what the owner room keeps by a name. A page that was
    opened at a version that went is merged from the nearest earlier one; operations stay, so that
    a late second send is still recognised.
    """
    lock(draft)
    kept = [burst.last.version for burst in history.bursts(draft.revisions.in_order())]
    old = draft.revisions.filter(at__lt=before, is_kept=False)
    gone, _ = old.exclude(version__in=kept).delete()
    return gone


def pin(revisions: QuerySet[Revision]) -> None:
    """The owner room shows them by a name of its own: they are never thinned."""
    revisions.update(is_kept=True)


def lock(draft: Draft) -> None:
    draft.refresh_from_db(from_queryset=Draft.objects.select_for_update())


def add_version(
    draft: Draft,
    content: Content,
    *,
    base: int,
    by: Person,
    now: datetime,
    source: Source,
    on_behalf_of: Person | None = None,
) -> None:
    if len(json.dumps(content, ensure_ascii=False)) > MOST_CHARACTERS:
        raise Refused(words.FULL)
    draft.content, draft.version = content, draft.version + 1
    draft.changed_at, draft.changed_by = now, by
    draft.save(update_fields=["content", "version", "changed_at", "changed_by"])
    Revision.objects.create(
        draft=draft,
        version=draft.version,
        content=content,
        base=base,
        source=source,
        author=by,
        on_behalf_of=on_behalf_of,
        at=now,
    )
