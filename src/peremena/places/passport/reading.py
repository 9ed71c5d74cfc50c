"""Facts read out of a passport, in words and figures. Pure: no Django, no database."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from peremena.drafts import days, values
from peremena.drafts.marks import Mark, Money, Number
from peremena.drafts.outline import Group, Rows, outline
from peremena.drafts.paths import Content, is_rows, join
from peremena.drafts.texts import PageText
from peremena.kit import typesetting

from .blocks import PERSONAL, Block, model_of

KNOWN = ("as_of", "source")
NBSP = "\xa0"


@dataclass(frozen=True)
class Detail:
    """Something said of a fact or in a row: «состояние: нужен ремонт»."""

    path: str
    label: str
    words: str


@dataclass(frozen=True)
class Fact:
    """`path`: of the fact or of the row, `population`, `villages.row1`.

    `value`: a number where it is one, else words; `details`: what stands beneath a value, or the
    other fields of a row; `as_of`: a year or a day, "" when nobody said it.
    """

    block: Block
    path: str
    label: str
    value: int | Decimal | str
    words: str
    unit: str
    as_of: str
    source: str
    details: tuple[Detail, ...] = ()

    @property
    def field(self) -> str:
        """The field or list of the block that it belongs to; what a head publishes."""
        return self.path.partition(".")[0]

    @property
    def counted(self) -> str:
        """With its unit: «1 140 чел.»."""
        return f"{self.words}{NBSP}{self.unit}" if self.unit else self.words

    @property
    def when(self) -> str:
        """As people write it; "" when nobody said it."""
        return days.figures(self.as_of)

    @property
    def provenance(self) -> str:
        """«2026, похозяйственная книга»."""
        return typesetting.joined(self.when, self.source)


def facts(
    block: Block, content: Content, words: PageText, *, personal: frozenset[str] = frozenset()
) -> tuple[Fact, ...]:
    """Everything in the block that can be read, in the order of the page.

    `personal`: paths without ids that are passed over, with all that is under them.
    """
    return tuple(Reader(block, content, words, personal).facts())


def personal_in(block: Block) -> frozenset[str]:
    """What of a block never leaves the passport."""
    return frozenset(path for where, path in PERSONAL if where is block)


@dataclass(frozen=True)
class Reader:
    block: Block
    content: Content
    words: PageText
    personal: frozenset[str]

    def facts(self) -> Iterator[Fact]:
        for name, node in outline(model_of(self.block)).fields.items():
            there = self.content.get(name)
            if name == "known" or name in self.personal:
                continue
            if isinstance(node, Rows):
                yield from self.rows(name, node.row, rows_in(self.content, name))
            elif isinstance(node, Group) and isinstance(there, dict):
                yield from self.single(name, node, there)

    def single(self, name: str, group: Group, there: Content) -> Iterator[Fact]:
        """The first field is the value; what else is written, is detail."""
        first, *rest = (key for key in ordered(group) if key not in KNOWN)
        value = self.read(group.fields[first], there.get(first))
        key = join(name, first)
        if value is not None:
            details = tuple(self.details(name, name, group, rest, there))
            yield self.fact(name, key, value, there, details)

    def rows(self, name: str, group: Group, rows: list[Content]) -> Iterator[Fact]:
        first, *rest = (key for key in ordered(group) if key not in KNOWN)
        for row in rows:
            value = self.read(group.fields[first], row.get(first))
            if value is None:
                continue
            path, key = join(name, row["id"]), join(name, first)
            details = tuple(self.details(path, name, group, rest, row))
            yield self.fact(path, key, value, row, details)

    def fact(
        self, path: str, key: str, value: Any, there: Content, details: tuple[Detail, ...]
    ) -> Fact:
        return Fact(
            block=self.block,
            path=path,
            label=self.label(path, key),
            value=value,
            words=self.told(key, value),
            unit=self.words.units.get(key, ""),
            as_of=self.known("as_of", there),
            source=self.known("source", there),
            details=details,
        )

    def label(self, path: str, key: str) -> str:
        """A row is called by what its list holds."""
        rows = self.words.rows.get(path.partition(".")[0])
        return rows.one.capitalize() if rows else self.words.fields[key].label

    def details(
        self, path: str, pattern: str, group: Group, names: list[str], there: Content
    ) -> Iterator[Detail]:
        for name in names:
            key = join(pattern, name)
            value = self.read(group.fields[name], there.get(name))
            if value is not None and key not in self.personal:
                words = self.told(key, value)
                unit = self.words.units.get(key, "")
                yield Detail(
                    path=join(path, name),
                    label=self.words.fields[key].label,
                    words=f"{words}{NBSP}{unit}" if unit else words,
                )

    def read(self, node: Any, value: Any) -> int | Decimal | str | None:
        """None for what is empty or cannot be used."""
        if not isinstance(node, Mark):
            return None
        reading = values.read(node, value)
        if reading.problem or reading.value in (None, "", []):
            return None
        if isinstance(node, Number | Money):
            exact = Decimal(str(reading.value))
            return int(exact) if exact == exact.to_integral_value() else exact
        return str(reading.value).strip() or None

    def told(self, key: str, value: int | Decimal | str) -> str:
        if isinstance(value, str):
            codes: Mapping[str, str] = self.words.choices.get(key, {})
            return codes.get(value, days.figures(value))
        return typesetting.number(value)

    def known(self, name: str, there: Content) -> str:
        """The fact's own, else that of the block; what cannot be read counts as not said."""
        whole = self.content.get("known")
        block = whole if isinstance(whole, dict) else {}
        for said in (there.get(name), block.get(name)):
            if said and (name != "as_of" or is_when(str(said))):
                return str(said).strip()
        return ""


def rows_in(content: Content, name: str) -> list[Content]:
    """The rows of a list; none where no list stands."""
    there = content.get(name)
    return there if isinstance(there, list) and is_rows(there) else []


def most_common(words: Iterable[str]) -> str:
    """The words that come most often, the first of equals; "" when there are none."""
    found = list(words)
    return max(found, key=found.count, default="")


def is_when(text: str) -> bool:
    from_year = text[:4].isdigit() and len(text) == len("2026")
    return from_year or days.ISO.fullmatch(text) is not None


def ordered(group: Group) -> list[str]:
    """The value first, then the rest, what is folded last."""
    above = [name for name in group.fields if name not in group.beneath]
    return above + list(group.beneath)
