"""What the people room remembers."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str | None, password: str | None = None, **rest: object) -> "Person":
        """A person may have no e-mail at all; then the address is None, never an empty string."""
        person = self.model(email=self.normalize_email(email) or None if email else None, **rest)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody known by name; most sign in, some are only entered by staff."""

    email = models.EmailField(unique=True, null=True, blank=True)
    name = models.CharField(max_length=120)
    patronymic = models.CharField(max_length=120, blank=True)
    surname = models.CharField(max_length=120, blank=True)
    about = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return " ".join(part for part in (self.name, self.surname) if part)
