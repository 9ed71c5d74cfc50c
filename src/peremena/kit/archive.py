"""Office files are archives that remember when they were packed; here they forget it. Pure."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

LONG_AGO = (1980, 1, 1, 0, 0, 0)
STAMP = datetime(2000, 1, 1)  # noqa: DTZ001 -- the office libraries want a naive day
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
FORMULA = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)(?:<v ?/>|<v></v>)')


def steady(packed: bytes, results: Mapping[str, Decimal] | None = None) -> bytes:
    """The same files in the same order, with the same day on each of them.

    `results`: what the formulas of a spreadsheet come to, by cell; telephones show these.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, _settled(name, old.read(name), results or {}))
    return target.getvalue()


def _settled(name: str, content: bytes, results: Mapping[str, Decimal]) -> bytes:
    if name == "docProps/core.xml":
        return MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
    if name.startswith("xl/worksheets/"):
        return FORMULA.sub(lambda found: _with_result(found, results), content)
    return content


def _with_result(formula: re.Match[bytes], results: Mapping[str, Decimal]) -> bytes:
    result = results[formula[2].decode()]
    return formula[1] + f"<v>{result:f}</v>".encode()
