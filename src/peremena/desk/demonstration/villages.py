"""What is known of the villages: passports at different fullness, resources, offices, helpers."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from peremena.drafts.protocol import SaveRequest
from peremena.people.services.trust import trust
from peremena.places.passport.blocks import Block
from peremena.places.rules import Layer
from peremena.places.services import passports, posts, resources
from peremena.places.services.posts import Office
from peremena.places.services.resources import Told

from .cohorts import school
from .stories import DATA, Part, table
from .teaching import Village


class Found(NamedTuple):
    layer: Layer
    title: str
    story: str
    season: str
    whereabouts: str


class Place(Part):
    territory: str
    resources: tuple[Found, ...]


class Passport(Part):
    """`blocks`: what its pages send; a list stands for the rows of a list."""

    territory: str
    by: str
    ago: float
    blocks: Mapping[Block, Mapping[str, Any]]


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
        posts.give_post(person, territory, office, by=here.by, now=here.at(40))
    for given in school().trust:
        trust(here.cast[given.person], here.cast[given.helper], now=here.at(25))
    for passport in told_passports():
        fill_in(here, passport)
    for place in maps():
        draw(here, place)


def fill_in(here: Village, passport: Passport) -> None:
    by, territory = here.cast[passport.by], here.territories[passport.territory]
    for name, said in passport.blocks.items():
        row = passports.open_block(territory, name, by=by, now=here.at(passport.ago + 1))
        request = SaveRequest(
            operation=f"demonstration-{territory.pk}-{name}",
            base=row.draft.version,
            fields=dict(typed(said)),
            rows={path: ids(rows) for path, rows in said.items() if isinstance(rows, list)},
        )
        passports.write(row, request, by=by, now=here.at(passport.ago))


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
    keeper = territory.keepers.select_related("person").order_by("pk")[0].person
    for number, found in enumerate(place.resources):
        told = Told(
            title=found.title,
            layer=found.layer,
            story=found.story,
            season=found.season,
            whereabouts=found.whereabouts,
        )
        resources.add(territory, told, by=keeper, now=here.at(20 - number))
