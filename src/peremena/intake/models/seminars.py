"""What participants of a seminar say about it, without their names."""

from django.db import models

from .calls import Call


class Impression(models.Model):
    """One minute after the seminar. Nothing here leads to whoever wrote it.

    `key`: made by the page, so that a second send of the same answers changes nothing; `on`: only
    the day, because a minute would tell who was standing at the door.
    """

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="impressions")
    key = models.CharField(max_length=40)
    on = models.DateField()
    useful = models.PositiveSmallIntegerField()
    clear = models.PositiveSmallIntegerField()
    will_go_on = models.BooleanField(null=True, blank=True)
    text = models.TextField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["call", "key"], name="one_impression_a_send"),
            models.CheckConstraint(
                condition=models.Q(useful__range=(1, 5), clear__range=(1, 5)),
                name="an_impression_is_of_one_to_five",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.call}, {self.on}"
