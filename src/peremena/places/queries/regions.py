"""Where the map draws what is told of territories."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.urls import reverse

from peremena.places.map import Mark
from peremena.places.models import District, Territory, Village

SHORTER = (" район", " муниципальный округ")


@dataclass(frozen=True)
class Region:
    """The map's marks, and numbers of districts by their names."""

    marks: list[Mark]
    by_district: Mapping[str, float]


@dataclass(frozen=True)
class Counted:
    """One territory and how much there is of what the map shows; its district is at hand."""

    territory: Territory
    amount: float


def region(counted: Iterable[Counted], address: str) -> Region:
    """A circle where the centre is; where nobody knows the point, one for all at the district's.

    `address`: of the page whose table `?district=` cuts down to a district.
    """
    rows = [one for one in counted if one.amount > 0]
    points = points_of(one.territory for one in rows)
    marks: list[Mark] = []
    at_district: dict[District, float] = defaultdict(float)
    for one in rows:
        place, district = one.territory, one.territory.district
        if place.pk in points:
            marks.append(
                Mark(*points[place.pk], place.centre, one.amount, place.get_absolute_url())
            )
        else:
            at_district[district] += one.amount
    marks += [
        Mark(
            district.latitude, district.longitude, short(district.name), amount,
            f"{address}?district={district.pk}",
        )
        for district, amount in at_district.items()
    ]  # fmt: skip
    return Region(marks, by_district(rows))


def by_district(counted: Iterable[Counted]) -> dict[str, float]:
    """Sums by the names of districts: what shades the map."""
    sums: dict[str, float] = defaultdict(float)
    for one in counted:
        sums[one.territory.district.name] += one.amount
    return dict(sums)


def points_of(territories: Iterable[Territory]) -> dict[int, tuple[float, float]]:
    """Latitude and longitude of centres, where somebody told them."""
    rows = Village.objects.filter(
        territory__in=[one.pk for one in territories],
        name=F("territory__centre"),
        latitude__isnull=False,
    )
    told = rows.values_list("territory", "latitude", "longitude")
    return {pk: (latitude or 0.0, longitude or 0.0) for pk, latitude, longitude in told}


def short(district: str) -> str:
    """«Тарский» on a map where all are districts."""
    for ending in SHORTER:
        district = district.removesuffix(ending)
    return district


def of_list(rows: QuerySet[Territory]) -> Region:
    """How many territories there are, by district."""
    counted = [Counted(one, 1) for one in rows.select_related("district")]
    return region(counted, reverse("places:list"))
