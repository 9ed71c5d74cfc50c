"""Nobody finds anything by guessing: strangers try every address with every row there is.

Views are asked by themselves, without what dresses their answers: whole answers are compared in
tests/access. Whatever is not a plain "there is no such thing" tells a stranger something.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest
from django.apps import apps
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.cache import SessionStore
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.http import Http404
from django.test import RequestFactory
from django.urls import URLPattern, get_resolver
from django_htmx.middleware import HtmxDetails

from peremena.cohorts.models import Cohort
from peremena.cohorts.services import enrol
from peremena.contests.services import freeze
from peremena.kit.refusals import Refused
from peremena.lessons.models import Lesson, Session, Survey, Task
from peremena.lessons.services import homework
from peremena.people.models import Centre, Person, RoleHeld
from peremena.places.models import Territory
from tests.access.found import found
from tests.access.test_access import Row, addresses, rows, sent, world  # noqa: F401 -- a fixture
from tests.access.world import CONTEST, World, built_on, keep_milestone, keep_passport
from tests.factories import NOON, PersonFactory, example, known, project_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

HIDDEN = [row for row in rows() if row.expected["stranger"] == "404"]
OF_STAFF = [row for row in rows() if row.expected["foreign"] == "404"]

# Where territories are common ground for all centres, and lessons for all of a cohort.
COMMON = {"places:give_post", "places:begin_care", "places:end_care"} | {
    f"lessons:{name}"
    for name in (
        "lesson",
        "lessons",
        "pack",
        "session",
        "survey",
        "task",
        "timetable",
        "hand_in",
        "attended",
    )
}  # fmt: skip
COMMON_KINDS = (Territory, Cohort, Lesson, Session, Survey, Task)

Keys = dict[type[Model], set[object]]


@dataclass(frozen=True)
class Way:
    """An address with what stands in it in this world, and what a POST sends there."""

    row: Row
    pattern: URLPattern
    known: dict[str, object]
    sends: dict[str, str]


@dataclass(frozen=True)
class Walk:
    """Who walks, where nothing should be, and the rows that are their own."""

    who: Person
    ways: list[Way]
    own: Keys


@pytest.fixture
def walks(world) -> dict[str, Walk]:  # noqa: F811
    """The neighbour comes last: what is in the tables by then and was not before is theirs."""
    hidden, of_staff = ways(HIDDEN, world), ways(OF_STAFF, world)
    stranger, foreign = world.people["stranger"], world.people["foreign"]
    before = keys()
    neighbour = neighbour_in(world)
    own = {kind: found - before[kind] for kind, found in keys().items()}
    return {
        "stranger": Walk(stranger, hidden, themselves(stranger)),
        "foreign": Walk(foreign, of_staff, themselves(foreign)),
        "neighbour": Walk(neighbour, hidden, own),
    }


def ways(of: list[Row], place: World) -> list[Way]:
    patterns = dict(addresses(get_resolver()))
    words = {name: pattern.pattern.regex.groupindex for name, pattern in patterns.items()}
    return [
        Way(
            row,
            patterns[row.name],
            {word: found(row.name, word, place) for word in words[row.name]},
            sent(row.name, place),
        )
        for row in of
    ]


def themselves(person: Person) -> Keys:
    held = person.roles.all()
    return {
        Person: {person.pk},
        RoleHeld: {role.pk for role in held},
        Centre: {role.centre_id for role in held},
    }


def keys() -> Keys:
    """Of every row of ours."""
    ours = (kind for kind in apps.get_models() if kind.__module__.startswith("peremena."))
    return defaultdict(set, {k: set(k._default_manager.values_list("pk", flat=True)) for k in ours})


def neighbour_in(place: World) -> Person:
    """Learns in the same cohort; leads a project in a territory of their own, with all it has."""
    person = known(PersonFactory(), place.project.centre)
    project = project_of(person, brief=example())
    keep_passport(project, person)
    keep_milestone(project, person)
    built_on(project, person, token="n" * 32)
    freeze(project, CONTEST, by=person, now=NOON)
    ground = {"territory": project.territory, "project": project}
    cohort, staff = place.enrolment.cohort, place.people["staff"]
    enrolment = enrol(cohort, person=person, **ground, by=staff, now=NOON)
    homework.hand_in(place.lesson.tasks.get(), enrolment, by=person, now=NOON)
    return person


def guesses(way: Way, there: Keys) -> Iterator[dict[str, object]]:
    """The address with every row of the kind in every place where one stands."""
    tried = [
        sorted(there[type(value)], key=str) if isinstance(value, Model) else [value]
        for value in way.known.values()
    ]
    for values in product(*tried):
        yield dict(zip(way.known, values, strict=True))


def opens(way: Way, guess: dict[str, object], who: Person) -> bool:
    """Whether the answer is anything but "there is no such thing". What it changed is undone."""
    cache.clear()
    request = getattr(RequestFactory(), way.row.method.lower())("/", way.sends)
    request.user, request.session = who, SessionStore()
    request.htmx, request._messages = HtmxDetails(request), CookieStorage(request)
    with transaction.atomic():
        try:
            return way.pattern.callback(request, **guess).status_code != 404
        except Http404:
            return False
        except (PermissionDenied, Refused):
            return True
        finally:
            transaction.set_rollback(True)


def theirs(way: Way, guess: dict[str, object], own: Keys) -> bool:
    """Whether every row in the address is; a common one may be anybody's."""
    common = COMMON_KINDS if way.row.name in COMMON else ()
    return all(
        isinstance(value, common) or guess[word] in own.get(type(value), ())
        for word, value in way.known.items()
        if isinstance(value, Model)
    )


@pytest.mark.parametrize("name", ["stranger", "foreign", "neighbour"])
def test_no_row_opens_to_who_may_not_have_it(name, walks):
    walk, there = walks[name], keys()

    opened = {
        f"{way.row.method} {way.row.name} {guess}"
        for way in walk.ways
        for guess in guesses(way, there)
        if not theirs(way, guess, walk.own) and opens(way, guess, walk.who)
    }

    assert walk.ways
    assert opened == set()


def test_a_number_in_an_address_is_a_row_whose_kind_is_known(world):  # noqa: F811
    """Else its neighbours would not be tried. A step of a questionnaire is no row."""
    numbers = {
        f"{way.row.name} {word}"
        for way in ways(rows(), world)
        for word, value in way.known.items()
        if isinstance(value, int)
    }

    assert numbers == {"places:question step"}
