"""Square codes that a phone reads from a wall or a paper. Pure: no Django, no database."""

import qrcode
from qrcode.constants import ERROR_CORRECT_M

QUIET = 4


def modules(words: str) -> list[list[bool]]:
    """Rows from the top, True for black, with the four white modules around that the standard
    asks for. A smudge of up to 15 % is forgiven. ValueError: too long (over 2,300 bytes)."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(words)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def outline(words: str) -> tuple[int, str]:
    """The side in modules, and the black ones as one path of SVG: a run of a row at a time."""
    rows = modules(words)
    runs = [
        f"M{start} {y}h{end - start}v1H{start}z"
        for y, row in enumerate(rows)
        for start, end in _runs(row)
    ]
    return len(rows), "".join(runs)


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """Where black begins and ends."""
    edges = [
        x for x in range(len(row) + 1) if (row[x] if x < len(row) else False) != _before(row, x)
    ]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _before(row: list[bool], x: int) -> bool:
    return row[x - 1] if x else False
