"""Everything about one decision, for whoever looks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from peremena.impact import rules, words
from peremena.impact.models import Award, Contribution, Correction
from peremena.impact.rules import Proof
from peremena.journal.models import Entry
from peremena.kit.typography import roubles
from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.people.queries.register import able


@dataclass(frozen=True)
class Changed:
    name: str | Promise
    before: str
    after: str


@dataclass(frozen=True)
class Trace:
    correction: Correction
    changed: Sequence[Changed]


@dataclass(frozen=True)
class Card:
    """`keeps`: may correct; `verifies`: may confirm or doubt. `why_not`: why not confirm now.
    `is_own`: entered or last changed by the viewer; then `colleagues` may confirm it. `alike`:
    rows that may be this decision under another name.

    Where the person does not keep the ledger, no persons are in it.
    """

    contributions: Sequence[Contribution]
    traces: Sequence[Trace]
    deeds: Sequence[Entry]
    keeps: bool
    verifies: bool
    why_not: str | Promise
    is_own: bool
    colleagues: Sequence[Person]
    alike: Sequence[Award]


def card(award: Award, person: Person) -> Card:
    keeps = award.centre_id in person.centres_with(Ability.RUN_CONTESTS)
    is_own = person.pk in (award.entered_by_id, award.changed_by_id)
    refusal = rules.why_not_verify(
        Proof(award.proof),
        is_own=is_own,
        is_verified=award.is_verified,
        is_taken_back=award.taken_back_at is not None,
    )
    return Card(
        contributions=list(award.contributions.select_related("organisation").order_by("pk")),
        traces=[trace(one) for one in corrections(award)] if keeps else (),
        deeds=list(Entry.objects.about(award).select_related("actor").order_by("-at", "-pk")[:20])
        if keeps
        else (),
        keeps=keeps,
        verifies=award.centre_id in person.centres_with(Ability.VERIFY_MONEY),
        why_not=words.REFUSALS[refusal] if refusal else "",
        is_own=is_own,
        colleagues=colleagues(award) if keeps and is_own and not award.is_verified else (),
        alike=alike(award) if keeps and not award.is_verified else (),
    )


def colleagues(award: Award) -> list[Person]:
    """Who may confirm the row: those of the centre who neither entered nor changed it."""
    found = able(Ability.VERIFY_MONEY, award.centre_id)
    own = [pk for pk in (award.entered_by_id, award.changed_by_id) if pk]
    return list(found.exclude(pk__in=own).order_by("surname", "name", "pk"))


def alike(award: Award) -> list[Award]:
    """The same sum for the same project on the same day, whatever the source is called."""
    same = {"project": award.project_id, "awarded": award.awarded, "decided_on": award.decided_on}
    return list(Award.objects.counted().filter(**same).exclude(pk=award.pk).order_by("pk"))


def corrections(award: Award) -> list[Correction]:
    return list(award.corrections.select_related("by").order_by("-at", "-pk"))


def trace(correction: Correction) -> Trace:
    changed = [
        Changed(words.FIELDS.get(name, name), spoken(name, before), spoken(name, after))
        for name, (before, after) in correction.changed.items()
    ]
    return Trace(correction, changed)


SUMS = frozenset({"requested", "awarded", "paid", "contribution"})
WORDS: Mapping[str, Mapping[Any, Any]] = {
    "kind": words.KINDS,
    "proof": words.PROOFS,
    "attribution": words.ATTRIBUTIONS,
}


def spoken(name: str, value: str) -> str:
    """A code in words, a sum in roubles; of a file only that it is another one."""
    if name == "sha256":
        return value[:8]
    if name in SUMS:
        return roubles(value)
    known = {str(code): str(text) for code, text in WORDS.get(name, {}).items()}
    return known.get(value, value)
