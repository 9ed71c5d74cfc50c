"""All data of a person as an archive that is sent while it is being made."""

import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from peremena.desk.copy_words import FIELDS
from peremena.desk.queries.personal import Table
from peremena.kit.typography import day, full_moment

HEAD = (
    '<!doctype html><html lang="{language}"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>{title}</title>'
    "<style>body{{font:18px/1.5 system-ui,sans-serif;max-width:46rem;margin:1rem auto;"
    "padding:0 1rem;overflow-wrap:anywhere}}dl{{margin:0;padding:.75rem 0;"
    "border-top:1px solid #ccc}}dt{{color:#555;font-size:.85em}}dd{{margin:0 0 .5rem;"
    "white-space:pre-line}}</style><h1>{title}</h1><p>{note}</p>"
)
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?")


class Pipe(io.RawIOBase):
    """Takes what the archive writes and hands it on; nothing is kept."""

    def __init__(self) -> None:
        self.waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self.waiting += piece
        return len(piece)

    def taken(self) -> bytes:
        piece, self.waiting = bytes(self.waiting), bytearray()
        return piece


def archive(
    tables: Iterable[Table],
    files: Iterable[str],
    *,
    read: Callable[[str], bytes],
    title: str,
    note: str,
) -> Iterator[bytes]:
    """A JSON file a table, `index.html` to read all of them, and the files. `read`: a file's bytes
    by its stored name."""
    pipe = Pipe()
    head = {"title": html.escape(title), "note": html.escape(note)}
    index, heading = [HEAD.format(language=get_language() or "ru", **head)], ""
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as packed:
        for table in tables:
            rows = [plain(row) for row in table.rows]
            packed.writestr(f"data/{table.label}.json", dumped(rows))
            if heading != str(table.name):
                heading = str(table.name)
                index.append(f"<h2>{html.escape(heading)}</h2>")
            index += [listing(row, table) for row in rows]
            yield pipe.taken()
        for name in files:
            packed.writestr(f"files/{name}", read(name))
            yield pipe.taken()
        packed.writestr("index.html", "\n".join(index))
    yield pipe.taken()


def plain(row: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(dict(row), cls=DjangoJSONEncoder))
    return found


def dumped(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=2)


def listing(row: dict[str, Any], table: Table) -> str:
    """What is filled in and says something to people; the rest is in the file for programs."""
    pairs = (
        f"<dt>{html.escape(str(FIELDS[key]))}</dt>"
        f"<dd>{html.escape(said(value, table.choices.get(key, {})))}</dd>"
        for key, value in row.items()
        if key in FIELDS and value not in (None, "", [], {})
    )
    return f"<dl>{''.join(pairs)}</dl>"


def said(value: Any, names: Mapping[Any, str | Promise]) -> str:
    """`names`: of the column's values, where it has few."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dict):
        return "\n".join(f"{key}: {said(inner, {})}" for key, inner in value.items())
    if isinstance(value, list):
        return "\n".join(said(inner, {}) for inner in value)
    text = str(names.get(value, value))
    return in_words(text) if MOMENT.fullmatch(text) else text


def in_words(moment: str) -> str:
    """«12 марта 2027, 09:30» for a moment in ISO form, the day alone for a day."""
    if "T" not in moment:
        return day(date.fromisoformat(moment))
    return full_moment(localtime(datetime.fromisoformat(moment)))
