"""What a head may publish of a passport, and the page that everybody sees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from peremena.places import passport
from peremena.places.map import Mark, RegionMap, region
from peremena.places.models import PassportBlock, Resource, Territory
from peremena.places.passport import Block, Fact
from peremena.places.passport.reading import most_common, personal_in
from peremena.places.passport.words import name_of

from .passports import words_of

MOST_RESOURCES = 60
Ticks = Mapping[Block, frozenset[str]]


@dataclass(frozen=True)
class Offered:
    """One tick: a field or a whole list, with what everybody would read."""

    name: str
    label: str
    facts: Sequence[Fact]
    is_shown: bool


@dataclass(frozen=True)
class BlockOffered:
    title: str
    fields: Sequence[Offered]

    @property
    def shown(self) -> int:
        return sum(field.is_shown for field in self.fields)


@dataclass(frozen=True)
class BlockShown:
    """`known`: when and from where most of it is known, said once."""

    title: str
    fields: Sequence[Offered]
    known: str


@dataclass(frozen=True)
class PublicPage:
    blocks: Sequence[BlockShown]
    resources: Sequence[Resource]
    map: RegionMap

    @property
    def is_empty(self) -> bool:
        return not self.blocks and not self.resources


def ticks_of(territory: Territory) -> Ticks:
    rows = territory.blocks.values_list("name", "shown")
    return {Block(name): frozenset(map(str, shown)) for name, shown in rows}


def public_facts(row: PassportBlock) -> tuple[Fact, ...]:
    """All of a block that may be published at all: nothing personal."""
    block = Block(row.name)
    personal = personal_in(block)
    return passport.facts(block, row.draft.content, words_of(block), personal=personal)


def offered(territory: Territory) -> list[BlockOffered]:
    """What can be ticked: everything that is written and is nobody's own. One query."""
    rows = {row.name: row for row in territory.blocks.select_related("draft")}
    found = (block_offered(rows[block]) for block in Block if block in rows)
    return [block for block in found if block.fields]


def block_offered(row: PassportBlock) -> BlockOffered:
    return BlockOffered(words_of(Block(row.name)).title, fields_of(row, frozenset(row.shown)))


def fields_of(row: PassportBlock, ticked: frozenset[str]) -> list[Offered]:
    block = Block(row.name)
    by_field: dict[str, list[Fact]] = {}
    for fact in public_facts(row):
        by_field.setdefault(fact.field, []).append(fact)
    return [
        Offered(name, label(block, name, facts), facts, is_shown=name in ticked)
        for name, facts in by_field.items()
    ]


def label(block: Block, name: str, facts: Sequence[Fact]) -> str:
    if name in words_of(block).rows:
        return name_of(block, name, get_language() or "ru").label
    return facts[0].label


def public_page(territory: Territory, ticks: Ticks) -> PublicPage:
    """Only what is ticked, and the resources that are shown one by one."""
    rows = {row.name: row for row in territory.blocks.select_related("draft")}
    blocks = [
        block_shown(rows[block], ticks.get(block, frozenset())) for block in Block if block in rows
    ]
    resources = territory.resources.filter(is_shown=True, removed_at=None)
    return PublicPage(
        blocks=[block for block in blocks if block.fields],
        resources=list(resources.order_by("layer", "title", "pk")[:MOST_RESOURCES]),
        map=place_on_map(territory),
    )


def block_shown(row: PassportBlock, shown: frozenset[str]) -> BlockShown:
    fields = [field for field in fields_of(row, shown) if field.is_shown]
    known = most_common(fact.provenance for field in fields for fact in field.facts)
    return BlockShown(words_of(Block(row.name)).title, fields, known)


def place_on_map(territory: Territory) -> RegionMap:
    """Where it lies: its central village, else the middle of the district."""
    villages = territory.places.exclude(latitude=None).exclude(longitude=None)
    village = next((one for one in villages if one.name == territory.centre), None)
    district = territory.district
    latitude = village.latitude if village else None
    longitude = village.longitude if village else None
    mark = Mark(latitude or district.latitude, longitude or district.longitude, str(territory), 1)
    return region([mark], {})
