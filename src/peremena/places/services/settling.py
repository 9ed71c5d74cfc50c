"""Writing many territories at once: the same number of queries for two as for two hundred."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from peremena.journal.services import record_all
from peremena.people.models import Person
from peremena.places.importing import Compared, News, Place, Told, fold
from peremena.places.models import District, Territory, TerritoryCode, TerritoryStatus, Village
from peremena.places.queries.imports import Key, Known, key_of

NUMBERS = ["population", "population_year", "population_source"]
OF_TERRITORY = ["centre", *NUMBERS]
OF_VILLAGE = [*NUMBERS, "latitude", "longitude"]


@dataclass
class Rows:
    """What is to be written: new rows, and rows that say something else than before."""

    statuses: list[TerritoryStatus] = field(default_factory=list)
    changed_statuses: list[TerritoryStatus] = field(default_factory=list)
    codes: list[TerritoryCode] = field(default_factory=list)
    changed_codes: list[TerritoryCode] = field(default_factory=list)
    villages: list[Village] = field(default_factory=list)
    changed_villages: list[Village] = field(default_factory=list)


def settle(batch: Sequence[Compared], known: dict[Key, Known], *, by: Person) -> None:
    """Part of a transaction. What was here before a new status or code keeps its days."""
    districts = {one.name: one for one in District.objects.all()}
    news = [one.wanted for one in batch if one.news is News.NEW]
    made = Territory.objects.bulk_create(
        [territory(place, districts[place.district], by) for place in news]
    )
    others = [one.wanted for one in batch if one.news is News.CHANGED]
    changed = [told_anew(known[key_of(place)].territory, place) for place in others]
    Territory.objects.bulk_update(changed, OF_TERRITORY)
    rows = Rows()
    for one, place in zip(made, news, strict=True):
        add_details(rows, one, place, None)
    for place in others:
        before = known[key_of(place)]
        add_details(rows, before.territory, place, before)
    write(rows)
    record_all(by, "places.territory.added", made, by_file=True)
    record_all(by, "places.territory.changed", changed, by_file=True)


def write(rows: Rows) -> None:
    """Ends come before beginnings: a territory has one status and one code at a time."""
    TerritoryStatus.objects.bulk_update(rows.changed_statuses, ["since", "until", "source"])
    TerritoryStatus.objects.bulk_create(rows.statuses)
    TerritoryCode.objects.bulk_update(rows.changed_codes, ["since", "until"])
    TerritoryCode.objects.bulk_create(rows.codes)
    Village.objects.bulk_update(rows.changed_villages, OF_VILLAGE)
    Village.objects.bulk_create(rows.villages)


def territory(place: Place, district: District, by: Person) -> Territory:
    new = Territory(district=district, name=place.name, is_demonstration=by.is_demonstration)
    return told_anew(new, place)


def told_anew(one: Territory, place: Place) -> Territory:
    one.centre, one.population, one.population_year = place.centre, place.population, place.year
    one.population_source = place.source
    return one


def add_details(rows: Rows, one: Territory, place: Place, known: Known | None) -> None:
    if place.status:
        add_status(rows, one, place, known.status if known else None)
    if place.code:
        add_code(rows, one, place, known)
    here = known.villages if known else {}
    for village in place.villages:
        old = here.get(fold(village.name))
        if old is None:
            rows.villages.append(with_numbers(Village(territory=one, name=village.name), village))
        elif list(numbers(old)) != list(numbers_told(village)):
            rows.changed_villages.append(with_numbers(old, village))


def add_status(rows: Rows, one: Territory, place: Place, now: TerritoryStatus | None) -> None:
    """The same status with another day or source is mended in place."""
    if now and now.status == place.status:
        if (now.since, now.source) != (place.status_since, place.status_source):
            now.since, now.source = place.status_since, place.status_source
            rows.changed_statuses.append(now)
        return
    if now:
        now.until = place.status_since
        rows.changed_statuses.append(now)
    rows.statuses.append(
        TerritoryStatus(
            territory=one,
            status=str(place.status),
            since=place.status_since,
            source=place.status_source,
        )
    )


def add_code(rows: Rows, one: Territory, place: Place, known: Known | None) -> None:
    """A code that the territory had before is taken up again: it has one row for each."""
    now = known.code if known else None
    if now and now.code == place.code:
        if now.since != place.code_since:
            now.since = place.code_since
            rows.changed_codes.append(now)
        return
    if now:
        now.until = place.code_since
        rows.changed_codes.append(now)
    if known and (former := next((row for row in one.codes.all() if row.code == place.code), None)):
        former.since, former.until = place.code_since, None
        rows.changed_codes.append(former)
        return
    rows.codes.append(TerritoryCode(territory=one, code=place.code, since=place.code_since))


def with_numbers(village: Village, told: Told) -> Village:
    for name, value in zip(OF_VILLAGE, numbers_told(told), strict=True):
        setattr(village, name, value)
    return village


def numbers(village: Village) -> Iterator[object]:
    return (getattr(village, name) for name in OF_VILLAGE)


def numbers_told(told: Told) -> Iterator[object]:
    return iter((told.population, told.year, told.source, told.latitude, told.longitude))
