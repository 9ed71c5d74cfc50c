"""The cards themselves when two become one: chosen parts change places, the second is closed.

What was not chosen stays on the closed card, so nothing of it is lost and erasure finds it there.
"""

from collections.abc import Collection

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from peremena.people.models import Merge, Person
from peremena.people.rules import Part

FIELDS = {
    Part.NAME: ("surname", "name", "patronymic"),
    Part.PHONE: ("phone",),
    Part.ABOUT: ("about",),
    Part.CHANNEL: ("channel",),
    Part.SIGN_IN: ("password", "last_login"),
}


def join(merge: Merge) -> None:
    latest = max(filter(None, [merge.kept.last_login, merge.gone.last_login]), default=None)
    exchange(merge.kept, merge.gone, merge.taken)
    merge.kept.last_login = latest
    merge.kept.save(update_fields=["last_login"])
    merge.gone.is_active = False
    merge.gone.save(update_fields=["is_active"])
    merge.gone.paper_codes.filter(used_at=None, withdrawn_at=None).delete()
    sign_out(merge.gone)


def part(merge: Merge) -> None:
    exchange(merge.kept, merge.gone, merge.taken)
    merge.gone.is_active = True
    merge.gone.save(update_fields=["is_active"])


def exchange(one: Person, other: Person, parts: Collection[str]) -> None:
    """The named parts change places; done twice, everything is as it was."""
    for chosen in parts:
        for field in FIELDS[Part(chosen)]:
            mine, theirs = getattr(one, field), getattr(other, field)
            setattr(one, field, theirs)
            setattr(other, field, mine)
    if Part.SIGN_IN in parts:
        exchange_addresses(one, other)
    one.save()
    other.save()


def exchange_addresses(one: Person, other: Person) -> None:
    mine, theirs = one.email, other.email
    Person.objects.filter(pk__in=[one.pk, other.pk]).update(email=None)
    one.email, other.email = theirs, mine
    every = EmailAddress.objects.filter(user__in=[one, other])
    every.filter(verified=False).delete()
    every.update(primary=False)
    keys = {person: addresses(person) for person in (one, other)}
    EmailAddress.objects.filter(pk__in=keys[one]).update(user=other)
    EmailAddress.objects.filter(pk__in=keys[other]).update(user=one)
    for person in (one, other):
        EmailAddress.objects.filter(user=person, email=person.email or "").update(primary=True)
    sign_out(one)


def addresses(person: Person) -> Collection[int]:
    return list(EmailAddress.objects.filter(user=person).values_list("pk", flat=True))


def sign_out(person: Person) -> None:
    keys = UserSession.objects.filter(user=person).values_list("session_key", flat=True)
    Session.objects.filter(session_key__in=list(keys)).delete()
    UserSession.objects.filter(user=person).delete()
