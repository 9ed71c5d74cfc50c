"""What is done with places: each function is one deed in one transaction."""

from .districts import change_district, load_districts
from .territories import add_territory, add_villages, admit, take_care, territory_of

__all__ = [
    "add_territory",
    "add_villages",
    "admit",
    "change_district",
    "load_districts",
    "take_care",
    "territory_of",
]
