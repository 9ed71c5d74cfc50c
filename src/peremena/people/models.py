"""What the people room remembers: persons and the roles they hold."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property

from peremena.kit.choices import choices

from . import abilities, words
from .abilities import Ability


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


PersonManager = BaseUserManager.from_queryset(PersonQuerySet)


class Person(AbstractBaseUser):
    """Somebody known by name; most sign in, some are only entered by staff."""

    email = AddressField(unique=True, null=True, blank=True)
    name = models.CharField(max_length=120)
    patronymic = models.CharField(max_length=120, blank=True)
    surname = models.CharField(max_length=120, blank=True)
    about = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    is_demonstration = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)

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
    def initials(self) -> str:
        return (self.name[:1] + self.surname[:1]).upper()

    def has_usable_password(self) -> bool:
        return bool(self.password) and super().has_usable_password()

    @cached_property
    def current_roles(self) -> tuple[str, ...]:
        return tuple(self.roles.current().order_by("since").values_list("role", flat=True))

    def can(self, ability: Ability) -> bool:
        return ability in abilities.of_roles(self.current_roles)


class RoleHeldQuerySet(models.QuerySet["RoleHeld"]):
    def current(self) -> "RoleHeldQuerySet":
        return self.filter(until=None)


class RoleHeld(models.Model):
    """A role from the day it was given to the day it was taken back."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=16, choices=choices(words.ROLES))
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = RoleHeldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role"], condition=Q(until=None), name="a_role_is_held_once"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="a_role_ends_after_it_began",
            ),
        ]
