"""Two cards side by side: what each has, what would move, what both have, and why not."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.functional import Promise

from peremena.desk.fates import FATES, Fate
from peremena.kit.paging import Listed
from peremena.people import merge_words, rules
from peremena.people import queries as people
from peremena.people.abilities import Ability
from peremena.people.models import Merge, Person
from peremena.people.queries.register import whole
from peremena.people.rules import MergeRefusal, Part

from . import keeping, person
from .personal import Kept, grouped

FEW = 8


@dataclass(frozen=True)
class Choice:
    """A part of the card in which the two differ."""

    part: Part
    name: str | Promise
    kept: str
    gone: str


@dataclass(frozen=True)
class Pair:
    """`gone_has`: what would come over, counted. `choices`: where somebody has to choose."""

    kept: person.Card
    gone: person.Card
    gone_has: Sequence[Kept]
    choices: Sequence[Choice]
    why_not: str | Promise
    needs_colleague: bool
    waiting: Merge | None


def pair(kept: Person, gone: Person, viewer: Person, now: datetime) -> Pair:
    refusal = why_not_merge(kept, gone, viewer, waiting_is_fine=True)
    return Pair(
        kept=person.card(kept, viewer, now),
        gone=person.card(gone, viewer, now),
        gone_has=would_move(gone),
        choices=choices(kept, gone),
        why_not=merge_words.REFUSALS[refusal] if refusal else "",
        needs_colleague=needs_colleague(kept, gone),
        waiting=Merge.objects.waiting().filter(kept=kept, gone=gone).first(),
    )


def would_move(gone: Person) -> list[Kept]:
    counts = Counter[str]()
    for link in keeping.pointers():
        if FATES[link.name] is Fate.MOVES:
            counts[link.model._meta.label_lower] += link.rows(gone).count()
    return grouped(+counts)


def choices(kept: Person, gone: Person) -> list[Choice]:
    """Only where both cards say something, and not the same; what one alone says, stays."""
    said = {
        Part.NAME: (kept.full_name, gone.full_name),
        Part.PHONE: (kept.phone, gone.phone),
        Part.ABOUT: (kept.about, gone.about),
        Part.CHANNEL: (kept.get_channel_display(), gone.get_channel_display()),
    }
    if signs_in(kept) == signs_in(gone):
        said[Part.SIGN_IN] = (kept.email or "", gone.email or "")
    return [
        Choice(part, merge_words.PARTS[part], str(mine), str(theirs))
        for part, (mine, theirs) in said.items()
        if mine and theirs and str(mine) != str(theirs)
    ]


def only_theirs(kept: Person, gone: Person) -> set[Part]:
    """What the kept card does not say and the other does: nobody needs to choose that."""
    said = {
        Part.PHONE: (kept.phone, gone.phone),
        Part.ABOUT: (kept.about, gone.about),
        Part.SIGN_IN: (kept.email, gone.email),
    }
    return {part for part, (mine, theirs) in said.items() if theirs and not mine}


def parts(kept: Person, gone: Person, taken: Collection[str]) -> list[str]:
    """Which parts of the card come from the second: chosen, or said by it alone."""
    theirs = {Part(one) for one in taken} | only_theirs(kept, gone)
    swaps = rules.sign_in_taken(
        kept=signs_in(kept), gone=signs_in(gone), wanted=Part.SIGN_IN in theirs
    )
    return sorted(theirs - {Part.SIGN_IN} | ({Part.SIGN_IN} if swaps else set()))


def signs_in(card: Person) -> bool:
    """By an address of one’s own; a code on paper works once."""
    return card.last_login is not None and bool(card.email)


def needs_colleague(kept: Person, gone: Person) -> bool:
    """Somebody who comes in already would get what is another’s, or another’s way in."""
    return kept.last_login is not None and (gone.last_login is not None or not kept.email)


def why_not_merge(
    kept: Person,
    gone: Person,
    by: Person,
    *,
    except_for: Merge | None = None,
    waiting_is_fine: bool = False,
) -> MergeRefusal | None:
    both = (kept, gone)
    others = Merge.objects.open().filter(Q(gone__in=both))
    if waiting_is_fine:
        others = others.exclude(at=None)
    known = by.centres_with(Ability.KEEP_PEOPLE)
    return rules.why_not_merge(
        is_same=kept == gone,
        merged_already=others.exclude(pk=except_for.pk if except_for else 0).exists(),
        keeps_people=any(people.keeps_people(one) for one in both),
        is_known_elsewhere=any(not set(one.centres) <= set(known) for one in both),
        asked_to_be_erased=any(one.personal_requests.open().exists() for one in both),
        one_is_invented=kept.is_demonstration != gone.is_demonstration,
    )


def alike(one: Person, viewer: Person) -> list[Person]:
    """Whom the viewer keeps and who may be the same: by telephone, or by surname and name."""
    named = Q(surname__iregex=whole(one.surname), name__iregex=whole(one.name))
    same = named if one.surname else Q()
    if one.phone:
        same |= Q(phone=one.phone)
    if not same:
        return []
    found = Person.objects.kept_by(viewer).filter(same).exclude(pk=one.pk)
    return list(found.order_by("surname", "name", "pk")[:FEW])


def others(viewer: Person, find: str) -> Listed[Person]:
    """Anybody in the register, as looked for."""
    return people.people(viewer, find=find)
