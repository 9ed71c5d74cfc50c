"""Kinds and states of the places room. Pure: no Django, no database, no clock."""

from enum import StrEnum


class Status(StrEnum):
    """What a territory is in law; the reform of 2024–2025 turned settlements into units."""

    RURAL_SETTLEMENT = "settlement"
    TOWN_SETTLEMENT = "town"
    UNIT = "unit"
    OTHER = "other"


class Layer(StrEnum):
    """Six kinds of resources of a place (asset-based community development)."""

    PEOPLE = "people"
    ASSOCIATIONS = "associations"
    INSTITUTIONS = "institutions"
    PHYSICAL = "physical"
    ECONOMY = "economy"
    STORIES = "stories"
