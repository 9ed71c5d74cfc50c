"""The chain of the project with its broken links, in a picture and in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise

from peremena.kit import typography
from peremena.projects import picture_words as words
from peremena.projects.models import Project
from peremena.projects.picture_words import PICTURES, Kind
from peremena.projects.pictures import chain as layout
from peremena.projects.pictures.chain import Chain, Link, Stage
from peremena.projects.queries.insight import brief_of

from .shown import Shown, address, shown


@dataclass(frozen=True)
class Broken:
    """`url`: the field in which it can be mended."""

    text: str
    why: str | Promise
    url: str


@dataclass(frozen=True)
class Joined:
    """A thing of the chain and what it leads to, in words."""

    text: str
    to: Sequence[str]
    money: Decimal | None
    is_broken: bool


@dataclass(frozen=True)
class StageRows:
    title: str | Promise
    rows: Sequence[Joined]


@dataclass(frozen=True)
class ChainPage:
    """No pictures: there is nothing to join yet."""

    pictures: tuple[Shown, Shown] | None
    broken: Sequence[Broken]
    stages: Sequence[StageRows]


def chain_page(project: Project) -> ChainPage:
    chain = layout.chain(brief_of(project))
    titles = {stage: str(title) for stage, title in words.STAGES.items()}
    links = {one.path: address(project, one.mend or one.path) for one in chain.links}
    pictures = shown(
        str(PICTURES[Kind.CHAIN].title),
        layout.one_below_another(chain, titles, dict(numbered(chain))),
        layout.side_by_side(chain, titles, dict(priced(chain))),
        links,
    )
    return ChainPage(
        pictures=pictures if chain.links else None,
        broken=[
            Broken(one.text or "…", words.GAPS[one.stage, one.gap], links[one.path])
            for one in chain.links
            if one.gap
        ],
        stages=[
            StageRows(title, [joined(chain, one) for one in chain.of(stage)])
            for stage, title in words.STAGES.items()
        ],
    )


def joined(chain: Chain, link: Link) -> Joined:
    to = [chain.by_path[end].text for end in link.to]
    return Joined(link.text or "…", to, link.money, link.gap is not None)


def priced(chain: Chain) -> Iterator[tuple[str, str]]:
    for link in chain.links:
        if link.money is not None:
            yield link.path, typography.roubles(link.money)


def numbered(chain: Chain) -> Iterator[tuple[str, str]]:
    """On a phone there is no room for lines: each thing has a number and names where it leads."""
    numbers = {
        link.path: str(number) for stage in Stage for number, link in enumerate(chain.of(stage), 1)
    }
    for link in chain.links:
        ends = [
            f"{words.STAGES[stage]} {', '.join(there)}"
            for stage in Stage
            if (there := [numbers[end] for end in link.to if chain.by_path[end].stage is stage])
        ]
        yield link.path, " → ".join([numbers[link.path], *([", ".join(ends)] if ends else [])])
