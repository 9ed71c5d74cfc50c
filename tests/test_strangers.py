"""Nobody finds anything by guessing: strangers walk every address with every number there is."""

from collections.abc import Iterator
from itertools import product

import pytest
from django.apps import apps
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver, reverse

from tests.access.found import FOUND_IN
from tests.access.test_access import addresses, rows, world  # noqa: F401 -- a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

MOST_NUMBERS, OF_TWO = 20, 5  # of each argument, when an address has one and when it has more
HIDDEN = {
    who: {row.name for row in rows() if row.method == "GET" and row.expected[who] == "404"}
    for who in ("stranger", "foreign")
}


def numbers() -> list[int]:
    """Every primary key of any table of ours: a number is a row's somewhere."""
    ours = (model for model in apps.get_models() if model.__module__.startswith("peremena."))
    keys = {key for model in ours for key in model.objects.values_list("pk", flat=True)}
    return sorted(key for key in keys if isinstance(key, int))


def guesses(name: str, place) -> Iterator[dict[str, object]]:
    """The address with every number in every place where a number stands."""
    pattern = dict(addresses(get_resolver()))[name].pattern
    known = {
        word: FOUND_IN.get(f"{name} {word}", FOUND_IN[word])(place)
        for word in pattern.regex.groupindex
    }
    guessed = [word for word, value in known.items() if isinstance(value, int)]
    found = numbers()
    some = found[: MOST_NUMBERS if len(guessed) < 2 else OF_TWO]
    some = sorted({*some, *(known[word] for word in guessed)})
    for tried in product(some, repeat=len(guessed)):
        yield known | dict(zip(guessed, tried, strict=True))


@pytest.mark.parametrize("who", HIDDEN)
def test_no_number_opens_what_is_not_theirs(who, world):  # noqa: F811
    client = Client()
    client.force_login(world.people[who])

    opened = set()
    for name in sorted(HIDDEN[who]):
        for guess in guesses(name, world):
            cache.clear()
            address = reverse(name, kwargs=guess)
            if client.get(address).status_code == 200:
                opened.add(address)

    own = f"/people/{world.people[who].pk}/"
    assert HIDDEN[who]
    assert {address for address in opened if not address.startswith(own)} == set()
