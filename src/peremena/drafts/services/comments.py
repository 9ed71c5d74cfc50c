"""What people say about the fields of a draft."""

from datetime import datetime

from django.db import transaction

from peremena.drafts import words
from peremena.drafts.models import Comment, Draft
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person

LONGEST = 4_000
LONGEST_QUOTE = 300


@transaction.atomic
def comment(
    draft: Draft, path: str, text: str, *, quote: str = "", by: Person, now: datetime
) -> Comment:
    """About one field, or with an empty path about the whole page. `quote`: what stood there."""
    return say(draft, path, text, quote=quote[:LONGEST_QUOTE], parent=None, by=by, now=now)


@transaction.atomic
def answer(to: Comment, text: str, *, by: Person, now: datetime) -> Comment:
    """An answer to an answer joins the same talk; a closed talk is opened again by it."""
    first = to.parent or to
    if first.closed_at:
        reopen(first, by=by)
    return say(first.draft, first.path, text, quote="", parent=first, by=by, now=now)


@transaction.atomic
def close(talk: Comment, *, by: Person, now: datetime) -> None:
    """The talk is settled; it stays readable."""
    talk.closed_at, talk.closed_by = now, by
    talk.save(update_fields=["closed_at", "closed_by"])
    record(by, "drafts.comment.closed", talk)


@transaction.atomic
def reopen(talk: Comment, *, by: Person) -> None:
    talk.closed_at = talk.closed_by = None
    talk.save(update_fields=["closed_at", "closed_by"])
    record(by, "drafts.comment.reopened", talk)


def say(
    draft: Draft,
    path: str,
    text: str,
    *,
    quote: str,
    parent: Comment | None,
    by: Person,
    now: datetime,
) -> Comment:
    text = text.strip()
    if not text:
        raise Refused(words.EMPTY_COMMENT)
    if len(text) > LONGEST:
        raise Refused(words.LONG_COMMENT)
    said = Comment.objects.create(
        draft=draft, path=path, text=text, quote=quote, parent=parent, author=by, at=now
    )
    record(by, "drafts.comment.written", said)
    return said
