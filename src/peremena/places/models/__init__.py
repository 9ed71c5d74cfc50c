"""What the places room remembers."""

from .districts import District, DistrictStatus
from .imports import Import
from .passports import PassportBlock
from .posts import Keeper, Post
from .questionnaires import Questionnaire
from .resources import Resource, ResourceEdit
from .territories import Care, Territory, TerritoryCode, TerritoryStatus, Village

__all__ = [
    "Care",
    "District",
    "DistrictStatus",
    "Import",
    "Keeper",
    "PassportBlock",
    "Post",
    "Questionnaire",
    "Resource",
    "ResourceEdit",
    "Territory",
    "TerritoryCode",
    "TerritoryStatus",
    "Village",
]
