"""The map of resources as its pages show it: layer by layer, and through the year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber
from django.utils.dates import MONTHS
from django.utils.functional import Promise

from peremena.kit import paging
from peremena.people.models import Person
from peremena.places import layers, showing, year
from peremena.places.layers import LayerText
from peremena.places.models import Resource, ResourceEdit, Territory
from peremena.places.rules import Layer

SHOWN = 4
MOST_STORIES = 60
PAGE = 30


@dataclass(frozen=True)
class LayerShown:
    """The newest of a layer; `count`: how many there are in all."""

    text: LayerText
    count: int
    resources: Sequence[Resource]

    @property
    def rest(self) -> int:
        return self.count - len(self.resources)


@dataclass(frozen=True)
class Month:
    number: int
    stories: Sequence[Resource]

    @property
    def name(self) -> str | Promise:
        return MONTHS[self.number]


@dataclass(frozen=True)
class ResourceMap:
    layers: Sequence[LayerShown]
    year: Sequence[Month]

    @property
    def total(self) -> int:
        return sum(layer.count for layer in self.layers)


def resource_map(territory: Territory) -> ResourceMap:
    """Three queries, however many resources there are."""
    here = territory.resources.filter(removed_at=None)
    counts = dict(here.values_list("layer").annotate(Count("pk")))
    newest = here.alias(
        place=Window(RowNumber(), partition_by="layer", order_by=[F("added_at").desc(), "-pk"])
    ).filter(place__lte=SHOWN)
    rows = list(newest.select_related("village").order_by("-added_at", "-pk"))
    shown = [
        LayerShown(text, counts.get(layer, 0), [row for row in rows if row.layer == layer])
        for layer, text in layers.TEXTS.items()
    ]
    return ResourceMap(shown, through_the_year(territory))


def through_the_year(territory: Territory) -> Sequence[Month]:
    """Stories and traditions by month; months without any are left out."""
    told = territory.resources.filter(removed_at=None, layer=Layer.STORIES).exclude(season="")
    by_month: dict[int, list[Resource]] = {}
    for story in told.order_by("title", "pk")[:MOST_STORIES]:
        for month in year.months(story.season):
            by_month.setdefault(month, []).append(story)
    return [Month(month, by_month[month]) for month in sorted(by_month)]


def of_layer(territory: Territory, layer: Layer, *, after: str) -> paging.Listed[Resource]:
    here = territory.resources.filter(removed_at=None, layer=layer).select_related("village")
    return paging.page(here, by=("title", "pk"), after=after, size=PAGE)


def just_removed(
    territory: Territory, person: Person, asked: Mapping[str, str], now: datetime
) -> Resource | None:
    """What the page offers to put back, when `?removed=` names something that still can be."""
    number = asked.get("removed", "")
    waiting = Resource.objects.removed_by_mistake(person, since=now - showing.KEPT)
    return waiting.filter(territory=territory, pk=number).first() if number.isdecimal() else None


def last_edit(pk: int) -> int:
    """Its number, by which a page says later what it knew of; 0 where nobody has changed it."""
    newest = ResourceEdit.objects.filter(resource=pk).order_by("-pk").values_list("pk", flat=True)
    return newest.first() or 0
