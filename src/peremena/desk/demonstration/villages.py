"""What is known of the villages: passports at different fullness, resources, offices, helpers."""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from peremena.drafts.history import Source
from peremena.drafts.protocol import SaveRequest
from peremena.journal.services import as_of
from peremena.people.models import Person
from peremena.people.services.trust import trust
from peremena.places.models import Territory
from peremena.places.models import Village as Settlement
from peremena.places.passport.blocks import Block
from peremena.places.rules import Layer
from peremena.places.services import passports, posts, publishing, resources
from peremena.places.services.posts import Office
from peremena.places.services.resources import Told

from .cohorts import school
from .stories import DATA, Part, Point, table
from .teaching import Village


class Found(NamedTuple):
    layer: Layer
    title: str
    story: str
    season: str
    whereabouts: str


class Place(Part):
    """`by`: who put them on the map; nobody named: the head."""

    territory: str
    by: str = ""
    ago: float = 20
    resources: tuple[Found, ...]


class Passport(Part):
    """`blocks`: what its pages send; a list stands for the rows of a list. `heard`: how somebody
    who writes for the head learned it. `shown`: what all may read, by block."""

    territory: str
    by: str
    ago: float
    heard: Source | None = None
    blocks: Mapping[Block, Mapping[str, Any]]
    shown: Mapping[Block, tuple[str, ...]] = {}


@cache
def maps() -> tuple[Place, ...]:
    return tuple(map(Place.model_validate, table(DATA / "resources.toml")["places"]))


@cache
def told_passports() -> tuple[Passport, ...]:
    return tuple(map(Passport.model_validate, table(DATA / "passports.toml")["passports"]))


def describe(here: Village) -> None:
    for post in school().posts:
        office = Office(title=post.title, since=here.on(post.since))
        person, territory = here.cast[post.person], here.territories[post.territory]
        with as_of(here.at(40)) as at:
            posts.give_post(person, territory, office, by=here.by, now=at)
    for given in school().trust:
        with as_of(here.at(25)) as at:
            trust(here.cast[given.person], here.cast[given.helper], now=at)
    for passport in told_passports():
        fill_in(here, passport)
    for place in maps():
        draw(here, place)


def fill_in(here: Village, passport: Passport) -> None:
    by, territory = here.cast[passport.by], here.territories[passport.territory]
    for name, said in passport.blocks.items():
        row = passports.open_block(territory, name, by=by, now=here.at(passport.ago + 1))
        request = SaveRequest(
            operation=f"demonstration-{territory.pk}-{name}-{passport.by}",
            base=row.draft.version,
            fields=dict(typed(said)),
            rows={path: ids(rows) for path, rows in said.items() if isinstance(rows, list)},
            heard=passport.heard,
        )
        with as_of(here.at(passport.ago)) as at:
            passports.write(row, request, by=by, now=at)
    if passport.shown:
        with as_of(here.at(passport.ago - 1)) as at:
            publishing.publish(territory, passport.shown, by=by, now=at)


def typed(said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each field by its path, those of rows with the row's id in it."""
    for path, value in said.items():
        if not isinstance(value, list):
            yield path, value
            continue
        for row, fields in zip(ids(value), value, strict=True):
            yield from ((f"{path}.{row}.{field}", text) for field, text in fields.items())


def ids(rows: list[Any]) -> list[str]:
    return [f"r{number}" for number, _row in enumerate(rows, 1)]


def draw(here: Village, place: Place) -> None:
    territory = here.territories[place.territory]
    by = here.cast[place.by] if place.by else first_keeper(territory)
    centre = territory.places.get(name=territory.centre)
    for number, found in enumerate(place.resources):
        latitude, longitude = near(centre, number)
        told = Told(
            title=found.title,
            layer=found.layer,
            story=found.story,
            season=found.season,
            whereabouts=found.whereabouts,
            latitude=latitude,
            longitude=longitude,
        )
        with as_of(here.at(place.ago - number)) as at:
            resources.add(territory, told, by=by, now=at)


def first_keeper(territory: Territory) -> Person:
    return territory.keepers.select_related("person").order_by("pk")[0].person


def near(centre: Settlement, number: int) -> Point:
    """Invented: around the centre, some steps farther and some further round each time."""
    angle, away = number * 2.4, 0.003 + number * 0.0012
    return Point(
        round((centre.latitude or 0) + away * math.sin(angle), 5),
        round((centre.longitude or 0) + 1.8 * away * math.cos(angle), 5),
    )
