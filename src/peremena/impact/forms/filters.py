"""Which rows of the ledger are shown: from the address to a filter, to a form, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from peremena.impact import words
from peremena.impact.rules import Kind, Proof
from peremena.impact.totals import Filter
from peremena.kit.fields import FormField, Option
from peremena.kit.fields import Kind as Drawn

VERIFIED, WAITING = "verified", "waiting"
MOST_DIGITS = 9
YEARS = range(1990, 2101)


def chosen(asked: Mapping[str, str]) -> Filter:
    """What makes no sense is not asked."""
    state = {VERIFIED: True, WAITING: False}.get(asked.get("state", ""))
    return Filter(
        year=year if (year := number(asked.get("year"))) in YEARS else None,
        cohort=number(asked.get("cohort")),
        territory=number(asked.get("territory")),
        source=asked.get("source") or None,
        kind=next((one for one in Kind if one == asked.get("kind")), None),
        proof=next((one for one in Proof if one == asked.get("proof")), None),
        is_verified=state,
    )


def number(text: str | None) -> int | None:
    text = text or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None


def query(chosen: Filter, **changed: object) -> str:
    """The address of the same rows; `changed`: of others, such as only those of a year."""
    shown = replace(chosen, **changed)  # type: ignore[arg-type]
    state = {True: VERIFIED, False: WAITING, None: None}[shown.is_verified]
    said = {
        "year": shown.year, "cohort": shown.cohort, "territory": shown.territory,
        "source": shown.source, "kind": shown.kind, "proof": shown.proof, "state": state,
    }  # fmt: skip
    return urlencode({name: str(value) for name, value in said.items() if value is not None})


def fields(chosen: Filter, options: Mapping[str, Sequence[Option]]) -> list[FormField]:
    """`options`: for year, cohort, territory, source and kind, what there is."""
    state = {True: VERIFIED, False: WAITING, None: ""}[chosen.is_verified]
    proofs = [Option(proof.value, str(text)) for proof, text in words.PROOFS.items()]
    states = [Option(VERIFIED, _("confirmed")), Option(WAITING, _("waits for confirmation"))]
    drawn = (
        ("year", _("Year of the decision"), chosen.year, options["year"]),
        ("cohort", _("Cohort"), chosen.cohort, options["cohort"]),
        ("territory", _("Territory"), chosen.territory, options["territory"]),
        ("source", _("Source"), chosen.source, options["source"]),
        ("kind", _("Whose money"), chosen.kind, options["kind"]),
        ("proof", _("Proof"), chosen.proof, proofs),
        ("state", _("Second person"), state, states),
    )
    return [
        FormField(
            name, label, Drawn.SELECT, value="" if value is None else str(value),
            options=tuple(found), empty_label=_("all"),
        )
        for name, label, value, found in drawn
    ]  # fmt: skip
