"""Pages of a fresh demonstration, measured: processor time, queries, bytes over the wire."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import preparing

TURNS = 5


@dataclass(frozen=True)
class Page:
    name: str
    milliseconds: float
    queries: int
    bytes: int


def pages(state: Path) -> Iterator[Page]:
    """Must run before anything has read the settings of this process."""
    os.environ |= {"PEREMENA_STATE": str(state), "PEREMENA_DEMONSTRATION": "1"}
    os.environ.pop("DATABASE_URL", None)
    preparing.prepare(state)
    from peremena.desk import demonstration
    from peremena.projects.models import Project

    demonstration.build(say=lambda _sentence: None)
    project = Project.objects.get(title="Пимокаты Ключей")
    person = project.memberships.filter(role="leader").get().person
    for name in ("", "problem/", "budget/", "plan/", "remarks/", "contests/"):
        yield measured(name or "project", f"{project.get_absolute_url()}{name}", person)
    yield measured("home", "/", person)


def measured(name: str, address: str, person: Any) -> Page:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"accept-encoding": "gzip", "host": "127.0.0.1"})
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    asked = len(queries)  # the next request forgets them
    start = time.process_time()
    for _turn in range(TURNS):
        client.get(address)
    spent = 1000 * (time.process_time() - start) / TURNS
    return Page(name, spent, asked, len(response.content))


def importing(number: int) -> tuple[float, float]:
    """Seconds of the processor to look through so many territories and to bring them in."""
    from django.core.files.base import ContentFile
    from django.utils import timezone

    from peremena.people.models import Person
    from peremena.places import sheets
    from peremena.places.services import imports

    rows = (f"Тарский район;Территория {one};Село {one};Село {one}" for one in range(number))
    places = [0, 1, 2, 11]
    header = ";".join(sheets.titles()[place] for place in places)
    file = ContentFile("\n".join([header, *rows]).encode(), name="territories.csv")
    staff, now = Person.objects.filter(roles__role="staff").first(), timezone.now()
    assert staff is not None
    begun = time.process_time()
    sent = imports.look_through(file, by=staff, now=now)
    looked = time.process_time()
    imports.confirm(sent, by=staff)
    imports.carry_out(sent, now=now)
    return looked - begun, time.process_time() - looked


def things_to_find(number: int) -> list[str]:
    """Texts of sixty words of real cases, mixed so that no two are alike."""
    import random

    from peremena.desk.search.terms import WORD
    from peremena.projects import cases

    chance = random.Random(7)  # noqa: S311 -- the same texts each time
    words = WORD.findall(" ".join(card.summary.lower() for card in cases.all_cards()))
    common = [*words, "школа", "каток", "мастерская"]
    return [" ".join(chance.choices(common, k=60)) for _text in range(number)]


def put_into_index(texts: list[str]) -> None:
    """As cases, which everybody may see."""
    from peremena.desk.models import SearchRow
    from peremena.desk.search import engine
    from peremena.desk.search.terms import terms

    engine.ensure()
    rows = (
        SearchRow(
            kind="case", key=f"b-{number}", title=text[:60], text=text, stamp="",
            title_terms=terms(text[:60]), terms=terms(text),
        )
        for number, text in enumerate(texts)
    )  # fmt: skip
    SearchRow.objects.bulk_create(rows, batch_size=500)
