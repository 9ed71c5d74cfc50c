"""Profiles of territories for finding twins: one's own whole, others as far as all may see.

Common ground are name, district, place and number of residents; of a passport only the fields that
its head has published, and never what is personal.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F
from django.db.models.functions import Abs

from peremena.places.models import PassportBlock, Territory
from peremena.places.passport import Block
from peremena.places.queries import passports
from peremena.places.queries.passports import PassportFact
from peremena.places.queries.publishing import public_facts
from peremena.places.themes import themes
from peremena.places.twins import Profile, Twin, nearest

LOOKED_AT = 300
THERE = {"here": True, "closed": False, "none": False}
"""An institution that only comes at times is neither there nor not."""
WORRIES = frozenset({"requests", "sought", "dead_zones", "next_year"})
TELLING = (Block.PEOPLE, Block.INSTITUTIONS, Block.INFRASTRUCTURE, Block.PLANS, Block.EXCHANGE)


@dataclass(frozen=True)
class Likeness:
    """A territory that is like one's own, and in what. `has_page`: all may read something of it."""

    territory: Territory
    twin: Twin
    has_page: bool


def twins(territory: Territory, *, worries: Sequence[str] = (), count: int = 5) -> list[Likeness]:
    """The nearest. `worries`: what the own project says of its problem. Four queries."""
    own = own_profile(territory, worries)
    others = {one.pk: one for one in candidates(territory)}
    published = published_facts(others.values())
    profiles = [profile(one, published.get(one.pk, ())) for one in others.values()]
    return [
        Likeness(others[twin.key], twin, bool(published.get(twin.key)))
        for twin in nearest(own, profiles, count)
    ]


def own_profile(territory: Territory, worries: Sequence[str]) -> Profile:
    return profile(territory, passports.facts(territory), worries)


def candidates(territory: Territory) -> list[Territory]:
    """The nearest in size; where nobody knows the size, those that have published something."""
    others = Territory.objects.exclude(pk=territory.pk).filter(
        is_demonstration=territory.is_demonstration
    )
    if territory.population:
        sized = others.filter(population__gt=0).annotate(
            apart=Abs(F("population") - territory.population)
        )
        others = sized.order_by("apart", "pk")
    else:
        others = others.filter(blocks__isnull=False).distinct().order_by("pk")
    return list(others.select_related("district")[:LOOKED_AT])


def published_facts(territories: Iterable[Territory]) -> Mapping[int, Sequence[PassportFact]]:
    """By the territory's number: only fields that stand in `shown`, without what is personal."""
    rows = PassportBlock.objects.filter(territory__in=list(territories), name__in=TELLING)
    found: dict[int, list[PassportFact]] = defaultdict(list)
    for row in rows.exclude(shown=[]).select_related("draft"):
        shown = [fact for fact in public_facts(row) if fact.field in row.shown]
        found[row.territory_id] += shown
    return found


def profile(
    territory: Territory, facts: Sequence[PassportFact], worries: Sequence[str] = ()
) -> Profile:
    said = {(fact.block, fact.path): fact for fact in facts}
    told = [fact.words for fact in facts if fact.field in WORRIES]
    district = territory.district
    return Profile(
        key=territory.pk,
        population=territory.population,
        ages=shares(said, territory.population),
        has={
            fact.path: THERE[str(fact.value)]
            for fact in facts
            if fact.block is Block.INSTITUTIONS and fact.value in THERE
        },
        themes=themes(*told, *worries),
        at=(district.latitude, district.longitude),
    )


def shares(
    said: Mapping[tuple[Block, str], PassportFact], population: int | None
) -> dict[str, float]:
    """Of residents, where both numbers are known and fit together."""
    counts = {age: said.get((Block.PEOPLE, age)) for age in ("younger", "older")}
    return {
        age: int(fact.value) / population
        for age, fact in counts.items()
        if fact and population and isinstance(fact.value, int) and fact.value <= population
    }
