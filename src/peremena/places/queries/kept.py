"""Which pages of one's territory a phone should have without a network."""

from collections.abc import Iterator

from django.urls import reverse

from peremena.kit.keeping import Kept
from peremena.people.models import Person
from peremena.places.models import Territory
from peremena.places.passport import Block
from peremena.places.rules import Layer

MOST = 2  # territories on one phone
MOST_RESOURCES = 12  # the last ones, to be looked at and changed on the way


def pages(person: Person) -> Iterator[Kept]:
    """The passport and the map of resources of territories that the person keeps or helps."""
    kept = Territory.objects.kept_by(person) | Territory.objects.helped_by(person)
    for territory in kept.order_by("pk")[:MOST]:
        versions = dict(territory.blocks.values_list("name", "draft__version"))
        here = territory.resources.filter(removed_at=None)
        newest, count = list(here.order_by("-changed_at")[:MOST_RESOURCES]), here.count()
        stamp = f"{newest[0].changed_at.timestamp():.0f}.{count}" if newest else "0"
        yield Kept(reverse("places:passport", args=[territory.pk]), str(sum(versions.values())))
        for block in Block:
            address = reverse("places:block", args=[territory.pk, block.value])
            yield Kept(address, str(versions.get(block.value, 1)))
        yield Kept(reverse("places:resources", args=[territory.pk]), stamp)
        adding = reverse("places:add_resource", args=[territory.pk])
        yield Kept(adding, "1")
        for layer in Layer:
            yield Kept(f"{adding}?layer={layer.value}", "1")
        for resource in newest:
            changed = f"{resource.changed_at.timestamp():.0f}"
            yield Kept(resource.get_absolute_url(), changed)
            yield Kept(reverse("places:edit_resource", args=[resource.pk]), changed)
