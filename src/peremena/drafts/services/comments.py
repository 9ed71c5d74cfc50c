"""What people say about the fields of a draft."""

from datetime import datetime

from django.db import transaction
from pydantic import BaseModel

from peremena.drafts import words
from peremena.drafts.marks import Mark, Yes
from peremena.drafts.models import Comment, Draft
from peremena.drafts.outline import node_at, outline
from peremena.drafts.paths import BadPath, find
from peremena.drafts.protocol import Unreadable
from peremena.drafts.values import clean, listed, show
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person

LONGEST = 4_000
LONGEST_QUOTE = 300


@transaction.atomic
def converse(
    draft: Draft,
    do: str,
    text: str,
    *,
    model: type[BaseModel],
    by: Person,
    now: datetime,
    to: Person | None = None,
) -> Comment:
    """What a button under a talk asks for: `say:problem.core`, `answer:12`, `close:12`.

    `to`: whom the words ask. Gives the first comment of that talk.
    """
    verb, _, target = do.partition(":")
    if verb == "say":
        return comment(draft, target, text, model=model, by=by, now=now, to=to)
    if verb not in ("answer", "close", "reopen"):
        raise Unreadable("do is say, answer, close or reopen")
    talk = found(draft, target)
    talk = talk.parent or talk
    if verb == "answer":
        answer(talk, text, by=by, now=now, to=to)
    elif verb == "close":
        close(talk, by=by, now=now)
    else:
        reopen(talk, by=by)
    return talk


def found(draft: Draft, number: str) -> Comment:
    comments = (comment for comment in draft.comments.all() if str(comment.pk) == number)
    talk = next(comments, None)
    if talk is None:
        raise Refused(words.NO_SUCH_TALK)
    return talk


@transaction.atomic
def comment(
    draft: Draft,
    path: str,
    text: str,
    *,
    model: type[BaseModel],
    by: Person,
    now: datetime,
    to: Person | None = None,
) -> Comment:
    """About one field, with what stands there now, or with an empty path about the whole page."""
    quote = quotation(draft, path, model) if path else ""
    return say(draft, path, text, quote=quote, parent=None, by=by, now=now, to=to)


def quotation(draft: Draft, path: str, model: type[BaseModel]) -> str:
    try:
        mark = node_at(outline(model), path)
    except BadPath as error:
        raise Unreadable("a comment needs a field") from error
    if not isinstance(mark, Mark):
        raise Unreadable("a comment needs a field")
    if isinstance(mark, Yes):
        return ""
    shown = listed(show(mark, find(draft.content, path)))
    return ", ".join(shown)[:LONGEST_QUOTE]


@transaction.atomic
def answer(
    said: Comment, text: str, *, by: Person, now: datetime, to: Person | None = None
) -> Comment:
    """An answer to an answer joins the same talk; a closed talk is opened again by it."""
    first = locked(said)
    answer = say(first.draft, first.path, text, quote="", parent=first, by=by, now=now, to=to)
    reopen(first, by=by)
    return answer


def locked(said: Comment) -> Comment:
    """The first word of the talk as it is now, until the deed is done."""
    key = said.parent_id or said.pk
    rows = Comment.objects.select_for_update(of=("self",)).select_related("draft")
    return rows.get(pk=key)


@transaction.atomic
def close(talk: Comment, *, by: Person, now: datetime) -> None:
    """The talk is settled; it stays readable. Whoever was quicker has settled it."""
    talk = locked(talk)
    if talk.closed_at:
        return
    talk.closed_at, talk.closed_by = now, by
    talk.save(update_fields=["closed_at", "closed_by"])
    record(by, "drafts.comment.closed", talk)


@transaction.atomic
def reopen(talk: Comment, *, by: Person) -> None:
    """An open talk stays open."""
    talk = locked(talk)
    if not talk.closed_at:
        return
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
    to: Person | None,
) -> Comment:
    text = clean(text).strip()
    if not text:
        raise Refused(words.EMPTY_COMMENT)
    if len(text) > LONGEST:
        raise Refused(words.LONG_COMMENT)
    said = Comment.objects.create(
        draft=draft, path=path, text=text, quote=quote, parent=parent, author=by, at=now, to=to
    )
    record(by, "drafts.comment.written", said)
    return said
