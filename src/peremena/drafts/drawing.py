"""Draws the form of a draft's page out of its content, the owner room's words and what was said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from peremena.kit.fields import FormField, Kind

from . import words
from .content import Leaf, bands_of, leaves, problems
from .fields import FieldWords, Label, field
from .forms import Form, Hanging, Heading, Item, Listing, Offer, Page, Question, Row, Together
from .marks import Bands, Mark, Yes
from .merge import blank
from .models import Draft
from .offers import offers
from .outline import Group, Node, Rows, outline, pattern
from .paths import UNKNOWN, Content, find, is_rows, join
from .services import Saved
from .talks import PAGE, Talk, Talks, pinned
from .values import listed

BLANK = "xnewx"  # stands for the id of a row that is not there yet
WORDS = frozenset({Kind.TEXT, Kind.TEXTAREA})


def form(draft: Draft, page: Page, *, saved: Saved | None = None, removed: str = "") -> Form:
    """The whole page in two queries.

    `saved`: a save that could not take every field; the words are shown again as typed.
    `removed`: the path of a row that was just removed and can come back.
    """
    group = outline(page.model)
    said_here = pinned(draft.comments.in_order(), group, draft.content)
    refused = {path: words.REFUSALS[why] for path, why in saved.refused.items()} if saved else {}
    typed = {path: typed_words(saved, path) for path in refused} if saved else {}
    drawing = Drawing(
        draft=draft,
        page=page,
        group=group,
        errors=sentences(group, draft) | refused,
        typed=typed,
        offers=offers(draft.clashes.open(), draft.content, group, page),
        talks=said_here,
        removed=removed,
    )
    shown = {leaf.path for leaf in leaves(group, draft.content)}
    return Form(
        draft=draft,
        page=page,
        operation=uuid4().hex,
        items=tuple(drawing.items("", group, draft.content)),
        talks=Talks(PAGE, tuple(said_here.get(PAGE, ()))),
        leftovers=tuple(text for path, text in typed.items() if text and path not in shown),
    )


def sentences(group: Group, draft: Draft) -> dict[str, str | Promise]:
    return {
        path: words.PROBLEMS[problem] for path, problem in problems(group, draft.content).items()
    }


def typed_words(saved: Saved, path: str) -> str:
    return "\n".join(listed(saved.request.fields.get(path)))


@dataclass(frozen=True)
class Drawing:
    draft: Draft
    page: Page
    group: Group
    errors: Mapping[str, str | Promise]
    typed: Mapping[str, str]
    offers: Mapping[str, list[Offer]]
    talks: Mapping[str, list[Talk]]
    removed: str

    def items(self, path: str, group: Group, value: Any) -> Iterator[Item]:
        there = value if isinstance(value, dict) else {}
        drawn: list[Item] = []
        for name, node in group.fields.items():
            if name not in group.beneath:
                drawn += self.item(join(path, name), node, there.get(name))
        folded = (
            Leaf(join(path, name), node, there.get(name))
            for name in group.beneath
            if isinstance(node := group.fields[name], Mark)
        )
        fold = self.page.folds.get(pattern(self.group, path), "") if path else ""
        yield from with_folded(drawn, tuple(map(self.folded, folded)), fold)

    def folded(self, leaf: Leaf) -> Question:
        drawn = self.question(leaf, self.page.words.fields[pattern(self.group, leaf.path)])
        return replace(drawn, unknown=None, is_bare=True)

    def item(self, path: str, node: Node, value: Any) -> Iterator[Item]:
        if path in self.page.headings:
            yield Heading(self.page.headings[path])
        match node:
            case Group():
                yield from self.items(path, node, value)
            case Rows(row):
                yield self.listing(path, row, value if is_rows(value) else [])
            case Bands():
                yield self.together(path, node, value if isinstance(value, dict) else {})
            case _:
                key = pattern(self.group, path)
                yield self.question(Leaf(path, node, value), self.page.words.fields[key])

    def listing(self, path: str, group: Group, rows: list[Any]) -> Listing:
        texts = self.page.words.rows[pattern(self.group, path)]
        drawn = (self.row(join(path, row["id"]), group, row) for row in rows)
        return Listing(
            path=path,
            words=texts,
            rows=tuple(
                replace(
                    row,
                    title=f"{texts.one} {place}".capitalize(),
                    is_first=place == 1,
                    is_last=place == len(rows),
                    items=row.items if place == 1 else tuple(map(explained_above, row.items)),
                )
                for place, row in enumerate(drawn, 1)
            ),
            notes=self.notes(path),
            error=self.errors.get(path, ""),
            removed=self.removed if self.removed.rpartition(".")[0] == path else "",
            blank=None if rows or not self.page.is_writable else self.blank(path, group, texts.one),
        )

    def blank(self, path: str, group: Group, one: str) -> Row:
        """Until the site has drawn the row itself; of a list with rows the script copies one."""
        drawn = self.row(join(path, BLANK), group, {"id": BLANK})
        return replace(drawn, title=f"{one} 1".capitalize(), items=tuple(map(bare, drawn.items)))

    def row(self, path: str, group: Group, row: Content) -> Row:
        """As if it stood alone; its list gives it a number."""
        items = (*self.items(path, group, row), *self.hanging(path))
        questions = [item for item in items if isinstance(item, Question)]
        written = (item.field.value for item in questions if item.field.kind in WORDS)
        needs_a_look = any(item.needs_a_look for item in questions)
        summary = next((str(text) for text in written if text), "")
        return Row(
            path=path,
            title="",
            summary=summary,
            items=items,
            notes=self.notes(path),
            is_first=True,
            is_last=True,
            is_open=needs_a_look or not summary,
        )

    def hanging(self, path: str) -> Iterator[Hanging]:
        text = self.page.hangs.get(pattern(self.group, path))
        if text and self.page.is_writable:
            yield Hanging(path, text)

    def together(self, path: str, bands: Bands, there: Mapping[str, Any]) -> Together:
        key = pattern(self.group, path)
        names = self.page.words.choices.get(key, {})
        return Together(
            title=self.page.words.fields[key].label,
            hint=self.page.words.fields[key].hint,
            items=tuple(
                replace(
                    self.question(leaf, Label(names.get(band, band))), unknown=None, is_bare=True
                )
                for band, leaf in bands_of(path, bands, there)
            ),
        )

    def question(self, leaf: Leaf, texts: FieldWords) -> Question:
        drawn = field(
            leaf,
            texts,
            names=self.page.words.choices.get(pattern(self.group, leaf.path), {}),
            picks=self.page.picks,
            error=self.errors.get(leaf.path, ""),
            readonly=not self.page.is_writable,
        )
        if leaf.path in self.page.usual and not drawn.value:
            drawn = replace(drawn, attributes={"placeholder": self.page.usual[leaf.path]})
        if leaf.path in self.typed:
            drawn = replace(drawn, value=self.typed[leaf.path])
        key = pattern(self.group, leaf.path)
        writes = self.page.is_writable
        return Question(
            field=replace(drawn, elsewhere=self.page.elsewhere.get(key, ())),
            starts=tuple(self.page.starts.get(key, ())) if writes and not drawn.value else (),
            carried=self.page.carried.get(leaf.path) if writes and not drawn.value else None,
            unknown=self.unknown(leaf),
            offers=tuple(self.offers.get(leaf.path, ())),
            talks=Talks(leaf.path, tuple(self.talks.get(leaf.path, ()))),
            notes=self.notes(leaf.path),
        )

    def unknown(self, leaf: Leaf) -> FormField | None:
        """«I do not know yet», offered where nothing stands."""
        path = join(UNKNOWN, leaf.path)
        ticked = find(self.draft.content, path) is True
        is_sure = isinstance(leaf.mark, Yes) or not blank(leaf.value)
        if is_sure or not self.page.may_not_know:
            return None
        return FormField(
            name=path,
            label=_("I do not know yet"),
            kind=Kind.TICK,
            value="on" if ticked else "",
            readonly=not self.page.is_writable,
        )

    def notes(self, path: str) -> tuple[Any, ...]:
        return tuple(self.page.notes.get(path, ()))


def with_folded(items: list[Item], folded: tuple[Question, ...], fold: str) -> list[Item]:
    """The last question takes them under it, by the name of `fold`."""
    last = items[-1] if items else None
    if not folded or not isinstance(last, Question):
        return items
    return [*items[:-1], replace(last, beneath=folded, fold=fold)]


def bare(item: Item) -> Item:
    """The field without what people say about it."""
    return replace(item, unknown=None, is_bare=True) if isinstance(item, Question) else item


def explained_above(item: Item) -> Item:
    """A further row repeats no words to begin with, nor what a field is for that is filled in."""
    if isinstance(item, Question):
        item = replace(item, starts=())
    if isinstance(item, Question) and item.field.value and not item.needs_a_look:
        plain = replace(item.field, why="", example="", mistake="", elsewhere=())
        return replace(item, field=plain)
    return item
