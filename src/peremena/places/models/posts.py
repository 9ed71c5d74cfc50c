"""Who heads a territory and who keeps its passport, from a day until another."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from peremena.people.models import Organisation, Person

from .territories import Territory


class PostQuerySet(models.QuerySet["Post"]):
    def current(self) -> "PostQuerySet":
        return self.filter(until=None)

    def of(self, person: Person) -> "PostQuerySet":
        """Of now and of before, those of now first."""
        rows = self.filter(person=person).select_related("territory__district", "organisation")
        return rows.order_by(F("until").desc(nulls_first=True), "-pk")


class Post(models.Model):
    """A person's office in a territory. `title` is a label: the reform moved the heads."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="posts"
    )
    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="posts")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="posts"
    )
    title = models.CharField(max_length=160)
    is_head = models.BooleanField(default=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["territory"],
                condition=Q(until=None, is_head=True),
                name="one_head_of_a_territory_now",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
                name="a_post_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.territory}"


class KeeperQuerySet(models.QuerySet["Keeper"]):
    def current(self) -> "KeeperQuerySet":
        return self.filter(until=None)


class Keeper(models.Model):
    """Somebody who writes in the passport beside the head: a librarian, a member of the team."""

    territory = models.ForeignKey(Territory, on_delete=models.CASCADE, related_name="keepers")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="keeps"
    )
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = KeeperQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["territory", "person"],
                condition=Q(until=None),
                name="a_keeper_keeps_a_passport_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.territory}"
