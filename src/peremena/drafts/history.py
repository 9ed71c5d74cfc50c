"""The versions of a draft as people see them: one burst of writing is one entry. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

PAUSE = timedelta(minutes=10)


class Source(StrEnum):
    """How a version came to be."""

    WEB = "web"
    OFFLINE = "offline"
    IMPORT = "import"
    RESTORE = "restore"
    PHONE = "phone"
    PAPER = "paper"
    BESIDE = "beside"


TYPED = frozenset({Source.WEB, Source.OFFLINE})
HEARD = frozenset({Source.PHONE, Source.PAPER, Source.BESIDE})
"""How somebody who writes on behalf of another learned what to write."""


class Version(Protocol):
    """What is asked of a revision; `author_id` and `on_behalf_of_id` are compared only."""

    version: int
    source: str
    author_id: Any
    on_behalf_of_id: Any
    at: datetime


@dataclass(frozen=True)
class Burst:
    """Versions that one person typed without a long pause; `last` holds what came of it."""

    first: Any
    last: Any

    @property
    def before(self) -> int:
        """The version from which the burst began; 0 when there was none."""
        return int(self.first.version) - 1


def bursts(versions: Iterable[Version]) -> list[Burst]:
    """`versions` come oldest first, and so do the bursts."""
    found: list[Burst] = []
    for version in versions:
        if found and continues(found[-1].last, version):
            found[-1] = replace(found[-1], last=version)
        else:
            found.append(Burst(version, version))
    return found


def continues(earlier: Version, later: Version) -> bool:
    return (
        ({earlier.source, later.source} <= TYPED or is_heard_alike(earlier, later))
        and earlier.author_id == later.author_id
        and earlier.on_behalf_of_id == later.on_behalf_of_id
        and later.at - earlier.at <= PAUSE
    )


def is_heard_alike(earlier: Version, later: Version) -> bool:
    return earlier.source == later.source and earlier.source in HEARD
