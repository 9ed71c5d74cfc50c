"""The index in the database: FTS5 on SQLite, a GIN index on PostgreSQL; the same questions.

On SQLite the index is a table of its own that follows the rows by triggers. It is made when it is
missing, also after a migration that rebuilt the table and so lost the triggers.
"""

from collections.abc import Sequence

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from peremena.desk.models import SearchRow

from .terms import Wanted

VECTOR = "to_tsvector('simple', title_terms || ' ' || terms)"  # as in the migration
TITLE_VECTOR = "to_tsvector('simple', title_terms)"
TAKE_OUT = (
    "INSERT INTO desk_search(desk_search, rowid, title_terms, terms)"
    " VALUES ('delete', old.id, old.title_terms, old.terms);"
)
PUT_IN = (
    "INSERT INTO desk_search(rowid, title_terms, terms)"
    " VALUES (new.id, new.title_terms, new.terms);"
)
SQLITE = {
    "desk_search": "CREATE VIRTUAL TABLE desk_search USING fts5(title_terms, terms,"
    " content='desk_searchrow', content_rowid='id', tokenize='unicode61 remove_diacritics 0')",
    "desk_search_added": "CREATE TRIGGER desk_search_added AFTER INSERT ON desk_searchrow"
    f" BEGIN {PUT_IN} END",
    "desk_search_removed": "CREATE TRIGGER desk_search_removed AFTER DELETE ON desk_searchrow"
    f" BEGIN {TAKE_OUT} END",
    "desk_search_changed": "CREATE TRIGGER desk_search_changed AFTER UPDATE ON desk_searchrow"
    f" BEGIN {TAKE_OUT} {PUT_IN} END",
}


def ensure() -> None:
    """Makes what is missing of SQLite's index; PostgreSQL's comes with a migration."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE 'desk_search%%'", [])
        missing = set(SQLITE) - {name for (name,) in cursor.fetchall()}
    if missing:
        make(missing)


@transaction.atomic
def make(missing: set[str]) -> None:
    with connection.cursor() as cursor:
        for name, statement in SQLITE.items():
            if name in missing:
                cursor.execute(statement)
        cursor.execute("INSERT INTO desk_search(desk_search) VALUES ('rebuild')")


def purge() -> None:
    """No trace of removed words stays in the index's own pages."""
    ensure()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO desk_search(desk_search) VALUES ('rebuild')")


def matching(rows: QuerySet[SearchRow], words: Sequence[Wanted]) -> QuerySet[SearchRow]:
    if connection.vendor == "sqlite":
        sql, question = "SELECT rowid FROM desk_search WHERE desk_search MATCH %s", fts5(words)
    else:
        sql = f"SELECT id FROM desk_searchrow WHERE {VECTOR} @@ to_tsquery('simple', %s)"  # noqa: S608 -- of fixed text
        question = tsquery(words)
    return rows.filter(pk__in=RawSQL(sql, [question]))  # noqa: S611 -- fixed text, see the parameter


def in_title(rows: QuerySet[SearchRow], words: Sequence[Wanted]) -> QuerySet[SearchRow]:
    """Those whose title alone has all the words."""
    if connection.vendor == "sqlite":
        sql = "SELECT rowid FROM desk_search WHERE desk_search MATCH %s"
        question = f"{{title_terms}} : ({fts5(words)})"
    else:
        sql = f"SELECT id FROM desk_searchrow WHERE {TITLE_VECTOR} @@ to_tsquery('simple', %s)"  # noqa: S608 -- of fixed text
        question = tsquery(words)
    return rows.filter(pk__in=RawSQL(sql, [question]))  # noqa: S611 -- fixed text, see the parameter


def fts5(words: Sequence[Wanted]) -> str:
    """Terms are letters or digits only, so nothing of a question can be an operator."""
    groups = (
        " OR ".join(
            [*(f'"{one}"' for one in word.whole), *(f'"{one}"*' for one in word.beginnings)]
        )
        for word in words
    )
    return " AND ".join(f"({group})" for group in groups)


def tsquery(words: Sequence[Wanted]) -> str:
    groups = (" | ".join([*word.whole, *(f"{one}:*" for one in word.beginnings)]) for word in words)
    return " & ".join(f"({group})" for group in groups)
