"""The ledger page: totals under a filter, what they are made of, and the rows themselves."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise

from peremena.cohorts.models import Cohort
from peremena.impact import words
from peremena.impact.models import Award, AwardQuerySet
from peremena.impact.rules import Kind
from peremena.impact.totals import By, Filter, Row, Totals, parts, totals
from peremena.kit.fields import Option
from peremena.kit.paging import Listed, page
from peremena.places.models import Territory

from .rows import rows_of

Names = Mapping[By, Mapping[Hashable, str]]
ON_A_PAGE = 30
NEWEST_FIRST = ("-decided_on", "-pk")
LONGEST = 8


@dataclass(frozen=True)
class Figure:
    """One number with how it was counted. `query`: opens the rows that make it."""

    name: str
    label: str | Promise
    value: Decimal
    how: str | Promise
    changed: Mapping[str, object]


@dataclass(frozen=True)
class Line:
    key: Hashable
    name: str
    totals: Totals


@dataclass(frozen=True)
class Breakdown:
    by: By
    title: str | Promise
    lines: Sequence[Line]

    @property
    def first(self) -> Sequence[Line]:
        return self.lines[:LONGEST]

    @property
    def rest(self) -> Sequence[Line]:
        return self.lines[LONGEST:]


@dataclass(frozen=True)
class Ledger:
    totals: Totals
    figures: Sequence[Figure]
    breakdowns: Sequence[Breakdown]
    options: Mapping[str, Sequence[Option]]
    listed: Listed[Award]
    is_demonstration: bool


SHOWN = (
    "attracted", "waiting", "paid", "added_promised", "added_paid", "in_kind_promised",
    "in_kind_given",
)  # fmt: skip
CONFIRMED: Mapping[str, object] = {"is_verified": True}


def ledger(awards: AwardQuerySet, chosen: Filter, *, after: str) -> Ledger:
    """`awards`: all that the person may see."""
    everything = rows_of(awards.counted())
    shown = [row for row in everything if chosen.admits(row)]
    names = names_of(everything, awards)
    sums, listed = totals(shown), matching(awards.counted(), chosen)
    return Ledger(
        totals=sums,
        figures=figures(sums, SHOWN),
        breakdowns=[breakdown(shown, by, names) for by in By],
        options=options(everything, names),
        listed=page(listed.with_contributions(), by=NEWEST_FIRST, after=after, size=ON_A_PAGE),
        is_demonstration=awards.filter(is_demonstration=True).exists(),
    )


def matching(awards: AwardQuerySet, chosen: Filter) -> AwardQuerySet:
    """The same rows as `Filter.admits` lets through, chosen by the database."""
    asked = {
        "decided_on__year": chosen.year, "territory": chosen.territory,
        "source_key": chosen.source, "kind": chosen.kind, "proof": chosen.proof,
    }  # fmt: skip
    found = awards.filter(**{name: value for name, value in asked.items() if value is not None})
    if chosen.cohort is not None:
        found = found.filter(cohort=chosen.cohort or None)
    if chosen.is_verified is not None:
        found = found.filter(verified_at__isnull=not chosen.is_verified)
    return found


def figures(sums: Totals, names: Sequence[str]) -> list[Figure]:
    """Those that are not nothing; what was attracted stands in any case."""
    return [
        Figure(name, words.FIGURES[name], value, words.HOW[name], opened(name))
        for name in names
        if (value := getattr(sums, name)) or name == "attracted"
    ]


def opened(name: str) -> Mapping[str, object]:
    if name == "waiting":
        return {"is_verified": False}
    return {} if name in ("paid", "requested") else CONFIRMED


def names_of(rows: Sequence[Row], awards: AwardQuerySet) -> Names:
    """What people call a cohort, a territory, a source and a kind. Three queries."""
    cohorts = Cohort.objects.filter(pk__in={row.cohort for row in rows if row.cohort})
    places = Territory.objects.filter(pk__in={row.territory for row in rows})
    sources = awards.counted().order_by("source_key", "pk").values_list("source_key", "source")
    return {
        By.YEAR: {row.year: str(row.year) for row in rows},
        By.COHORT: {None: str(words.OUTSIDE), **{one.pk: str(one) for one in cohorts}},
        By.TERRITORY: {one.pk: str(one) for one in places},
        By.SOURCE: dict(sources),
        By.KIND: {kind: str(text) for kind, text in words.KINDS.items()},
    }


def breakdown(rows: Sequence[Row], by: By, names: Names) -> Breakdown:
    lines = [
        Line(0 if part.key is None else part.key, names[by].get(part.key, ""), part.totals)
        for part in parts(rows, by)
    ]
    return Breakdown(by, words.DIMENSIONS[by], sorted(lines, key=ORDER[by]))


def latest(line: Line) -> object:
    return -int(str(line.key))


def largest(line: Line) -> object:
    return (-line.totals.attracted, -line.totals.entered, line.name)


ORDER: Mapping[By, Callable[[Line], Any]] = dict.fromkeys(By, largest) | {By.YEAR: latest}


def options(rows: Sequence[Row], names: Names) -> dict[str, list[Option]]:
    """What one can choose: only what there is in the ledger."""
    found: dict[str, list[Option]] = {}
    for by in By:
        keys = {getattr(row, by.value) for row in rows}
        known = [Option(str(value_of(key)), names[by].get(key, "")) for key in keys]
        found[by.value] = sorted(known, key=lambda one: one.label.casefold())
    found[By.YEAR.value].reverse()
    return found


def value_of(key: Hashable) -> object:
    """As the filter wants it: money outside cohorts is cohort 0."""
    return key.value if isinstance(key, Kind) else 0 if key is None else key
