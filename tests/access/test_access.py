"""Who gets what at every address of the school. An address without a row fails.

A new address: a row in table.txt for each method that matters, and in SENT what a POST sends. A new
kind of argument: a line in FOUND_IN that finds it in the world of the test.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache as remembered
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from peremena.config import urls
from peremena.people.models import Person
from peremena.projects.models import Project

from .found import SENT, found, in_address
from .world import World, made

pytestmark = pytest.mark.django_db
FILES = "django.core.files.storage.FileSystemStorage"


@dataclass(frozen=True)
class Row:
    method: str
    name: str
    expected: dict[str, str]


def rows() -> list[Row]:
    table = Path(__file__).with_name("table.txt").read_text(encoding="utf-8").splitlines()
    who, *lines = [line.split() for line in table if line and not line.startswith("#")]
    return [Row(method, name, dict(zip(who, cells, strict=True))) for method, name, *cells in lines]


def addresses(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", entry
        else:
            yield from addresses(entry, f"{space}{entry.namespace}:" if entry.namespace else space)


@remembered
def known_addresses() -> dict[str, URLPattern]:
    return dict(addresses(get_resolver()))


def test_every_address_has_a_row_and_every_row_an_address():
    assert {row.name for row in rows()} == set(known_addresses())


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.method} {row.name}")
def test_access(row, world, clients):
    assert {who: answer(row, who, client, world) for who, client in clients.items()} == row.expected


@pytest.fixture(scope="module")
def clients(world):
    """Signed in once: signing in ten people for each address took as long as the answers."""
    return {who: signed_in(person) for who, person in world.people.items()}


@pytest.fixture(autouse=True)
def plain_refusals(monkeypatch):
    """Their pages are read elsewhere; here half of all answers are such."""
    monkeypatch.setattr(
        urls, "handler403", lambda *_, **_kw: HttpResponse(status=403), raising=False
    )
    monkeypatch.setattr(
        urls, "handler404", lambda *_, **_kw: HttpResponse(status=404), raising=False
    )


def signed_in(person: Person | None) -> Client:
    client = Client()
    if person:
        client.force_login(person)
    return client


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """Made once: what a request changes in it is undone after each answer."""
    files = files_in(tmp_path_factory.mktemp("world"))
    with files, django_db_blocker.unblock(), transaction.atomic():
        yield made()
        transaction.set_rollback(True)


def files_in(folder: Path) -> override_settings:
    """For longer than one test, whose own folder is another each time."""
    store = {"BACKEND": FILES, "OPTIONS": {"location": folder}}
    return override_settings(STORAGES=settings.STORAGES | {"default": store})


def answer(row: Row, who: str, client: Client, world: World) -> str:
    """What this person gets; whatever the request has changed is undone."""
    cache.clear()
    address = reverse(row.name, kwargs=arguments(row.name, world))
    cookies = copy(client.cookies)
    with transaction.atomic():
        Project.objects.update(is_shown_to_experts=who == "adviser")
        send = client.post if row.method == "POST" else client.get
        response = send(address, sent(row.name, world))
        transaction.set_rollback(True)
    client.cookies = cookies
    led_to_sign_in = response.status_code == 302 and response.url.startswith("/sign-in/")
    return "in" if led_to_sign_in else str(response.status_code)


def sent(name: str, world: World) -> dict[str, str]:
    """With the numbers of this world where braces stand."""
    return {key: text.format(world=world) for key, text in SENT.get(name, {}).items()}


def arguments(name: str, world: World) -> dict[str, Any]:
    pattern = known_addresses()[name].pattern
    return {
        argument: in_address(found(name, argument, world)) for argument in pattern.regex.groupindex
    }
