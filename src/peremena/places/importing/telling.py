"""A place as rows of a table, such that reading them gives the same place. Pure."""

from collections.abc import Iterator, Mapping

from peremena.places.rules import Status

from .values import Place, Told

Cell = object


def lines(place: Place, statuses: Mapping[Status, str]) -> Iterator[list[Cell]]:
    """One row a village; what is told of the territory stands in the first. `statuses`: words."""
    told: list[Cell] = [
        place.centre, place.population, place.year, place.source,
        statuses[place.status] if place.status else "", place.status_since, place.status_source,
        place.code, place.code_since,
    ]  # fmt: skip
    for number, village in enumerate(place.villages or (None,)):
        rest = told if number == 0 else [""] * len(told)
        yield [place.district, place.name, *rest, *of_village(village)]


def of_village(village: Told | None) -> list[Cell]:
    if village is None:
        return [""] * 6
    return [
        village.name, village.population, village.year, village.source,
        village.latitude, village.longitude,
    ]  # fmt: skip
