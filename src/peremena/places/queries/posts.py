"""Finding the territory in which somebody gets a post."""

import re

from django.db.models import Q, QuerySet

from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.places.models import Post, Territory

FEW = 20
WORDS = re.compile(r"[\w-]+")


def territories(viewer: Person, find: str) -> list[Territory]:
    """By a part of the name, of the main village or of the district; else those in our care."""
    rows = Territory.objects.select_related("district")
    words = WORDS.findall(find)[:5]
    if not words:
        rows = rows.in_care_of(viewer.centres_with(Ability.KEEP_PEOPLE))
    for word in words:
        alike = re.sub("[её]", "[её]", re.escape(word.lower()))
        rows = rows.filter(
            Q(name__iregex=alike) | Q(centre__iregex=alike) | Q(district__name__iregex=alike)
        )
    return list(rows.order_by("name", "pk")[:FEW])


def kept(viewer: Person) -> QuerySet[Post]:
    """Posts of now that the viewer may end: of people whose cards the viewer keeps."""
    people = Person.objects.kept_by(viewer)
    return Post.objects.current().filter(person__in=people.values("pk"))


def head_post(territory: Territory) -> Post | None:
    return territory.posts.current().filter(is_head=True).select_related("person").first()
