"""Where the database of this installation is, in the words of its own tools."""

from collections.abc import Mapping
from pathlib import Path


def sqlite_file(database: Mapping[str, object]) -> Path | None:
    """None when the database is PostgreSQL."""
    return Path(str(database["NAME"])) if str(database["ENGINE"]).endswith("sqlite3") else None


def postgres_environment(database: Mapping[str, object]) -> dict[str, str]:
    names = {"PGDATABASE": "NAME", "PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER"}
    names["PGPASSWORD"] = "PASSWORD"
    return {variable: str(database[key]) for variable, key in names.items() if database.get(key)}
