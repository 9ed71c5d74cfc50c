"""What the mail room remembers."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from peremena.kit.choices import choices

from . import rules, words


class LetterQuerySet(models.QuerySet["Letter"]):
    def waiting(self) -> "LetterQuerySet":
        return self.filter(state="waiting")

    def due(self, now: datetime) -> "LetterQuerySet":
        return self.waiting().filter(send_after__lte=now)

    def interrupted(self, now: datetime) -> "LetterQuerySet":
        """Claimed by a process that has died before it could say what became of the letter."""
        return self.filter(state="sending", claimed_at__lte=now - rules.INTERRUPTED)

    def for_staff(self) -> "LetterQuerySet":
        """Letters with codes are nobody's but their reader's."""
        return self.filter(is_secret=False)


class Letter(models.Model):
    """One letter to one reader, by mail or, where nobody reads mail, for the call list.

    `send_after` is the earliest time of the next attempt; `gathered_in` the letter of the day that
    carries this one; `told_by` whoever has rung.
    """

    to = models.EmailField(blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="letters"
    )
    kind = models.CharField(max_length=80)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    is_secret = models.BooleanField(default=False)
    urgency = models.CharField(max_length=8, choices=choices(words.URGENCIES), default="can_wait")
    state = models.CharField(max_length=10, choices=choices(words.STATES), default="waiting")
    created_at = models.DateTimeField(default=timezone.now)
    send_after = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=300, blank=True)
    gathered_in = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="gathered"
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(failure=""), name="a_sent_letter_has_not_failed"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["sent", "gathered", "told"], sent_at__isnull=False)
                | ~Q(state__in=["sent", "gathered", "told"]) & Q(sent_at=None),
                name="what_has_gone_has_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(to="") | Q(state__in=["to_tell", "told", "cancelled", "unwanted"]),
                name="what_goes_by_mail_has_an_address",
            ),
        ]
        indexes = [
            models.Index(fields=["send_after"], name="letters_due", condition=Q(state="waiting")),
            models.Index(fields=["state", "-created_at"], name="letters_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} → {self.to or self.person_id}"

    def why_not(self, deed: rules.Deed) -> rules.Refusal | None:
        return rules.why_not(deed, rules.State(self.state))


HOURS = [(hour, f"{hour}:00") for hour in range(24)]


class Wishes(models.Model):
    """How often somebody wants letters, and when not; who has said nothing has the defaults."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="letter_wishes"
    )
    wish = models.CharField(max_length=8, choices=choices(words.WISHES), default="daily")
    quiet_from = models.PositiveSmallIntegerField(choices=HOURS, default=21)
    quiet_to = models.PositiveSmallIntegerField(choices=HOURS, default=8)
    zone = models.CharField(max_length=40, choices=choices(words.ZONES), default="Asia/Omsk")
    unsubscribed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "wishes"
        constraints = [
            models.CheckConstraint(
                condition=Q(quiet_from__lt=24, quiet_to__lt=24), name="quiet_hours_are_hours"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.wish}"

    @property
    def quiet(self) -> rules.Quiet:
        return rules.Quiet(self.quiet_from, self.quiet_to, self.zone)

    @property
    def effective(self) -> rules.Wish:
        """Whoever has unsubscribed wants none, whatever was chosen before."""
        return rules.Wish.NONE if self.unsubscribed_at else rules.Wish(self.wish)
