"""A brief's pages as they were when the project began: what the story writes later is not there.

Plain Python: no database, no clock.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy

from peremena.drafts.paths import Content, find, split
from peremena.projects.brief import Section, section_of

from .stories import Clash, Event, Write

Pages = Mapping[Section, Content]


def before(pages: Pages, events: Iterable[Event]) -> Pages:
    """`pages`: when all is told. Fields written in the story have their earlier value."""
    earlier = deepcopy(dict(pages))
    for event in events:
        if isinstance(event, Write):
            for path, value in event.was.items():
                put(earlier, path, value)
            for path in event.added:
                take_out(earlier, path)
        if isinstance(event, Clash):
            put(earlier, event.field, None)
    return earlier


def put(pages: Pages, path: str, value: object) -> None:
    above, last = parted(path)
    find(pages[section_of(path)], above)[last] = value


def take_out(pages: Pages, path: str) -> None:
    above, row = parted(path)
    rows = find(pages[section_of(path)], above)
    rows[:] = [one for one in rows if one["id"] != row]


def parted(path: str) -> tuple[str, str]:
    """The path of what holds it, and its own name there."""
    *above, last = split(path)
    return ".".join(above), last
