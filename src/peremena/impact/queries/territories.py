"""Money by territory, for maps; confirmed decisions only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from peremena.impact.totals import By, Row, Totals, parts
from peremena.places.models import Territory


@dataclass(frozen=True)
class Place:
    """A territory whose district is at hand, and what its projects have brought."""

    territory: Territory
    totals: Totals


@dataclass(frozen=True)
class District:
    name: str
    totals: Totals
    places: tuple[Place, ...]


def money_by_territory(rows: Iterable[Row]) -> list[Place]:
    """The most first; `rows`: of `rows_of`. One query."""
    found = {part.key: part.totals for part in parts(list(rows), By.TERRITORY)}
    territories = Territory.objects.filter(pk__in=list(found)).select_related("district")
    places = [Place(one, found[one.pk]) for one in territories]
    return sorted(places, key=lambda one: (-one.totals.attracted, str(one.territory)))


def by_district(places: Iterable[Place]) -> list[District]:
    gathered: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        gathered[place.territory.district.name].append(place)
    return [
        District(name, sum((one.totals for one in some), Totals()), tuple(some))
        for name, some in gathered.items()
    ]
