"""What is done with accounts and roles: each function is one deed in one transaction."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.translation import gettext as _

from peremena.journal.services import record
from peremena.kit.refusals import Refused

from .abilities import Role
from .models import Person, RoleHeld


@transaction.atomic
def add_person(
    *, name: str, surname: str = "", patronymic: str = "", email: str = "", by: Person | None = None
) -> Person:
    """Somebody else vouches for the address, so it needs no confirmation."""
    address = email.strip().lower()
    if address and Person.objects.with_email(address).exists():
        raise Refused(_("Somebody with this e-mail is already here."))
    person = Person.objects.create(
        name=name, surname=surname, patronymic=patronymic, email=address or None
    )
    if address:
        EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
    record(by, "people.person.added", person)
    return person


@transaction.atomic
def give_role(person: Person, role: Role, *, now: datetime, by: Person | None = None) -> None:
    """Harmless when the role is held already."""
    _held, is_new = RoleHeld.objects.current().get_or_create(
        person=person, role=role, defaults={"since": now}
    )
    if is_new:
        record(by, "people.role.given", person, role=role)


@transaction.atomic
def take_role(person: Person, role: Role, *, now: datetime, by: Person | None = None) -> None:
    """Harmless when the role is not held."""
    if person.roles.current().filter(role=role).update(until=now):
        record(by, "people.role.taken", person, role=role)


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
