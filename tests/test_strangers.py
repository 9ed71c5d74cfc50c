"""Nobody finds anything by guessing: strangers walk every address with every number there is."""

from collections.abc import Iterator
from itertools import chain, product

import pytest
from django.apps import apps
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver, reverse

from peremena.projects.models import Project
from tests.access.found import FOUND_IN
from tests.access.test_access import addresses, rows, world  # noqa: F401 -- a fixture
from tests.factories import PersonFactory, example, known, project_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

MOST_NUMBERS, OF_TWO = 20, 5  # of each argument, when an address has one and when it has more
HIDDEN = {
    who: {row.name for row in rows() if row.method == "GET" and row.expected[who] == "404"}
    for who in ("stranger", "foreign")
}
HIDDEN["neighbour"] = HIDDEN["stranger"]


@pytest.fixture(scope="module")
def walkers(world):  # noqa: F811
    """The neighbour learns in the same centre, with a territory and a project of their own."""
    neighbour = known(PersonFactory(), world.project.centre)
    own = project_of(neighbour, brief=example())
    assert own.territory_id != world.project.territory_id
    yield {who: world.people[who] for who in ("stranger", "foreign")} | {"neighbour": neighbour}
    own.delete()


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
    alone = ({word: number} for word in guessed for number in found[:MOST_NUMBERS])
    some = sorted({*found[:OF_TWO], *(known[word] for word in guessed)})
    both = product(some, repeat=len(guessed)) if len(guessed) > 1 else ()
    together = (dict(zip(guessed, tried, strict=True)) for tried in both)
    tried = {tuple((known | changed).items()) for changed in chain(alone, together)}
    yield from (dict(one) for one in sorted(tried, key=str))


@pytest.mark.parametrize("who", HIDDEN)
def test_no_number_opens_what_is_not_theirs(who, world, walkers):  # noqa: F811
    client = Client()
    client.force_login(walkers[who])

    opened = set()
    for name in sorted(HIDDEN[who]):
        for guess in guesses(name, world):
            cache.clear()
            address = reverse(name, kwargs=guess)
            if client.get(address).status_code == 200:
                opened.add(address)

    assert HIDDEN[who]
    assert {one for one in opened if not one.startswith(tuple(own(walkers[who])))} == set()


def own(person) -> Iterator[str]:
    """What begins so is the walker's: their own card, project and territory."""
    yield f"/people/{person.pk}/"
    for project in Project.objects.led_by(person):
        yield f"/projects/{project.pk}/"
        yield f"/journal/project/{project.pk}/"
        yield f"/territories/{project.territory_id}/"
