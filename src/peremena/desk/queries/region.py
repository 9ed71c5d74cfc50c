"""The region with what the centre does there: projects and confirmed money, by territory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from peremena.impact.models import Award
from peremena.impact.queries import money_by_territory, rows_of
from peremena.kit.paging import page
from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.places.map import RegionMap, region
from peremena.places.models import District, Territory
from peremena.places.queries import regions
from peremena.places.queries.regions import Counted
from peremena.projects.models import Project

ORDER = ("district__name", "name", "pk")
NOTHING = Decimal()


@dataclass(frozen=True)
class Row:
    territory: Territory
    projects: int
    money: Decimal


@dataclass(frozen=True)
class MapPage:
    """The map of everything, a page of the table; totals are those of the table's question."""

    map: RegionMap
    rows: Sequence[Row]
    after: str
    territories: int
    projects: int
    money: Decimal


def region_page(person: Person, district: District | None, after: str) -> MapPage:
    projects, money = projects_by_territory(person), money_of(person)
    places = territories(person, {*projects, *money})
    drawn = list(places)
    asked = [one for one in drawn if district is None or one.district_id == district.pk]
    listed = page(places.filter(district=district) if district else places, by=ORDER, after=after)
    return MapPage(
        map=drawing(drawn, projects, money),
        rows=[Row(one, projects.get(one.pk, 0), money.get(one.pk, NOTHING)) for one in listed.rows],
        after=listed.after,
        territories=len(asked),
        projects=sum(projects.get(one.pk, 0) for one in asked),
        money=sum((money.get(one.pk, NOTHING) for one in asked), NOTHING),
    )


def drawing(
    drawn: Sequence[Territory], projects: Mapping[int, int], money: Mapping[int, Decimal]
) -> RegionMap:
    """Circles are projects, shades of districts are money."""
    counted = [Counted(one, projects.get(one.pk, 0)) for one in drawn]
    circles = regions.region(counted, reverse("desk:map"))
    shades = regions.by_district(Counted(one, float(money.get(one.pk, NOTHING))) for one in drawn)
    return region(circles.marks, shades)


def territories(person: Person, others: set[int]) -> QuerySet[Territory]:
    """In the care of the person's centres, and wherever a project or money of theirs is."""
    cared = Territory.objects.in_care_of(person.centres_with(Ability.SEE_TOTALS)).values("pk")
    return Territory.objects.filter(Q(pk__in=cared) | Q(pk__in=others)).select_related("district")


def projects_by_territory(person: Person) -> dict[int, int]:
    ours = Project.objects.filter(centre__in=person.centres_with(Ability.SEE_TOTALS))
    return dict(ours.order_by().values_list("territory").annotate(Count("pk")))


def money_of(person: Person) -> dict[int, Decimal]:
    """Confirmed money as the ledger counts it."""
    rows = rows_of(Award.objects.visible_to(person).counted())
    return {one.territory.pk: one.totals.attracted for one in money_by_territory(rows)}
