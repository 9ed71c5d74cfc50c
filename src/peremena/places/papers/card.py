"""The passport on two pages: numbers and an offer in front, everything else behind."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peremena.kit import pdf
from peremena.kit.typesetting import clean, joined
from peremena.places.models import Territory
from peremena.places.passport import Block, Fact
from peremena.places.passport.reading import most_common
from peremena.places.queries.passports import contents, passport_facts, words_of

TEMPLATE = Path(__file__).with_name("card.typ")
BIG = (
    (Block.PEOPLE, "population"),
    (Block.PEOPLE, "households"),
    (Block.PEOPLE, "children"),
    (Block.IDENTITY, "to_omsk"),
    (Block.PEOPLE, "working"),
    (Block.SOCIETY, "volunteers"),
    (Block.MONEY, "residents_share"),
    (Block.ECONOMY, "farms"),
)
MOST_BIG = 4
FRONT = frozenset({Block.EXCHANGE})
ELSEWHERE = frozenset({"name", "contact"})


@dataclass(frozen=True)
class Fit:
    """How much of a list and of a text is told, in which size of letters, in points.

    The first that fits its page is printed.
    """

    rows: int
    characters: int
    size: float


FITS = (
    Fit(12, 400, 13),
    Fit(12, 300, 11.5),
    Fit(10, 220, 10.5),
    Fit(7, 160, 10),
    Fit(5, 90, 9.5),
    Fit(3, 60, 9),
    Fit(1, 40, 9),
)


@dataclass(frozen=True)
class Card:
    """What the two pages say. `head`: name and office; `contact`: how to reach them."""

    name: str
    place: str
    head: str
    contact: str
    facts: Sequence[Fact]
    resources: Sequence[str]


def card_of(territory: Territory) -> Card:
    """Six queries. Telephones and mail are on it: the head hands it over."""
    facts = passport_facts(contents([territory])[territory.pk])
    by_path = {(fact.block, fact.path): fact for fact in facts}
    post = territory.posts.current().filter(is_head=True).select_related("person").first()
    name, status, contact = (
        by_path.get((Block.IDENTITY, path)) for path in ("name", "status", "contact")
    )
    resources = territory.resources.filter(removed_at=None).order_by("layer", "title", "pk")
    return Card(
        name=name.words if name else territory.name,
        place=joined(str(territory.district), status.words if status else ""),
        head=joined(post.person.full_name, post.title) if post else "",
        contact=contact.words if contact else "",
        facts=facts,
        resources=[resource.title for resource in resources],
    )


def write(card: Card) -> bytes:
    """The bytes of a PDF, the same for the same card, never more than two pages."""
    return pdf.write(TEMPLATE, content(card))


def content(card: Card) -> dict[str, Any]:
    return {
        "name": clean(card.name),
        "place": clean(card.place),
        "head": clean(card.head),
        "contact": clean(card.contact),
        "numbers": [number(fact) for fact in big(card.facts)],
        "front": [telling(fit, front(card, fit)) for fit in FITS],
        "back": [telling(fit, back(card, fit)) for fit in FITS],
        "words": {
            "kind": _("Passport of the territory"),
            "page": _("page {page} of {pages}"),
            "contact": _("Whom to talk to"),
        },
    }


def telling(fit: Fit, parts: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"size": fit.size, "parts": list(parts)}


def big(facts: Iterable[Fact]) -> list[Fact]:
    """The few numbers that a stranger asks for first."""
    by_path = {(fact.block, fact.path): fact for fact in facts}
    found = (by_path.get(place) for place in BIG)
    return [fact for fact in found if fact][:MOST_BIG]


def number(fact: Fact) -> dict[str, str]:
    return {
        "value": cut(fact.counted, 24),
        "label": cut(fact.label, 60),
        "known": cut(fact.provenance, 80),
    }


def front(card: Card, fit: Fit) -> list[dict[str, Any]]:
    """What is offered and what is sought, as one says it over a table."""
    titles = words_of(Block.EXCHANGE).rows
    lists = [
        (
            titles[name].title,
            [fact for fact in of(card.facts, Block.EXCHANGE) if fact.field == name],
        )
        for name in ("offered", "sought")
    ]
    told = [section(title, facts, fit) for title, facts in lists if facts]
    if card.resources:
        told.append(names(_("What we are rich in"), card.resources, fit))
    return told


def back(card: Card, fit: Fit) -> Iterator[dict[str, Any]]:
    """Every other block in which something is written."""
    large = {(fact.block, fact.path) for fact in big(card.facts)}
    for block in Block:
        facts = [
            fact
            for fact in of(card.facts, block)
            if fact.field not in ELSEWHERE and (block, fact.path) not in large
        ]
        if facts and block not in FRONT:
            yield section(words_of(block).title, facts, fit)


def of(facts: Iterable[Fact], block: Block) -> list[Fact]:
    return [fact for fact in facts if fact.block is block]


def section(title: str, facts: Sequence[Fact], fit: Fit) -> dict[str, Any]:
    """`known`: what most of the facts have in common, said once under the title."""
    common = most_common(fact.provenance for fact in facts)
    return {
        "title": title,
        "known": cut(common, 100),
        "items": [item(fact, common, fit) for fact in facts[: fit.rows]],
        "more": more(len(facts) - fit.rows),
    }


def names(title: str, words: Sequence[str], fit: Fit) -> dict[str, Any]:
    items = [{"label": "", "text": cut(word, fit.characters), "known": ""} for word in words]
    return {
        "title": title,
        "known": "",
        "items": items[: fit.rows],
        "more": more(len(words) - fit.rows),
    }


def item(fact: Fact, common: str, fit: Fit) -> dict[str, str]:
    is_row = "." in fact.path
    details = joined(*(detail.words for detail in fact.details))
    text = (
        f"{fact.counted} ({details})" if details and not is_row else joined(fact.counted, details)
    )
    return {
        "label": "" if is_row else fact.label,
        "text": cut(text, fit.characters),
        "known": "" if fact.provenance == common else cut(fact.provenance, 60),
    }


def more(rest: int) -> str:
    said = ngettext("…and %(rest)s more", "…and %(rest)s more", max(rest, 0))
    return said % {"rest": rest} if rest > 0 else ""


def cut(words: str, limit: int) -> str:
    text = " ".join(clean(words).split(" "))
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def file_name(territory: Territory) -> str:
    return f"{_('Passport')} — {territory.name}.pdf"
