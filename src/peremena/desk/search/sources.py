"""What can be found: each kind with its rows, how a change shows, and who may see what."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peremena.people.models import Person
from peremena.places.models import Territory, Village
from peremena.projects import cases
from peremena.projects.models import Project

Viewer = Person | AnonymousUser
LONGEST = 20_000  # signs of a text
FORMAT = "1"  # another one, and everything is indexed anew
CYRILLIC = re.compile("[А-Яа-яЁё]{2}")


@dataclass(frozen=True)
class Thing:
    key: str
    title: str
    text: str
    unseen: str = ""  # found by, never shown


@dataclass(frozen=True)
class Source:
    """`stamps`: every key with what changes when the thing does; `visible`: None means all."""

    kind: str
    title: str | Promise
    address: str
    stamps: Callable[[], Mapping[str, str]]
    things: Callable[[Iterable[str]], Iterator[Thing]]
    visible: Callable[[Viewer], QuerySet[Any] | None]

    def url(self, key: str) -> str:
        """Empty when there is no such page in this installation (yet)."""
        try:
            return reverse(self.address, args=[key])
        except NoReverseMatch:
            return ""


def stamp(*values: object) -> str:
    return blake2b(repr((FORMAT, *values)).encode(), digest_size=12).hexdigest()


def stamps_of(rows: QuerySet[Any], *fields: str) -> dict[str, str]:
    return {str(key): stamp(*values) for key, *values in rows.values_list("pk", *fields)}


def for_signed_in(model: type[Model]) -> Callable[[Viewer], QuerySet[Any]]:
    rows: Any = model._default_manager

    def visible(viewer: Viewer) -> QuerySet[Any]:
        return rows.visible_to(viewer) if viewer.is_authenticated else rows.none()

    return visible


def people_stamps() -> Mapping[str, str]:
    rows = Person.objects.filter(erased_at=None)
    return stamps_of(rows, "surname", "name", "patronymic", "about", "email", "phone")


def people(keys: Iterable[str]) -> Iterator[Thing]:
    for person in Person.objects.filter(pk__in=keys):
        digits = re.sub(r"\D", "", person.phone)[-10:]
        mail = (person.email or "").replace("@", " ")
        yield Thing(str(person.pk), person.full_name, person.about, f"{digits} {mail}")


def territory_stamps() -> Mapping[str, str]:
    villages: dict[int, list[str]] = defaultdict(list)
    for territory, name in Village.objects.order_by("pk").values_list("territory", "name"):
        villages[territory].append(name)
    rows = Territory.objects.values_list("pk", "name", "centre", "district__name")
    return {str(key): stamp(*values, villages[key]) for key, *values in rows}


def territories(keys: Iterable[str]) -> Iterator[Thing]:
    rows = Territory.objects.filter(pk__in=keys).select_related("district")
    for place in rows.prefetch_related("places"):
        villages = ", ".join(dict.fromkeys([place.centre, *place.villages]))
        yield Thing(str(place.pk), place.name, f"{place.district} · {villages}")


def project_stamps() -> Mapping[str, str]:
    return stamps_of(Project.objects.all(), "changed_at", "title", "territory__name")


def projects(keys: Iterable[str]) -> Iterator[Thing]:
    rows = Project.objects.filter(pk__in=keys).select_related("territory__district")
    for project in rows.prefetch_related("sections__draft"):
        sections = sorted(project.sections.all(), key=lambda one: one.pk)
        written = [text for section in sections for text in texts(section.draft.content)]
        place = f"{project.territory}, {project.territory.district}"
        yield Thing(str(project.pk), str(project), " · ".join([place, *written]))


def texts(content: object) -> Iterator[str]:
    """What people wrote, in its order; codes, dates and numbers are left out."""
    if isinstance(content, str):
        if CYRILLIC.search(content):
            yield " ".join(content.split())
    elif isinstance(content, Mapping):
        for value in content.values():
            yield from texts(value)
    elif isinstance(content, list):
        for value in content:
            yield from texts(value)


def case_stamps() -> Mapping[str, str]:
    return {card.id: stamp(card.title, card.summary) for card in cases.all_cards()}


def case_things(keys: Iterable[str]) -> Iterator[Thing]:
    for card in filter(None, map(cases.by_id, keys)):
        parts = [card.place, card.summary, *card.goals, *card.tasks, *card.target_groups]
        yield Thing(card.id, card.title, " · ".join(part for part in parts if part))


SOURCES = (
    Source("person", _("People"), "desk:person", people_stamps, people, for_signed_in(Person)),
    Source(
        "territory",
        _("Territories"),
        "places:territory",
        territory_stamps,
        territories,
        for_signed_in(Territory),
    ),
    Source(
        "project", _("Projects"), "desk:workshop", project_stamps, projects, for_signed_in(Project)
    ),
    Source(
        "case",
        _("What other villages have done"),
        "projects:case",
        case_stamps,
        case_things,
        lambda _viewer: None,
    ),
)
