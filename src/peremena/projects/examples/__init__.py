"""Two whole invented projects: one that experts like, and one of an honest beginner."""

from functools import cache
from importlib import resources


@cache
def text(name: str) -> str:
    """The brief in JSON; `name`: `good-pimokaty` or `bad-ploshchadka`."""
    return resources.files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")
