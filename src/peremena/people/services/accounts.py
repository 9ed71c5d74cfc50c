"""Accounts, centres and roles."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people import phones
from peremena.people.abilities import Role
from peremena.people.models import Centre, Person, Registration, RoleHeld


@transaction.atomic
def add_centre(name: str, short: str, *, by: Person | None = None) -> Centre:
    if Centre.objects.filter(Q(name=name) | Q(short=short)).exists():
        raise Refused(_("There is a centre of this name already."))
    centre = Centre.objects.create(name=name, short=short)
    record(by, "people.centre.added", centre)
    return centre


def centre_meant() -> Centre:
    """The only centre there is, made when there is none. Refuses when there are several."""
    if not Centre.objects.exists():
        return add_centre(settings.CENTRE_NAME, settings.CENTRE_NAME)
    if centre := Centre.objects.sole():
        return centre
    raise Refused(_("There are several centres here: say which one."))


@transaction.atomic
def register(person: Person, centre: Centre, *, now: datetime, by: Person | None = None) -> None:
    """From now on the centre knows the person; harmless when it does already."""
    _row, is_new = Registration.objects.get_or_create(
        person=person, centre=centre, defaults={"since": now}
    )
    if is_new:
        record(by, "people.person.registered", person, centre=centre.pk)
        person.__dict__.pop("centres", None)


@transaction.atomic
def add_person(
    *,
    name: str,
    email: str = "",
    phone: str = "",
    centre: Centre | None = None,
    by: Person | None = None,
    **card: str,
) -> Person:
    """Somebody else vouches for the address, so it needs no confirmation.

    `card`: surname, patronymic, channel, about. Without a centre the only one of the installation
    knows the person, and none of several.
    """
    address = email.strip().lower()
    if address and Person.objects.with_email(address).exists():
        raise Refused(_("Somebody with this e-mail is already here."))
    person = Person.objects.create(
        name=name, email=address or None, phone=phones.clean(phone), **card
    )
    if address:
        EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
    record(by, "people.person.added", person)
    if known_to := centre or Centre.objects.sole():
        register(person, known_to, now=person.joined_at, by=by)
    return person


@transaction.atomic
def give_role(
    person: Person,
    role: Role,
    *,
    centre: Centre | None = None,
    now: datetime,
    by: Person | None = None,
) -> None:
    """Harmless when the role is held already. An administrator's is held in no centre."""
    place = None if role is Role.ADMINISTRATOR else centre or centre_meant()
    _held, is_new = RoleHeld.objects.current().get_or_create(
        person=person, role=role, centre=place, defaults={"since": now}
    )
    if is_new:
        record(by, "people.role.given", person, role=role, centre=place and place.pk)
        person.__dict__.pop("held", None)
    if place:
        register(person, place, now=now, by=by)


@transaction.atomic
def take_role(
    person: Person,
    role: Role,
    *,
    centre: Centre | None = None,
    now: datetime,
    by: Person | None = None,
) -> None:
    """Harmless when the role is not held; in every centre when none is named."""
    held = person.roles.current().filter(role=role)
    held = held.filter(centre=centre) if centre else held
    if held.update(until=now):
        record(by, "people.role.taken", person, role=role, centre=centre and centre.pk)
        person.__dict__.pop("held", None)


@transaction.atomic
def rename(person: Person, *, name: str, patronymic: str, surname: str, by: Person) -> None:
    person.name, person.patronymic, person.surname = name, patronymic, surname
    person.save(update_fields=["name", "patronymic", "surname"])
    record(by, "people.person.renamed", person)


@transaction.atomic
def set_password(person: Person, password: str, *, by: Person | None = None) -> None:
    """Signs the person out everywhere."""
    person.set_password(password)
    person.save(update_fields=["password"])
    record(by, "people.password.set", person)


@transaction.atomic
def forget_ended_devices(person: Person, *, now: datetime) -> None:
    """Those whose session has run out or was begun with an earlier password. No journal."""
    listed = UserSession.objects.filter(user=person)
    sessions = Session.objects.filter(
        session_key__in=listed.values("session_key"), expire_date__gt=now
    )
    mark = person.get_session_auth_hash()
    lasting = [one.pk for one in sessions if one.get_decoded().get(HASH_SESSION_KEY) == mark]
    listed.exclude(session_key__in=lasting).delete()
