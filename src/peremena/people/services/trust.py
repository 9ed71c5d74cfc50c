"""A person names somebody who enters for them, and takes that back."""

from datetime import datetime

from django.db import transaction

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people import words
from peremena.people.models import Person, Trust
from peremena.people.rules import RegisterRefusal


@transaction.atomic
def trust(person: Person, helper: Person, *, now: datetime) -> Trust:
    """From now on the helper writes for the person; harmless when that is so already."""
    if person == helper:
        raise Refused(words.REGISTER_REFUSALS[RegisterRefusal.OWN_HELPER])
    given, is_new = Trust.objects.current().get_or_create(
        person=person, helper=helper, until=None, defaults={"since": now}
    )
    if is_new:
        record(person, "people.helper.named", given, helper=helper.pk)
    return given


@transaction.atomic
def take_back(given: Trust, *, by: Person, now: datetime) -> None:
    """By either of the two; harmless the second time."""
    given.refresh_from_db(from_queryset=Trust.objects.select_for_update())
    if given.until is None:
        given.until = now
        given.save(update_fields=["until"])
        record(by, "people.helper.taken-back", given, helper=given.helper_id)
