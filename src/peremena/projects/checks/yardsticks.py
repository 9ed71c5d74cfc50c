"""Measures of the school's own, out of `yardsticks.toml`: an operator may set them otherwise."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Yardsticks:
    """`people_share`: 0…1 of the whole budget; `topics`: beginnings of words."""

    people_share: Decimal
    roubles_a_person: Decimal
    topics: tuple[str, ...]


@cache
def yardsticks() -> Yardsticks:
    file = resources.files(__package__) / "yardsticks.toml"
    told = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    return Yardsticks(
        people_share=told["people_share"],
        roubles_a_person=Decimal(told["roubles_a_person"]),
        topics=tuple(told["topics"]),
    )
