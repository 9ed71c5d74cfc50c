"""Nobody guesses the six digits of somebody else's invitation."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as product
from django.core.management import call_command

from peremena.kit.refusals import Refused
from peremena.projects import attempts
from tests.factories import NOON, PersonFactory

pytestmark = pytest.mark.django_db
THE_CACHE_OF_THE_PRODUCT = product.CACHES


@pytest.fixture(autouse=True)
def cache_in_the_database(settings):
    settings.CACHES = THE_CACHE_OF_THE_PRODUCT
    call_command("createcachetable", verbosity=0)


def spend_all(person):
    for _try in range(attempts.TRIES):
        attempts.spend(person)


@pytest.mark.parametrize("minutes", [0, 6, 59])
def test_after_ten_tries_there_is_none_for_an_hour(minutes):
    person = PersonFactory()
    with time_machine.travel(NOON, tick=False):
        spend_all(person)

    later = NOON + timedelta(minutes=minutes)
    with time_machine.travel(later, tick=False), pytest.raises(Refused):
        attempts.spend(person)


def test_an_hour_later_one_may_try_again():
    person = PersonFactory()
    with time_machine.travel(NOON, tick=False):
        spend_all(person)

    with time_machine.travel(NOON + timedelta(minutes=61), tick=False):
        spend_all(person)


def test_others_keep_their_tries():
    spend_all(PersonFactory())

    spend_all(PersonFactory())
