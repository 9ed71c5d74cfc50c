"""What the places room remembers."""

from .passports import PassportBlock
from .posts import Keeper, Post
from .resources import Resource
from .territories import Care, District, Territory, TerritoryCode, TerritoryStatus, Village

__all__ = [
    "Care",
    "District",
    "Keeper",
    "PassportBlock",
    "Post",
    "Resource",
    "Territory",
    "TerritoryCode",
    "TerritoryStatus",
    "Village",
]
