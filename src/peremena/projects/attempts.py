"""How often somebody may try six digits: a guesser must not get through a million of them."""

from django.core.cache import cache
from django.db import transaction
from django.utils.translation import gettext as _

from peremena.kit.refusals import Refused
from peremena.people.models import Person

TRIES, SECONDS = 10, 60 * 60


@transaction.atomic
def spend(person: Person) -> None:
    """One try of ten; they are given back an hour after the last of them. Raises `Refused`."""
    # Tries sent at one moment wait for one another here; the cache itself cannot count.
    Person.objects.select_for_update().get(pk=person.pk)
    key = f"projects.code-tries.{person.pk}"
    spent = cache.get(key, 0)
    if spent >= TRIES:
        raise Refused(_("Too many wrong codes. Try again in an hour, or ask for the link."))
    cache.set(key, spent + 1, SECONDS)
