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

    @property
    def place(self) -> str:
        """The village or district and the region, as far as the page names them."""
        return ", ".join(part for part in (self.settlement, self.region) if part)


@cache
def all_cards() -> tuple[Card, ...]:
    """In the order of the file."""
    content = json.loads(FILE.read_text(encoding="utf-8"), parse_float=Decimal)
    return tuple(Card.model_validate(card) for card in content)


def by_id(card_id: str) -> Card | None:
    return next((card for card in all_cards() if card.id == card_id), None)
