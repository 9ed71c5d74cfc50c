"""A page is saved: what was typed is merged with what others have saved meanwhile."""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from pydantic import BaseModel

from peremena.drafts import rows, writing
from peremena.drafts.content import problems
from peremena.drafts.deeds import ABOUT_OFFERS, Deed, Verb
from peremena.drafts.merge import Clash as Difference
from peremena.drafts.merge import joined, merge
from peremena.drafts.models import Clash, Draft, Revision
from peremena.drafts.outline import Group, outline
from peremena.drafts.paths import Content, find
from peremena.drafts.protocol import SaveRequest
from peremena.drafts.values import Problem
from peremena.drafts.writing import Refusal, Written
from peremena.journal.services import record
from peremena.people.models import Person

from .versions import add_version, lock

MOST_SEARCHED = 1_000
Finish = Callable[[Content, Content], Content]


@dataclass(frozen=True)
class Saved:
    """What the draft is after a save.

    `base`: what the page was made from, None when nobody knows; `refused`: fields that were not
    taken; `clashes`: all offers still open; `is_repeat`: this send had arrived before.
    """

    request: SaveRequest
    version: int
    at: datetime
    content: Content
    base: Content | None
    problems: Mapping[str, Problem]
    refused: Mapping[str, Refusal]
    clashes: tuple[Clash, ...]
    is_repeat: bool = False


def as_it_is(_before: Content, after: Content) -> Content:
    return after


@transaction.atomic
def save(
    draft: Draft,
    request: SaveRequest,
    *,
    model: type[BaseModel],
    by: Person,
    now: datetime,
    on_behalf_of: Person | None = None,
    finish: Finish = as_it_is,
) -> Saved:
    """Merge what was typed into the draft. Sending the same again changes nothing.

    `finish`: from what stood and what will stand, what follows of itself, such as sums.
    """
    lock(draft)
    group = outline(model)
    base = content_at(draft, request.base)
    is_repeat = draft.operations.filter(key=request.key).exists()
    page = writing.write(base or {}, group, request.seen, {}).content
    mine = typed(draft, request, page, group)
    if not is_repeat and not request.is_question:
        merged = merge(page, mine.content, draft.content)
        offer(draft, merged.clashes, base=request.base, by=by, now=now)
        after = settled(draft, request.deed, merged.content, group, by=by, now=now)
        after = writing.tidy(finish(draft.content, after))
        keep(draft, request, after, by=by, now=now, on_behalf_of=on_behalf_of)
    return saved(draft, request, base, group, refused=mine.refused, is_repeat=is_repeat)


def saved(
    draft: Draft,
    request: SaveRequest,
    base: Content | None,
    group: Group,
    *,
    refused: Mapping[str, Refusal],
    is_repeat: bool,
) -> Saved:
    return Saved(
        request=request,
        version=draft.version,
        at=draft.changed_at,
        content=draft.content,
        base=base,
        problems=problems(group, draft.content),
        refused=refused,
        clashes=tuple(draft.clashes.open()),
        is_repeat=is_repeat,
    )


def content_at(draft: Draft, version: int) -> Content | None:
    """Of the nearest version kept; None for a version that this draft never had."""
    if version == draft.version:
        return draft.content
    if not 0 < version < draft.version:
        return None
    nearest = draft.revisions.filter(version__lte=version).newest_first().first()
    return nearest.content if nearest else None


def typed(draft: Draft, request: SaveRequest, page: Content, group: Group) -> Written:
    """My side of the merge: what the page showed, with what was typed and done on it."""
    written = writing.write(page, group, request.fields, request.rows)
    deed = request.deed
    if deed is None or deed.verb in ABOUT_OFFERS:
        return written
    after, refused = written.content, dict(written.refused)
    with writing.refusals(deed.path, refused):
        if deed.verb is Verb.RESTORE:
            after = rows.put_back(after, last_with(draft, deed.path), group, deed.path)
        else:
            after = rows.done(after, group, deed, request.new_id)
    return Written(after, refused)


def last_with(draft: Draft, path: str) -> Content:
    """The newest version in which something stands at the path."""
    newest_first = draft.revisions.order_by("-version").values_list("content", flat=True)
    versions = newest_first[:MOST_SEARCHED].iterator()
    return next((content for content in versions if find(content, path) is not None), {})


def offer(
    draft: Draft, differences: Iterable[Difference], *, base: int, by: Person, now: datetime
) -> None:
    open_offers = [(clash.path, clash.offered) for clash in draft.clashes.open()]
    for difference in differences:
        if (difference.path, difference.offered) not in open_offers:
            draft.clashes.create(
                path=difference.path,
                kept=difference.kept,
                kept_by=by,
                offered=difference.offered,
                offered_by=author_of(draft, difference.path, base),
                at=now,
            )


def author_of(draft: Draft, path: str, base: int) -> Person:
    """Who has last changed what stands at the path, among versions from `base` on."""
    later: Revision | None = None
    for revision in draft.revisions.newest_first().filter(version__gte=base).iterator():
        if later and find(revision.content, path) != find(later.content, path):
            break
        later = revision
    return later.author if later else draft.changed_by


def settled(
    draft: Draft, deed: Deed | None, content: Content, group: Group, *, by: Person, now: datetime
) -> Content:
    """The content after an offer was taken, joined or put by; an old one changes nothing."""
    if deed is None or deed.verb not in ABOUT_OFFERS:
        return content
    clash = next((clash for clash in draft.clashes.open() if str(clash.pk) == deed.path), None)
    if clash is None:
        return content
    clash.settled_at, clash.settled_by, clash.is_taken = now, by, deed.verb is not Verb.KEEP
    clash.save(update_fields=["settled_at", "settled_by", "is_taken"])
    record(by, f"drafts.offer.{deed.verb}", draft, path=clash.path)
    after = deepcopy(content)
    if clash.is_taken:
        stands, offered = find(content, clash.path), clash.offered
        words = joined(stands, offered) if deed.verb is Verb.JOIN else offered
        writing.put(after, group, clash.path, words)
    return after


def keep(
    draft: Draft,
    request: SaveRequest,
    content: Content,
    *,
    by: Person,
    now: datetime,
    on_behalf_of: Person | None,
) -> None:
    """A new version if anything changed; the operation is remembered in any case."""
    if content != draft.content:
        add_version(
            draft,
            content,
            base=request.base,
            by=by,
            now=now,
            source=(request.heard if on_behalf_of else None) or request.source,
            on_behalf_of=on_behalf_of,
        )
    draft.operations.create(key=request.key, version=draft.version)
