"""What the pages of a passport show: the next question, the blocks, one block's form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from peremena.drafts import days
from peremena.drafts.forms import Page as FormPage
from peremena.drafts.models import Draft
from peremena.drafts.outline import Group, Rows, outline
from peremena.drafts.paths import Content, join
from peremena.drafts.texts import PageText
from peremena.kit.fields import FormField
from peremena.places.models import PassportBlock, Territory
from peremena.places.passport import Block, Completeness, Question, facts, model_of
from peremena.places.passport.blocks import REQUIRED
from peremena.places.passport.completeness import Tally
from peremena.places.passport.reading import rows_in
from peremena.places.passport.words import name_of

from .passports import Standing, completeness_of, words_of

MOST_NEIGHBOURS = 4


@dataclass(frozen=True)
class Asked:
    """The next best question in words; `address` leads to its very field."""

    label: str
    why: str
    address: str


@dataclass(frozen=True)
class BlockCard:
    block: Block
    title: str
    state: str
    badge: str
    tone: str
    address: str


@dataclass(frozen=True)
class Sought:
    """What a neighbour has published that it looks for."""

    territory: Territory
    words: str


@dataclass(frozen=True)
class PassportPage:
    standing: Standing
    completeness: Completeness
    next: Asked | None
    cards: Sequence[BlockCard]
    neighbours: Sequence[Sought]


def passport_page(territory: Territory, standing: Standing) -> PassportPage:
    found = completeness_of([territory])[territory.pk]
    return PassportPage(
        standing=standing,
        completeness=found,
        next=asked(territory, found.next) if found.next else None,
        cards=[card(territory, block, found) for block in Block],
        neighbours=list(sought_nearby(territory)),
    )


def asked(territory: Territory, question: Question) -> Asked:
    named = name_of(question.block, question.path, get_language() or "ru")
    anchor = FormField(question.path, "").id
    return Asked(named.label, named.why, f"{address(territory, question.block)}#{anchor}")


def card(territory: Territory, block: Block, found: Completeness) -> BlockCard:
    tally = found.blocks[block]
    is_next = found.next is not None and found.next.block is block
    done = tally.is_whole
    return BlockCard(
        block=block,
        title=words_of(block).title,
        state="done" if done else "current" if is_next else "todo",
        badge=str(badge(tally)),
        tone="soon" if is_next else "good" if done or tally.is_begun else "plain",
        address=address(territory, block),
    )


def badge(tally: Tally) -> str | Promise:
    if tally.required:
        filled = {"filled": tally.filled, "required": tally.required}
        return _("%(filled)s of %(required)s") % filled
    return _("begun") if tally.is_begun else _("when there is time")


def address(territory: Territory, block: Block) -> str:
    return reverse("places:block", args=[territory.pk, block.value])


def sought_nearby(territory: Territory) -> Iterator[Sought]:
    """What neighbours of the district look for and have shown to all. One query."""
    rows = PassportBlock.objects.filter(
        name=Block.EXCHANGE, territory__district=territory.district_id
    ).exclude(territory=territory)
    shown = (row for row in rows.select_related("draft", "territory") if "sought" in row.shown)
    for row in list(shown)[:MOST_NEIGHBOURS]:
        there = facts(Block.EXCHANGE, row.draft.content, words_of(Block.EXCHANGE))
        words = [fact.words for fact in there if fact.field == "sought"]
        if words:
            yield Sought(row.territory, ", ".join(words[:MOST_NEIGHBOURS]))


@dataclass(frozen=True)
class BlockPage:
    """`draft`: None when nobody has written here yet and the reader may not begin."""

    block: Block
    words: PageText
    standing: Standing
    draft: Draft | None
    form_page: FormPage
    before: "Neighbour | None"
    after: "Neighbour | None"


@dataclass(frozen=True)
class Neighbour:
    title: str
    address: str


def block_page(
    territory: Territory, block: Block, row: PassportBlock | None, standing: Standing
) -> BlockPage:
    order = list(Block)
    place = order.index(block)
    content = row.draft.content if row else {}
    return BlockPage(
        block=block,
        words=words_of(block),
        standing=standing,
        draft=row.draft if row else None,
        form_page=form_page(territory, block, content, standing),
        before=neighbour(territory, order[place - 1]) if place else None,
        after=neighbour(territory, order[place + 1]) if place + 1 < len(order) else None,
    )


def neighbour(territory: Territory, block: Block) -> Neighbour:
    return Neighbour(words_of(block).title, address(territory, block))


def form_page(territory: Territory, block: Block, content: Content, standing: Standing) -> FormPage:
    return FormPage(
        model=model_of(block),
        words=words_of(block),
        address=address(territory, block),
        talk_address=reverse("places:comment_block", args=[territory.pk, block.value]),
        headings=dict(headings(block)),
        usual=dict(usual(block, content)),
        folds=dict(folds(block)),
        is_writable=standing.writes,
    )


def headings(block: Block) -> Iterator[tuple[str, str]]:
    """What must be there stands first, then where it is known from, then what can wait."""
    fields = outline(model_of(block)).fields
    if block in REQUIRED:
        yield next(iter(fields)), _("The main thing")
    yield "known", _("When and from where, for the whole page")
    after = list(fields)[list(fields).index("known") + 1 :]
    single = next(iter(after), "")
    if single and not isinstance(fields[single], Rows):
        yield single, _("The rest, when there is time")


def usual(block: Block, content: Content) -> Iterator[tuple[str, str]]:
    """What holds for each value that has no day or source of its own."""
    known = content.get("known")
    for path, name in provenances("", outline(model_of(block)), content):
        said = known.get(name) if isinstance(known, dict) else None
        if said:
            yield path, days.figures(str(said))


def provenances(path: str, group: Group, content: Content) -> Iterator[tuple[str, str]]:
    for name, node in group.fields.items():
        if isinstance(node, Rows):
            for row in rows_in(content, name):
                yield from beneath(join(path, name, row["id"]), node.row)
        elif isinstance(node, Group):
            yield from beneath(join(path, name), node)


def beneath(path: str, group: Group) -> Iterator[tuple[str, str]]:
    yield from ((join(path, name), name) for name in ("as_of", "source") if name in group.beneath)


def folds(block: Block) -> Iterator[tuple[str, str]]:
    """Where more than a day and a source is folded."""
    for name, node in outline(model_of(block)).fields.items():
        if isinstance(node, Group) and len(node.beneath) > len(("as_of", "source")):
            yield name, _("Places, condition, hours, from where")
