"""Centres that share an installation, and whom each of them knows."""

from django.conf import settings
from django.db import models


class CentreQuerySet(models.QuerySet["Centre"]):
    def sole(self) -> "Centre | None":
        """The only centre of the installation; None when there are several or none."""
        first, *others = [*self.order_by("pk")[:2], None]
        return None if others and others[0] else first


class Centre(models.Model):
    """Whoever runs schools here, such as ЦИСС. Its staff see no people of another centre."""

    name = models.CharField(max_length=200, unique=True)
    short = models.CharField(max_length=60)
    is_demonstration = models.BooleanField(default=False)

    objects = CentreQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="a_centre_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.short


class Registration(models.Model):
    """A centre knows a person: the row by which its staff may see them."""

    centre = models.ForeignKey(Centre, on_delete=models.PROTECT, related_name="registrations")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="registrations"
    )
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["centre", "person"], name="registered_once_in_a_centre"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.centre}: {self.person}"
