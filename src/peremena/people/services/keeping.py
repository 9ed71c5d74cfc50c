"""What staff do in the register of their centre: people, roles, organisations."""

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people import phones, queries, rules, words
from peremena.people.abilities import Ability, Role
from peremena.people.models import Centre, Organisation, Person, RoleHeld
from peremena.people.rules import RegisterRefusal

from . import accounts

CARD = ("name", "patronymic", "surname", "phone", "channel", "about")


@transaction.atomic
def enter(*, centre: Centre, by: Person, **card: str) -> Person:
    """Somebody new in the register of the centre; `card`: the fields of a person."""
    demand_keeper(centre, by)
    if Person.objects.with_email(card.get("email", "") or "—").exists():
        raise Refused(words.REGISTER_REFUSALS[RegisterRefusal.ADDRESS_TAKEN])
    return accounts.add_person(**card, centre=centre, by=by)


@transaction.atomic
def change_card(person: Person, *, by: Person, email: str, **card: str) -> None:
    """What staff know of somebody; the e-mail only as long as nobody signs in with it."""
    person.refresh_from_db(from_queryset=Person.objects.select_for_update())
    for field in CARD:
        setattr(person, field, card[field])
    person.phone = phones.clean(person.phone)
    person.save(update_fields=list(CARD))
    record(by, "people.person.changed", person)
    if email.strip().lower() != (person.email or ""):
        set_address(person, email, by=by)


def set_address(person: Person, email: str, *, by: Person) -> None:
    if refusal := why_not_set_address(person, by):
        raise Refused(words.REGISTER_REFUSALS[refusal])
    address = email.strip().lower()
    if address and Person.objects.with_email(address).exclude(pk=person.pk).exists():
        raise Refused(words.REGISTER_REFUSALS[RegisterRefusal.ADDRESS_TAKEN])
    person.email = address or None
    person.save(update_fields=["email"])
    EmailAddress.objects.filter(user=person).delete()
    if address:
        EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
    record(by, "people.person.address-set", person)


def why_not_set_address(person: Person, by: Person) -> RegisterRefusal | None:
    kept = by.centres_with(Ability.KEEP_PEOPLE)
    return rules.why_not_set_address(
        has_signed_in=person.last_login is not None,
        keeps_people=queries.keeps_people(person),
        is_known_elsewhere=not set(person.centres) <= set(kept),
    )


@transaction.atomic
def give(person: Person, role: Role, *, centre: Centre, by: Person, now: datetime) -> None:
    """A role on the page: staff give all but their own, an administrator gives that too."""
    demand_giver(role, centre, by)
    accounts.give_role(person, role, centre=centre, by=by, now=now)


@transaction.atomic
def take(held: RoleHeld, *, by: Person, now: datetime) -> None:
    demand_giver(Role(held.role), held.centre, by)
    accounts.take_role(held.person, Role(held.role), centre=held.centre, by=by, now=now)


def demand_giver(role: Role, centre: Centre | None, by: Person) -> None:
    refusal = rules.why_not_give(
        is_for_administrators=role in queries.OF_ADMINISTRATORS,
        gives_all=by.can(Ability.GIVE_ROLES),
        keeps_centre=centre is not None and centre.pk in by.centres_with(Ability.KEEP_PEOPLE),
    )
    if refusal:
        raise Refused(words.REGISTER_REFUSALS[refusal])


@transaction.atomic
def add_organisation(*, centre: Centre, by: Person, **card: Any) -> Organisation:
    """`card`: the fields of an organisation; its numbers without spaces."""
    demand_keeper(centre, by)
    demand_free_ogrn(card["ogrn"], centre)
    demand_free_name(card["name"], card["ogrn"], centre)
    organisation = Organisation.objects.create(
        centre=centre, is_demonstration=by.is_demonstration, **card
    )
    record(by, "people.organisation.added", organisation)
    return organisation


@transaction.atomic
def change_organisation(organisation: Organisation, *, by: Person, **card: Any) -> None:
    demand_keeper(organisation.centre, by)
    demand_free_ogrn(card["ogrn"], organisation.centre, except_for=organisation)
    for field, value in card.items():
        setattr(organisation, field, value)
    organisation.save(update_fields=list(card))
    record(by, "people.organisation.changed", organisation)


def demand_keeper(centre: Centre, person: Person) -> None:
    if centre.pk not in person.centres_with(Ability.KEEP_PEOPLE):
        raise Refused(words.REGISTER_REFUSALS[RegisterRefusal.NOT_OF_YOUR_CENTRE])


def demand_free_name(name: str, ogrn: str, centre: Centre) -> None:
    """Namesakes are told apart by their numbers."""
    if not ogrn and Organisation.objects.filter(centre=centre, name=name).exists():
        raise Refused(words.REGISTER_REFUSALS[RegisterRefusal.NAME_TAKEN])


def demand_free_ogrn(ogrn: str, centre: Centre, *, except_for: Organisation | None = None) -> None:
    same = Organisation.objects.filter(centre=centre, ogrn=ogrn).exclude(ogrn="")
    if except_for:
        same = same.exclude(pk=except_for.pk)
    if same.exists():
        raise Refused(words.REGISTER_REFUSALS[RegisterRefusal.OGRN_TAKEN])
