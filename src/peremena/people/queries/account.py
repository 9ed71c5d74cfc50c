"""What the pages about a person's account need."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils.functional import Promise

from peremena.people import abilities, words
from peremena.people.abilities import Role
from peremena.people.models import Person


@dataclass(frozen=True)
class RoleShown:
    name: str | Promise
    sentence: str | Promise
    abilities: tuple[str | Promise, ...]


@dataclass(frozen=True)
class Account:
    has_password: bool
    keys: int
    has_spare_codes: bool
    devices: int
    roles: tuple[RoleShown, ...]


def account(person: Person) -> Account:
    kinds = list(Authenticator.objects.filter(user=person).values_list("type", flat=True))
    return Account(
        has_password=person.has_usable_password(),
        keys=kinds.count(Authenticator.Type.WEBAUTHN),
        has_spare_codes=person.sees_others and Authenticator.Type.RECOVERY_CODES in kinds,
        devices=UserSession.objects.filter(user=person).count(),
        roles=tuple(role_shown(Role(role)) for role in person.current_roles),
    )


def role_shown(role: Role) -> RoleShown:
    sentences = abilities.ABILITIES
    return RoleShown(
        name=words.ROLES[role],
        sentence=abilities.ROLES[role],
        abilities=tuple(sentences[one] for one in sentences if one in abilities.OF_ROLE[role]),
    )
