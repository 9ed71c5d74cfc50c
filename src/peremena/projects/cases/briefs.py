"""A brief out of a card: only what the card says, the rest stays empty for the team to fill in."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from peremena.projects.brief import Brief

from .cards import Card

# A card of a real project is Russian; so are the lines it becomes.
PAYERS = {
    "regional": ("Областной бюджет", "grant"),
    "local": ("Местный бюджет", "municipal"),
    "citizens": ("Жители", "residents"),
    "legal_and_ip": ("Юридические лица и предприниматели", "business"),
    "sponsors": ("Спонсоры", "business"),
}
ASKED = "Сумма гранта; в карточке она без разбивки"
ADDED = "Софинансирование; в карточке оно без разбивки"
REST = "Остальное; чьи это деньги, в карточке не сказано"
LEGAL_FORMS = (
    ("территориальное общественное самоуправление", "tos"),
    ("общественная организация", "ngo"),
    ("общества инвалидов", "ngo"),
    ("фонд", "ngo"),
    ("ано", "ngo"),
)
Given = tuple[str, str | None, Decimal]
RESIDENTS = re.compile(r"\s*\((\d+) жителей\)")


def profile_of(card: Card) -> str:
    return "ib" if card.contest_family.startswith("initiative") else "ngo"


def as_brief(card: Card) -> Brief:
    return Brief.model_validate(
        {
            "profile": profile_of(card),
            "project": {
                "title": card.title,
                "summary": card.summary,
                "direction": card.direction,
                "start": card.start,
                "end": card.end,
            },
            "applicant": _applicant(card),
            "passport": _passport(card),
            "problem": {"core": card.justification, "voices": _voices(card)},
            "groups": [{"id": f"g{n}", "who": who} for n, who in enumerate(card.target_groups, 1)],
            "goal": {"text": "; ".join(card.goals)},
            "tasks": [{"id": f"t{n}", "text": text} for n, text in enumerate(card.tasks, 1)],
            "budget": list(_lines(card)),
        }
    )


def _applicant(card: Card) -> dict[str, Any]:
    name = card.organisation or card.applicant
    form = f" {(card.organisation or '').lower()} "
    kind = next((kind for words, kind in LEGAL_FORMS if re.search(rf"\b{words}\b", form)), None)
    return {"kind": kind, "name": name, "inn": card.inn, "ogrn": card.ogrn}


def _passport(card: Card) -> dict[str, Any]:
    residents = RESIDENTS.search(card.settlement or "")
    _, _, villages = (card.geography or "").partition(":")
    return {
        "place": RESIDENTS.sub("", card.settlement or ""),
        "villages": [village.strip() for village in villages.split(",") if village.strip()],
        "population": int(residents[1]) if residents else None,
    }


def _voices(card: Card) -> list[dict[str, Any]]:
    return [{"for": card.supporters}] if card.supporters else []


def _lines(card: Card) -> Iterator[dict[str, Any]]:
    """One line a payer; what the payers leave of a known total has no source."""
    given = _given(card)
    rest = (card.total_rub or Decimal()) - sum((exact for *_, exact in given), Decimal())
    if rest > 0:
        given.append((REST, None, rest))
    for number, (title, source, exact) in enumerate(given, 1):
        yield {"id": f"b{number}", "title": title, "source": source, "sum": exact}


def _given(card: Card) -> list[Given]:
    given: list[Given] = [(*PAYERS[payer], exact) for payer, exact in card.funding.items()]
    asked = card.requested_rub if card.requested_rub is not None else card.grant_rub
    lumps = [(ASKED, "grant", asked), (ADDED, "own", card.cofinancing_rub)]
    return given + [(title, source, exact) for title, source, exact in lumps if exact]
