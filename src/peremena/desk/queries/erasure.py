"""What erasing somebody would destroy, counted beforehand, and who asks for it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.core.files.storage import default_storage
from django.db.models import QuerySet

from peremena.desk import findings, traces
from peremena.desk.traces import Loose, Named
from peremena.people.models import Person, PersonalRequest

from . import keeping


@dataclass(frozen=True)
class Reckoning:
    """`rows`: that go, by table; `mentions`: blanked, by table; `loose`: words that may mean
    somebody else, how often; `files`: that name the person; `namesakes`: others called the same."""

    rows: Mapping[str, int]
    mentions: Mapping[str, int]
    loose: Mapping[Loose, int]
    files: Sequence[str]
    namesakes: int


def named(person: Person) -> Named:
    addresses = EmailAddress.objects.filter(user=person).values_list("email", flat=True)
    return Named(
        name=person.name,
        patronymic=person.patronymic,
        surname=person.surname,
        emails=tuple(sorted({*addresses, person.email or ""} - {""})),
        phones=tuple(filter(None, [person.phone])),
    )


def reckoning(person: Person) -> Reckoning:
    known = named(person)
    certain = traces.certain(known)
    possible = {one: re.compile(way, re.IGNORECASE) for one, way in traces.loose(known).items()}
    mentions, loose = Counter[str](), Counter[Loose]()
    pieces = traces.signs(known)
    for label, text in others_words(person):
        if not traces.may_tell(text, pieces):
            continue
        left, count = traces.without(text, certain)
        mentions[label] += count
        for one, pattern in possible.items():
            loose[one] += traces.without(left, pattern)[1]
    namesakes = Person.objects.filter(name=person.name, surname=person.surname, erased_at=None)
    return Reckoning(
        rows={**rows_that_go(person)},
        mentions={label: count for label, count in mentions.items() if count},
        loose={one: count for one, count in loose.items() if count},
        files=files_with(certain),
        namesakes=namesakes.exclude(pk=person.pk).count(),
    )


def rows_that_go(person: Person) -> Counter[str]:
    found = Counter[str]()
    for link in keeping.links():
        if link.goes_with_the_person:
            found[link.model._meta.label_lower] += link.rows(person).count()
    return +found


def others_words(person: Person) -> Iterator[tuple[str, object]]:
    """Every word of every table, but the person's own row and the rows that go anyway."""
    going = {(link.model, row.pk) for link in keeping.links() if link.goes_with_the_person
             for row in link.rows(person).only("pk")}  # fmt: skip
    going.add((Person, person.pk))
    for model in keeping.tables():
        if model._meta.label_lower in keeping.MADE_FROM_OTHERS:
            continue
        for key, words in keeping.rows_with_text(model):
            if (model, key) not in going:
                yield model._meta.label_lower, words


def files_with(pattern: re.Pattern[str]) -> list[str]:
    """Names of stored files in which the words can be read by a machine."""
    return [name for name in stored() if findings.mentions(contents(name), pattern)]


def contents(name: str) -> bytes:
    with default_storage.open(name, "rb") as file:
        return bytes(file.read())


def stored(folder: str = "") -> Iterable[str]:
    try:
        folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}".lstrip("/") for name in names)
    for inner in folders:
        yield from stored(f"{folder}/{inner}".lstrip("/"))


def open_requests(staff: Person) -> QuerySet[PersonalRequest]:
    mine = PersonalRequest.objects.in_hands_of(staff).filter(closed_at=None)
    return mine.select_related("person", "entered_by").order_by("asked_at", "pk")


def answered(staff: Person) -> QuerySet[PersonalRequest]:
    mine = PersonalRequest.objects.in_hands_of(staff).exclude(closed_at=None)
    return mine.select_related("person", "closed_by")
