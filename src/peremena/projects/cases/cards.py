"""The cards of real projects as they were retold; sums are exact, what is unknown is None."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

FILE = Path(__file__).with_name("cards.json")
Payer = Literal["regional", "local", "citizens", "legal_and_ip", "sponsors"]


class UnknownCard(LookupError):  # noqa: N818 -- reads better where it is caught
    """`known`: the ids that would have been found."""

    def __init__(self, card_id: str, known: list[str]) -> None:
        super().__init__(f"no card “{card_id}”; known: {', '.join(known)}")
        self.known = known


class Card(BaseModel):
    """One project. `url`: the public page; `note`: how it was retold. Sums are in roubles.

    `funding`: what each payer gave; `grant_rub_rounded`: a sum the page gives only roughly.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    contest_family: str
    title: str
    url: str
    note: str
    region: str
    rural: bool
    summary: str
    year: int | None = None
    status: str | None = None
    applicant: str | None = None
    organisation: str | None = None
    inn: str | None = None
    ogrn: str | None = None
    settlement: str | None = None
    geography: str | None = None
    contest: str | None = None
    direction: str | None = None
    application_number: str | None = None
    submitted: date | None = None
    start: date | None = None
    end: date | None = None
    justification: str | None = None
    target_groups: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    supporters: int | None = None
    requested_rub: Decimal | None = None
    cofinancing_rub: Decimal | None = None
    total_rub: Decimal | None = None
    total_note: str | None = None
    grant_rub: Decimal | None = None
    grant_rub_rounded: Decimal | str | None = None
    funding: Mapping[Payer, Decimal] = Field(default_factory=dict)


@cache
def cards() -> tuple[Card, ...]:
    """In the order of the file."""
    content = json.loads(FILE.read_text(encoding="utf-8"), parse_float=Decimal)
    return tuple(Card.model_validate(card) for card in content)


def get(card_id: str) -> Card:
    """Raises `UnknownCard`, which lists the known ids."""
    known = {card.id: card for card in cards()}
    if card_id not in known:
        raise UnknownCard(card_id, sorted(known))
    return known[card_id]
