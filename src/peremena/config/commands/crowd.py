"""A call with ten thousand applications, for measuring: one is made by hand, the engine copies it.

`i` in the words below is the number of the copy, from one; keys begin far from those in use.
"""

from typing import Any

from django.db import connection
from django.db.models import Model

FROM = 1_000_000


def apply(first: Any, number: int) -> None:
    """`first`: an application that was handed in; of ten copies one is unfinished, every fiftieth
    late, every second of a village that is in no list."""
    key = f"{FROM} + i"
    card = {"surname": "'Ветрова-' || i", "phone": "'+7913' || (1000000 + i)", "email": "NULL"}
    copied(first.person, number, id=key, **card)
    copied(first.draft, number, id=key)
    copied(
        first,
        number,
        id=key,
        person_id=key,
        draft_id=key,
        token="'copy-' || i",  # noqa: S106 -- no secret, a copy's number
        code="'c' || i",
        search_text="'ветрова-' || i || ' ольга деревня ' || i",
        state="CASE WHEN i % 10 = 0 THEN 'begun' ELSE 'handed-in' END",
        is_late="(i % 50 = 1)",
        is_newcomer="(i % 3 = 0)",
        territory_id="CASE WHEN i % 2 = 1 THEN territory_id END",
        village="CASE WHEN i % 2 = 1 THEN '' ELSE 'Деревня ' || i END",
    )


def decide(standing: Any, decision: Any, number: int) -> None:
    """Marks stand and a decision waits for each that is handed in, of those copies."""
    key, handed_in = f"{FROM} + i", "i % 10 <> 0"
    copied(
        standing,
        number,
        handed_in,
        id=key,
        candidate_id=key,
        mean="CAST(i * 37 % 10000 AS NUMERIC) / 100",
        spread="i % 60",
    )
    copied(decision, number, handed_in, id=key, candidate_id=key)


def copied(row: Model, number: int, which: str = "1 = 1", /, **changed: str) -> None:
    """By the engine itself: `changed` are its words for columns that differ."""
    meta = row._meta
    columns = [str(field.column) for field in meta.concrete_fields]
    quoted = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(changed.get(name, f'"{name}"') for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{meta.db_table}" ({quoted}) '  # noqa: S608 -- names of our own tables
            "WITH RECURSIVE copies(i) AS "
            f"(SELECT 1 UNION ALL SELECT i + 1 FROM copies WHERE i < {int(number)}) "
            f'SELECT {values} FROM copies, "{meta.db_table}" '
            f'WHERE "{meta.db_table}".id = {int(row.pk)} AND {which}'
        )
