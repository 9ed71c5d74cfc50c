"""Which pages of no room in particular a phone should have without a network."""

from collections.abc import Iterator

from django.urls import reverse

from peremena.kit.keeping import Kept
from peremena.people.models import Person


def pages(_person: Person) -> Iterator[Kept]:
    """The page that says what lies on the phone, the first page, the help."""
    yield Kept(reverse("phone"), "1")
    yield Kept(reverse("desk:home"))
    yield Kept(reverse("desk:help"), "1")
