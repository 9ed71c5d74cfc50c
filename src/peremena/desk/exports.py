"""All data of a person as an archive that is sent while it is being made."""

import html
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from peremena.desk.queries.personal import Table

HEAD = (
    '<!doctype html><html lang="ru"><meta charset="utf-8">'
    "<title>{title}</title><h1>{title}</h1><p>{note}</p>"
)


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
    index = [HEAD.format(title=html.escape(title), note=html.escape(note))]
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as packed:
        for table in tables:
            rows = [plain(row) for row in table.rows]
            packed.writestr(f"data/{table.label}.json", dumped(rows))
            index += [f"<h2>{html.escape(table.label)}</h2>", *map(listing, rows)]
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


def listing(row: dict[str, Any]) -> str:
    pairs = (
        f"<dt>{html.escape(key)}</dt><dd>{html.escape(said(value))}</dd>"
        for key, value in row.items()
        if value not in (None, "", [], {})
    )
    return f"<dl>{''.join(pairs)}</dl><hr>"


def said(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
