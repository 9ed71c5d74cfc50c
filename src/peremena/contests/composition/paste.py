"""The application as plain texts to paste into a contest's own form, field by field. Pure."""

from dataclasses import dataclass

from peremena.kit.typesetting import joined

from .parts import Cell, Listing, Pairs, Paper, Part, Table, Text
from .words import table

SHORT = 120


@dataclass(frozen=True)
class Block:
    """One field of the form. `limit`: in characters; None when not known."""

    code: str
    title: str
    text: str
    limit: int | None = None

    @property
    def length(self) -> int:
        return len(self.text)

    @property
    def is_short(self) -> bool:
        """Fits into one line of a page."""
        return self.length <= SHORT and "\n" not in self.text

    @property
    def excess(self) -> int:
        """How many characters are too many; zero when the text fits or no limit is known."""
        return max(0, self.length - self.limit) if self.limit is not None else 0


def blocks(paper: Paper) -> tuple[Block, ...]:
    """The short fields first, then the sections, in the order of the paper."""
    short = [Block(pair.code, pair.label, pair.text) for pair in paper.head]
    long = [
        Block(section.code, section.title, plain(section.parts), section.limit)
        for section in paper.sections
    ]
    return (*short, *long)


def plain(parts: tuple[Part, ...]) -> str:
    """Parts one after another, an empty line between them."""
    return "\n\n".join(_plain(part) for part in parts)


def _plain(part: Part) -> str:
    match part:
        case Text():
            return part.text
        case Listing():
            marks = (f"{n}." if part.is_numbered else "—" for n in range(1, len(part.items) + 1))
            items = [f"{mark} {item}" for mark, item in zip(marks, part.items, strict=True)]
            return "\n".join([*_lead(part.lead), *items])
        case Pairs():
            return "\n".join(f"{pair.label}: {pair.text}" for pair in part.rows)
        case _:
            rows = [_row(part, row) for row in part.rows]
            total = [_total(part.total)] if part.total else []
            return "\n".join([*_lead(part.lead), *rows, *total])


def _lead(lead: str) -> list[str]:
    return [f"{lead}:"] if lead else []


def _row(shown: Table, row: tuple[Cell, ...]) -> str:
    """«1. Субботник (Задача 1). Когда: 14 августа 2027. Людей: 30»."""
    titles = [column.title for column in shown.columns]
    is_numbered = titles[0] == table("columns")["number"]
    start = 1 if is_numbered else 0
    mark = f"{row[0].text}." if is_numbered else "—"
    rest = [
        f"{title}: {_said(cell)}"
        for title, cell in zip(titles[start + 1 :], row[start + 1 :], strict=True)
        if cell.text or cell.note
    ]
    return f"{mark} " + joined(_said(row[start]), *rest, by=". ")


def _said(cell: Cell) -> str:
    return joined(cell.text, f"({cell.note})" if cell.note else "", by=" ")


def _total(row: tuple[Cell, ...]) -> str:
    label, value = (cell.text for cell in row if cell.text)
    return f"{label}: {value}"
