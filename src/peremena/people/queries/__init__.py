"""What the pages of the people room need: frozen objects, a fixed number of queries each."""

from .account import Account, account
from .register import (
    OF_ADMINISTRATORS,
    RolesShown,
    all_centres,
    cards,
    centres_kept,
    keeps_people,
    merges_waiting,
    offices,
    organisations,
    organisations_named,
    paper_codes,
    people,
    roles,
    twins,
)

__all__ = [
    "OF_ADMINISTRATORS",
    "Account",
    "RolesShown",
    "account",
    "all_centres",
    "cards",
    "centres_kept",
    "keeps_people",
    "merges_waiting",
    "offices",
    "organisations",
    "organisations_named",
    "paper_codes",
    "people",
    "roles",
    "twins",
]
