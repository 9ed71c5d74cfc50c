"""What the rows of the ledger come to. Pure: no Django, no database, no clock.

Attracted: what was awarded by a decision that a second person has confirmed, each decision once.
Own money, co-funding and things stand apart and are never added to it. A year is the year of the
decision. Source: the definitions that the school publishes beside its numbers.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .rules import Form, Kind, Proof, is_attracted

NOTHING = Decimal()


@dataclass(frozen=True)
class Share:
    """What somebody adds to a project beside the award, in roubles."""

    kind: Kind
    form: Form
    promised: Decimal
    paid: Decimal


@dataclass(frozen=True)
class Row:
    """One decision. `cohort`: None for money outside cohorts; `source`: its key."""

    pk: int
    decided_on: date
    territory: int
    cohort: int | None
    project: int
    source: str
    kind: Kind
    proof: Proof
    is_verified: bool
    awarded: Decimal
    paid: Decimal
    requested: Decimal = NOTHING
    shares: tuple[Share, ...] = ()

    @property
    def year(self) -> int:
        return self.decided_on.year


class By(StrEnum):
    """What rows can be gathered by."""

    YEAR = "year"
    COHORT = "cohort"
    TERRITORY = "territory"
    SOURCE = "source"
    KIND = "kind"


@dataclass(frozen=True)
class Filter:
    """None: any. `cohort`: 0 for money outside cohorts."""

    year: int | None = None
    cohort: int | None = None
    territory: int | None = None
    source: str | None = None
    kind: Kind | None = None
    proof: Proof | None = None
    is_verified: bool | None = None

    def admits(self, row: Row) -> bool:
        asked = (
            (self.year, row.year), (self.cohort, row.cohort or 0), (self.territory, row.territory),
            (self.source, row.source), (self.kind, row.kind), (self.proof, row.proof),
            (self.is_verified, row.is_verified),
        )  # fmt: skip
        return all(wanted is None or wanted == found for wanted, found in asked)


@dataclass(frozen=True)
class Totals:
    """Roubles, but for `decisions`. Only `entered`, `requested` and `paid` hold rows that nobody
    has confirmed; `waiting` is what they would add to `attracted`."""

    decisions: int = 0
    confirmed: int = 0
    attracted: Decimal = NOTHING
    waiting: Decimal = NOTHING
    entered: Decimal = NOTHING
    requested: Decimal = NOTHING
    paid: Decimal = NOTHING
    added_promised: Decimal = NOTHING
    added_paid: Decimal = NOTHING
    in_kind_promised: Decimal = NOTHING
    in_kind_given: Decimal = NOTHING

    def __add__(self, other: "Totals") -> "Totals":
        return Totals(
            *(getattr(self, one.name) + getattr(other, one.name) for one in fields(Totals))
        )


@dataclass(frozen=True)
class Part:
    """The rows that share a key: a year, a cohort's or a territory's number, a source, a kind."""

    key: Hashable
    totals: Totals


def totals(rows: Iterable[Row]) -> Totals:
    """Each row once, though it be given twice."""
    once = {row.pk: row for row in rows}
    return sum((of_row(row) for row in once.values()), Totals())


def parts(rows: Sequence[Row], by: By) -> list[Part]:
    """Every row in exactly one part: together the parts come to the totals of the rows."""
    gathered: defaultdict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        gathered[getattr(row, by.value)].append(row)
    return [Part(key, totals(some)) for key, some in gathered.items()]


def of_row(row: Row) -> Totals:
    attracted = row.awarded if is_attracted(row.kind) else NOTHING
    money = Totals(
        decisions=1, entered=row.awarded, requested=row.requested, paid=row.paid,
        waiting=NOTHING if row.is_verified else attracted,
    )  # fmt: skip
    if not row.is_verified:
        return money
    beside = sum((of_share(share) for share in shares_of(row)), Totals())
    return money + beside + Totals(confirmed=1, attracted=attracted)


def shares_of(row: Row) -> list[Share]:
    """What is counted apart: own money and things that are a decision of their own, too."""
    if is_attracted(row.kind):
        return list(row.shares)
    form = Form.MONEY if row.kind is Kind.OWN else Form.PROPERTY
    return [Share(row.kind, form, row.awarded, row.paid), *row.shares]


def of_share(share: Share) -> Totals:
    if share.form is Form.MONEY:
        return Totals(added_promised=share.promised, added_paid=share.paid)
    return Totals(in_kind_promised=share.promised, in_kind_given=share.paid)
