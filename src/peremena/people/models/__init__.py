"""What the people room remembers."""

from .centres import Centre, Registration
from .consents import Consent, ConsentText
from .merges import Merge, MergeQuerySet
from .organisations import Organisation
from .persons import AddressField, Person, PersonQuerySet, RoleHeld
from .requests import PersonalRequest, Sweep
from .trust import PaperCode, Trust

__all__ = [
    "AddressField",
    "Centre",
    "Consent",
    "ConsentText",
    "Merge",
    "MergeQuerySet",
    "Organisation",
    "PaperCode",
    "Person",
    "PersonQuerySet",
    "PersonalRequest",
    "Registration",
    "RoleHeld",
    "Sweep",
    "Trust",
]
