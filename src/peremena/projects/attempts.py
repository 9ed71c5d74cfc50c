"""How often somebody may try six digits: a guesser must not get through a million of them."""

from django.core.cache import cache
from django.utils.translation import gettext as _

from peremena.kit.refusals import Refused
from peremena.people.models import Person

TRIES, SECONDS = 10, 60 * 60


def spend(person: Person) -> None:
    """One try of the ten that a person has in an hour. Raises `Refused`."""
    key = f"projects.code-tries.{person.pk}"
    cache.add(key, 0, SECONDS)
    if cache.incr(key) > TRIES:
        raise Refused(_("Too many wrong codes. Try again in an hour, or ask for the link."))
