"""What a told place changes in what is here. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from .reading import FIELDS, fold
from .values import Column, Fault, Mistake, Place, Told

OF_VILLAGE = {
    Column.RESIDENTS: "population", Column.RESIDENTS_YEAR: "year",
    Column.RESIDENTS_SOURCE: "source", Column.LATITUDE: "latitude", Column.LONGITUDE: "longitude",
}  # fmt: skip


class News(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class Change:
    """`of`: the village that changes; "" for the territory itself."""

    column: Column
    before: str
    after: str
    of: str = ""


@dataclass(frozen=True)
class Compared:
    """`wanted`: the place as it would be afterwards, with all that is not in the file."""

    news: News
    wanted: Place
    changes: Sequence[Change]
    mistakes: Sequence[Mistake]


def compare(told: Place, known: Place | None, owners: Mapping[str, Place]) -> Compared:
    """`owners`: whose each code is now. Changes of a new place are not listed: all is new."""
    wanted = merged(known, told)
    mistakes = list(faults(told, known, wanted, owners))
    if known is None:
        return Compared(News.NEW, wanted, (), mistakes)
    changes = list(changed(known, wanted))
    return Compared(News.CHANGED if changes else News.SAME, wanted, changes, mistakes)


def merged(known: Place | None, told: Place) -> Place:
    """What is told stands before what is known; a village that is not told of stays."""
    if known is None:
        villages = told.villages or ((Told(told.centre),) if told.centre else ())
        return replace(told, villages=villages)
    spoken = {name: getattr(told, name) for name in FIELDS.values()}
    kept = {name: value for name, value in spoken.items() if value not in (None, "")}
    if told.status and told.status != known.status:  # another status has a source of its own
        kept["status_source"], kept["status_since"] = told.status_source, told.status_since
    if told.code and told.code != known.code:
        kept["code_since"] = told.code_since
    return replace(known, **kept, villages=tuple(villages_of(known, told)), row=told.row)


def villages_of(known: Place, told: Place) -> Iterator[Told]:
    news = {fold(village.name): village for village in told.villages}
    for village in known.villages:
        yield with_news(village, news.pop(fold(village.name), None))
    yield from news.values()


def with_news(known: Told, told: Told | None) -> Told:
    if told is None:
        return known
    spoken = {name: getattr(told, name) for name in OF_VILLAGE.values()}
    return replace(
        known, **{name: value for name, value in spoken.items() if value not in (None, "")}
    )


def faults(
    told: Place, known: Place | None, wanted: Place, owners: Mapping[str, Place]
) -> Iterator[Mistake]:
    if not wanted.centre:
        yield Mistake(told.row, Column.CENTRE, Fault.NO_CENTRE)
    elif fold(wanted.centre) not in {fold(village.name) for village in wanted.villages}:
        yield Mistake(told.row, Column.CENTRE, Fault.CENTRE_ELSEWHERE, wanted.centre)
    owner = owners.get(told.code)
    if (
        owner
        and told.code
        and (owner.district, fold(owner.name)) != (told.district, fold(told.name))
    ):
        yield Mistake(told.row, Column.CODE, Fault.CODE_TAKEN, told.code, owner.name)
    if known:
        yield from faults_of_days(told, known)


def faults_of_days(told: Place, known: Place) -> Iterator[Mistake]:
    """What follows on something else says since when, and not earlier than that."""
    followers = (
        (Column.STATUS_SINCE, told.status, known.status, told.status_since, known.status_since),
        (Column.CODE_SINCE, told.code, known.code, told.code_since, known.code_since),
    )
    for column, new, old, since, before in followers:
        if not new or not old or new == old:
            continue
        if since is None:
            yield Mistake(told.row, column, Fault.DAY_NEEDED)
        elif before and since <= before:
            yield Mistake(told.row, column, Fault.DAY_TOO_EARLY, since.isoformat())


def changed(known: Place, wanted: Place) -> Iterator[Change]:
    for column, name in FIELDS.items():
        before, after = getattr(known, name), getattr(wanted, name)
        if before != after:
            yield Change(column, said(before), said(after))
    before_by_name = {village.name: village for village in known.villages}
    for village in wanted.villages:
        old = before_by_name.get(village.name)
        if old is None:
            yield Change(Column.VILLAGE, "", village.name)
            continue
        for column, name in OF_VILLAGE.items():
            if getattr(old, name) != getattr(village, name):
                before, after = getattr(old, name), getattr(village, name)
                yield Change(column, said(before), said(after), of=village.name)


def said(value: object) -> str:
    return "" if value is None else str(value)
