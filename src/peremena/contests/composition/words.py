"""The Russian words of the papers, out of `words.toml`. Pure."""

import tomllib
from functools import cache
from pathlib import Path

Table = dict[str, str]


@cache
def _tables() -> dict[str, Table]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def table(name: str) -> Table:
    """All words of one table, such as `sections`, in the order of the file."""
    return _tables()[name]


def word(name: str, code: str | None) -> str:
    """The word for a code; "" for None; a code nobody has named stands for itself."""
    return table(name).get(code, code) if code else ""


def phrase(name: str, **values: str | int) -> str:
    return table("phrases")[name].format(**values)


def source(code: str | None, profile: str | None) -> str:
    """Whose money a line is; an initiative project has its own name for a grant."""
    if code is None:
        return phrase("unnamed")
    if profile == "ib" and code in table("sources_ib"):
        return word("sources_ib", code)
    return word("sources", code)
