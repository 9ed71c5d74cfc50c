"""The blocks of a passport in their order, the model of each, and what may be asked of each."""

from collections.abc import Mapping
from enum import StrEnum

from .money_and_plans import Budget, Exchange, Plans
from .parts import Part
from .people_and_place import Economy, Identity, Land, People
from .services_and_ties import Infrastructure, Institutions, Society, Traditions


class Block(StrEnum):
    IDENTITY = "identity"
    PEOPLE = "people"
    INSTITUTIONS = "institutions"
    INFRASTRUCTURE = "infrastructure"
    EXCHANGE = "exchange"
    TRADITIONS = "traditions"
    SOCIETY = "society"
    ECONOMY = "economy"
    MONEY = "money"
    PLANS = "plans"
    LAND = "land"


MODELS: Mapping[Block, type[Part]] = {
    Block.IDENTITY: Identity,
    Block.PEOPLE: People,
    Block.LAND: Land,
    Block.ECONOMY: Economy,
    Block.INSTITUTIONS: Institutions,
    Block.INFRASTRUCTURE: Infrastructure,
    Block.SOCIETY: Society,
    Block.TRADITIONS: Traditions,
    Block.MONEY: Budget,
    Block.PLANS: Plans,
    Block.EXCHANGE: Exchange,
}

REQUIRED: Mapping[Block, tuple[str, ...]] = {
    Block.IDENTITY: ("name.value", "status.kind", "status.since"),
    Block.PEOPLE: ("population.value",),
    Block.INSTITUTIONS: (
        "school.value",
        "kindergarten.value",
        "club.value",
        "library.value",
        "clinic.value",
        "post.value",
        "sport.value",
    ),
    Block.INFRASTRUCTURE: ("internet.value", "operators.value", "dead_zones.value"),
}
"""Marked ● in the passport: without these it is not one. The rest grows when there is time."""

PERSONAL = frozenset({
    (Block.IDENTITY, "contact"),
    (Block.PEOPLE, "alone"),
    (Block.PEOPLE, "disabled"),
    (Block.PEOPLE, "servicemen"),
    (Block.SOCIETY, "bodies.leader"),
    (Block.SOCIETY, "bodies.contact"),
    (Block.PLANS, "requests.asked_by"),
})  # fmt: skip
"""Never published: contacts, and numbers so small that they point at somebody's door."""


def model_of(block: Block) -> type[Part]:
    """The typed content of one block's draft."""
    return MODELS[block]
