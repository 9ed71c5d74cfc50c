"""The public page: what was confirmed, without a single name of a person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.urls import reverse

from peremena.impact.models import Award, AwardQuerySet, Contribution
from peremena.impact.totals import By, Filter, Row, Totals, totals
from peremena.kit.fields import Option
from peremena.people.models import Centre
from peremena.places.map import RegionMap
from peremena.places.map import region as drawn
from peremena.places.queries.regions import Counted, region

from .ledger import Breakdown, Figure, breakdown, figures, names_of, options
from .rows import rows_of
from .territories import District, by_district, money_by_territory

SHOWN = ("attracted", "added_paid", "in_kind_given")


@dataclass(frozen=True)
class Partner:
    name: str
    projects: int


@dataclass(frozen=True)
class Results:
    """`unnamed`: partners that did not say that they may be named."""

    totals: Totals
    figures: Sequence[Figure]
    projects: int
    territories: int
    years: Breakdown
    cohorts: Breakdown
    sources: Breakdown
    districts: Sequence[District]
    map: RegionMap
    partners: Sequence[Partner]
    unnamed: int
    options: dict[str, list[Option]]
    is_demonstration: bool


def published(centre: Centre | None) -> AwardQuerySet:
    """Confirmed decisions; invented ones only where the whole site is a demonstration."""
    found = Award.objects.verified()
    if not settings.DEMONSTRATION:
        found = found.filter(is_demonstration=False)
    return found.filter(centre=centre) if centre else found


def results(centre: Centre | None, chosen: Filter) -> Results:
    awards = published(centre)
    everything = rows_of(awards)
    rows = [row for row in everything if chosen.admits(row)]
    names, sums = names_of(everything, awards), totals(rows)
    places = money_by_territory(rows)
    named, unnamed = partners(rows)
    counted = (Counted(one.territory, float(one.totals.attracted)) for one in places)
    on_map = region(counted, reverse("impact:decisions"))
    return Results(
        totals=sums,
        figures=figures(sums, SHOWN),
        projects=len({row.project for row in rows}),
        territories=len({row.territory for row in rows}),
        years=breakdown(rows, By.YEAR, names),
        cohorts=breakdown(rows, By.COHORT, names),
        sources=breakdown(rows, By.SOURCE, names),
        districts=by_district(places),
        map=drawn([replace(mark, url="") for mark in on_map.marks], on_map.by_district),
        partners=named,
        unnamed=unnamed,
        options=options(everything, names),
        is_demonstration=awards.filter(is_demonstration=True).exists(),
    )


def partners(rows: Sequence[Row]) -> tuple[list[Partner], int]:
    """Organisations that add to confirmed projects: by name those that agreed, the rest counted."""
    given = Contribution.objects.filter(
        award__in=[row.pk for row in rows], organisation__isnull=False
    ).values_list("organisation", "organisation__name", "is_named", "award__project")
    names: dict[int, str] = {}
    projects: dict[int, set[int]] = {}
    agreed: set[int] = set()
    for pk, name, is_named, project in given:
        names[pk] = name
        projects.setdefault(pk, set()).add(project)
        if is_named:
            agreed.add(pk)
    named = [Partner(names[pk], len(projects[pk])) for pk in agreed]
    return sorted(named, key=lambda one: (-one.projects, one.name)), len(names) - len(agreed)
