"""What pages of territories and districts need."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from peremena.people.abilities import Ability
from peremena.people.models import Centre, Person
from peremena.places.models import (
    Care,
    District,
    DistrictStatus,
    Post,
    Territory,
    TerritoryCode,
    TerritoryStatus,
    Village,
)

FEW = 50
Territories = QuerySet[Territory]


@dataclass(frozen=True)
class Card:
    """A territory for its page. Of posts only those of people whom the viewer may see by name."""

    territory: Territory
    status: TerritoryStatus | None
    statuses: Sequence[TerritoryStatus]
    codes: Sequence[TerritoryCode]
    villages: Sequence[Village]
    heads: Sequence[Post]
    former: Sequence[Post]
    is_kept: bool
    has_passport: bool
    has_page: bool
    care: Sequence[Care]
    offered: Sequence[Centre]


@dataclass(frozen=True)
class DistrictCard:
    district: District
    now: DistrictStatus | None
    statuses: Sequence[DistrictStatus]
    territories: Sequence[Territory]


def find(rows: QuerySet[Territory], words: str, district: District | None) -> QuerySet[Territory]:
    """By a part of the name or of a village’s name, whatever the case; ё and е are the same."""
    if district:
        rows = rows.filter(district=district)
    if words.strip():
        part = alike(words)
        villages = Village.objects.filter(name__iregex=part).values("territory")
        rows = rows.filter(Q(name__iregex=part) | Q(pk__in=villages))
    return rows


def alike(words: str) -> str:
    """A pattern that both engines understand; spaces may be of any length."""
    escaped = (re.escape(word) for word in words.lower().split())
    return re.sub("[её]", "[её]", r"\s+".join(escaped))


def for_list(rows: QuerySet[Territory]) -> QuerySet[Territory]:
    """With the number of villages and the status of today."""
    now = TerritoryStatus.objects.filter(until=None)
    return (
        rows.select_related("district")
        .annotate(villages_told=Count("places", distinct=True))
        .prefetch_related(Prefetch("statuses", queryset=now, to_attr="current"))
    )


def card(territory: Territory, viewer: Person) -> Card:
    posts = territory.posts.filter(person__in=Person.objects.visible_to(viewer).values("pk"))
    told = list(posts.select_related("person", "organisation").order_by("-since", "-pk"))
    statuses = sorted(territory.statuses.all(), key=newest_first)
    keeps = viewer.centres_with(Ability.KEEP_PLACES)
    care = list(territory.care.filter(until=None, centre__in=keeps).select_related("centre"))
    cared = {one.centre_id for one in care}
    centre = territory.centre.casefold()
    return Card(
        territory=territory,
        status=next((one for one in statuses if one.until is None), None),
        statuses=statuses,
        codes=sorted(territory.codes.all(), key=newest_first),
        villages=sorted(
            territory.places.all(), key=lambda one: (one.name.casefold() != centre, one.name)
        ),
        heads=[one for one in told if one.until is None],
        former=[one for one in told if one.until is not None],
        is_kept=bool(keeps),
        has_passport=Territory.objects.with_passport_for(viewer).filter(pk=territory.pk).exists(),
        has_page=has_page(territory),
        care=care,
        offered=list(Centre.objects.filter(pk__in=keeps).exclude(pk__in=cared)),
    )


def has_page(territory: Territory) -> bool:
    """Whether all may read something of it: without that there is no public page."""
    shown = territory.resources.filter(is_shown=True, removed_at=None)
    return territory.blocks.exclude(shown=[]).exists() or shown.exists()


def newest_first(one: TerritoryStatus | TerritoryCode) -> tuple[int, int]:
    """What is now stands first, then by the day of its end."""
    return -(one.until or date.max).toordinal(), -one.pk


def district_card(district: District) -> DistrictCard:
    statuses = list(district.statuses.order_by("-is_current", "-since", "-pk"))
    return DistrictCard(
        district=district,
        now=next((one for one in statuses if one.is_current), None),
        statuses=statuses,
        territories=list(district.territories.order_by("name")[:FEW]),
    )
