"""Persons and the roles they hold, each role in a centre."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property

from peremena.kit.choices import choices
from peremena.people import abilities, words
from peremena.people.abilities import Ability

from .centres import Centre, Registration


class AddressField(models.EmailField):
    """An empty address is no address: many people have none, and two cannot share one."""

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(value) or None

    def deconstruct(self) -> Any:
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.EmailField", arguments, options


class PersonQuerySet(models.QuerySet["Person"]):
    def demonstration(self) -> "PersonQuerySet":
        return self.filter(is_demonstration=True, is_active=True)

    def with_email(self, email: str) -> "PersonQuerySet":
        return self.filter(email=email.strip().lower())

    def visible_to(self, person: "Person") -> "PersonQuerySet":
        """Oneself; for those who keep a centre's people, everybody whom that centre knows."""
        known = Q(registrations__centre__in=person.centres_with(Ability.SEE_PEOPLE))
        return self.filter(Q(pk=person.pk) | known, erased_at=None).distinct()

    def in_register_of(self, person: "Person") -> "PersonQuerySet":
        """Whose cards the person may open: those whom a centre knows that lets them see people."""
        return self.known_to(person.centres_with(Ability.SEE_PEOPLE))

    def kept_by(self, person: "Person") -> "PersonQuerySet":
        """Whose cards the person may change."""
        return self.known_to(person.centres_with(Ability.KEEP_PEOPLE))

    def known_to(self, centres: Iterable[int]) -> "PersonQuerySet":
        known = Registration.objects.filter(centre__in=centres)
        return self.filter(pk__in=known.values("person"), erased_at=None)


PersonManager = BaseUserManager.from_queryset(PersonQuerySet)


class Person(AbstractBaseUser):
    """Somebody known by name; most sign in, some are only entered by staff."""

    email = AddressField(unique=True, null=True, blank=True)
    name = models.CharField(max_length=120)
    patronymic = models.CharField(max_length=120, blank=True)
    surname = models.CharField(max_length=120, blank=True)
    about = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=32, blank=True)
    channel = models.CharField(max_length=10, choices=choices(words.CHANNELS), default="mail")
    is_active = models.BooleanField(default=True)
    is_demonstration = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(email=None) | Q(email=Lower("email")),
                name="email_is_lower_case",
            ),
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (self.name, self.surname) if part)

    @property
    def full_name(self) -> str:
        """As in papers: surname, name, patronymic."""
        return " ".join(part for part in (self.surname, self.name, self.patronymic) if part)

    @property
    def name_and_patronymic(self) -> str:
        """As people are addressed politely; the name alone where no patronymic is known."""
        return " ".join(part for part in (self.name, self.patronymic) if part)

    @property
    def reads_mail(self) -> bool:
        """Everybody else is on the staff's call list."""
        return bool(self.email) and self.channel == "mail"

    @property
    def initials(self) -> str:
        return (self.name[:1] + self.surname[:1]).upper()

    def has_usable_password(self) -> bool:
        return bool(self.password) and super().has_usable_password()

    @cached_property
    def held(self) -> tuple[tuple[str, int | None], ...]:
        """Each current role with the centre in which it is held; one query a request."""
        return tuple(self.roles.current().order_by("since").values_list("role", "centre_id"))

    @property
    def current_roles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(role for role, _centre in self.held))

    @property
    def sees_others(self) -> bool:
        """Whether some role opens what belongs to others; a head's by itself does not."""
        return bool(abilities.of_roles(self.current_roles))

    def can(self, ability: Ability) -> bool:
        """In whatever centre; which rows, a queryset says."""
        return ability in abilities.of_roles(self.current_roles)

    def centres_with(self, ability: Ability) -> tuple[int, ...]:
        """Centres in which the person holds this ability."""
        able = (centre for role, centre in self.held if ability in abilities.of_roles([role]))
        return tuple(dict.fromkeys(centre for centre in able if centre is not None))

    @cached_property
    def centres(self) -> tuple[int, ...]:
        """Centres that know the person."""
        return tuple(self.registrations.order_by("since").values_list("centre_id", flat=True))

    @property
    def own_centre(self) -> int | None:
        """Where what the person begins belongs; None when that is not clear."""
        return self.centres[0] if len(self.centres) == 1 else None


class RoleHeldQuerySet(models.QuerySet["RoleHeld"]):
    def current(self) -> "RoleHeldQuerySet":
        return self.filter(until=None)


class RoleHeld(models.Model):
    """A role in a centre, from the day it was given to the day it was taken back.

    Administrators keep the installation, so theirs belongs to no centre.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=16, choices=choices(words.ROLES))
    centre = models.ForeignKey(
        Centre, null=True, blank=True, on_delete=models.PROTECT, related_name="roles"
    )
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = RoleHeldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role", "centre"],
                condition=Q(until=None),
                name="a_role_is_held_once",
            ),
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=Q(until=None, centre=None),
                name="an_administrator_is_one_once",
            ),
            models.CheckConstraint(
                condition=Q(role="administrator", centre=None)
                | ~Q(role="administrator") & Q(centre__isnull=False),
                name="every_role_but_the_administrators_is_held_in_a_centre",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="a_role_ends_after_it_began",
            ),
        ]
