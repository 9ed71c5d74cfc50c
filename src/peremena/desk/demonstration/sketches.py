"""Passports of last year's fifteen villages: invented numbers that agree with each other."""

from collections.abc import Iterator, Mapping
from typing import Any

from peremena.places.passport.blocks import Block

from . import villages
from .cohorts import Alumnus, alumni
from .teaching import Village
from .villages import Passport

WRITTEN = 300  # days before the demonstration is built
SOURCE = "похозяйственная книга"
INSTITUTIONS = ("school", "kindergarten", "club", "library", "clinic", "post", "sport")
Fields = Mapping[str, Any]


def describe(here: Village) -> None:
    """This year's villages as they are told, last year's in outline."""
    villages.describe(here)
    for passport in outlines():
        villages.fill_in(here, passport)


def outlines() -> Iterator[Passport]:
    """At different fullness: from one block to all four."""
    for number, one in enumerate(alumni()):
        blocks = {
            Block.PEOPLE: people(one.territory.population),
            Block.IDENTITY: identity(one, number),
            Block.INSTITUTIONS: institutions(number),
            Block.INFRASTRUCTURE: infrastructure(number),
        }
        written = dict(list(blocks.items())[: 1 + number % len(blocks)])
        yield Passport(territory=one.territory.name, by=one.key, ago=WRITTEN, blocks=written)


def people(population: int) -> Fields:
    men, younger, older = population * 47 // 100, population // 5, population * 3 // 10
    return {
        "population.value": str(population),
        "known.as_of": "2025",
        "known.source": SOURCE,
        "men.value": str(men),
        "women.value": str(population - men),
        "younger.value": str(younger),
        "working.value": str(population - younger - older),
        "older.value": str(older),
        "households.value": str(population * 38 // 100),
    }


def identity(one: Alumnus, number: int) -> Fields:
    return {
        "name.value": one.territory.name,
        "status.kind": "unit",
        "status.since": "2025",
        "to_district.value": str(12 + number * 3),
        "to_omsk.value": str(64 + number * 17),
    }


def institutions(number: int) -> Fields:
    """One of them is missing, in each village another one."""
    missing = number % len(INSTITUTIONS)
    return {
        f"{name}.value": "none" if place == missing else "here"
        for place, name in enumerate(INSTITUTIONS)
    }


def infrastructure(number: int) -> Fields:
    return {
        "internet.value": "some" if number % 2 else "all",
        "operators.value": "два",
        "water.value": "some",
        "heating.value": "печи и котлы на угле",
        "gas.value": "none",
    }
