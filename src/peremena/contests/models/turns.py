"""What happens to an application after it has been frozen: turns, and what they come to."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from peremena.contests import words
from peremena.contests.rules import Kind, State
from peremena.kit.choices import choices
from peremena.people.models import Person

from .applications import Application


class TurnQuerySet(models.QuerySet["Turn"]):
    def visible_to(self, person: Person) -> "TurnQuerySet":
        applications = Application.objects.visible_to(person).values("pk")
        return self.filter(application__in=applications).select_related("application__project")

    def corrected_by(self, person: Person) -> "TurnQuerySet":
        """Those that the person may write anew. Money is corrected where it is counted."""
        mine = Q(application__in=Application.objects.run_by(person).values("pk"))
        led = Application.objects.led_by(person).values("pk")
        own = Q(application__in=led, kind=Kind.SUBMITTED, entered_by=person)
        found = self.current().exclude(kind__in=[Kind.WON, Kind.PAID]).filter(mine | own)
        return found.select_related("application__project")

    def current(self) -> "TurnQuerySet":
        return self.filter(closed_at=None)

    def in_order(self) -> "TurnQuerySet":
        return self.order_by("on", "pk")


class Turn(models.Model):
    """One step, as somebody entered it. It never changes: a correction closes it.

    `on`: the day of it; `at`: the moment, for a submission; `zone`: whose clock the moment was
    read from. `number`, `dated`: of the application at the contest, of the order, of the contract.
    `marks`: by the code of a criterion, as written; "total" for their sum.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="turns")
    kind = models.CharField(max_length=10, choices=choices(words.KINDS_OF_TURN))
    on = models.DateField()
    at = models.DateTimeField(null=True, blank=True)
    zone = models.CharField(max_length=40, blank=True)
    number = models.CharField(max_length=120, blank=True)
    dated = models.DateField(null=True, blank=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    reason = models.TextField(max_length=4000, blank=True)
    link = models.URLField(max_length=500, blank=True)
    marks = models.JSONField(default=dict, blank=True)
    file = models.FileField(upload_to="turns/", blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_why = models.CharField(max_length=1000, blank=True)
    replaced_by = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaces"
    )

    objects = TurnQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "kind"],
                condition=Q(closed_at=None) & ~Q(kind="paid"),
                name="a_step_is_recorded_once",
            ),
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(closed_at=None, kind__in=["admitted", "refused"]),
                name="admitted_or_refused",
            ),
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(closed_at=None, kind__in=["won", "lost"]),
                name="won_or_lost",
            ),
            models.CheckConstraint(
                condition=Q(kind="submitted", at__isnull=False) | ~Q(kind="submitted") & Q(at=None),
                name="a_submission_has_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["won", "contracted", "paid"])
                | Q(amount__isnull=False, amount__gt=0),
                name="money_is_more_than_nothing",
            ),
            models.CheckConstraint(
                condition=~Q(kind="refused") | ~Q(reason=""), name="a_refusal_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, closed_why="", replaced_by=None)
                | Q(closed_at__gte=F("entered_at"), closed_by__isnull=False) & ~Q(closed_why=""),
                name="a_closed_step_says_who_and_why",
            ),
            models.CheckConstraint(
                condition=Q(file="", sha256="") | ~Q(file="") & ~Q(sha256=""),
                name="a_file_has_its_fingerprint",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.kind}"

    @property
    def is_current(self) -> bool:
        return self.closed_at is None


class Life(models.Model):
    """What the turns of an application come to now. No row: frozen, and nothing since."""

    application = models.OneToOneField(
        Application, primary_key=True, on_delete=models.PROTECT, related_name="life"
    )
    state = models.CharField(max_length=10, choices=choices(words.STATES), default="frozen")
    since = models.DateField(null=True, blank=True)
    awarded = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    contracted = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    paid = models.DecimalField(max_digits=14, decimal_places=2, default=0)

    class Meta:
        verbose_name_plural = "lives"
        constraints = [
            models.CheckConstraint(
                condition=Q(state="frozen", since=None)
                | ~Q(state="frozen") & Q(since__isnull=False),
                name="a_state_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["won", "contracted"], awarded__isnull=False, awarded__gt=0)
                | ~Q(state__in=["won", "contracted"]) & Q(awarded=None),
                name="only_what_was_won_has_a_sum",
            ),
            models.CheckConstraint(
                condition=Q(state="contracted", contracted__isnull=False, contracted__gt=0)
                | ~Q(state="contracted") & Q(contracted=None),
                name="only_a_contract_has_its_sum",
            ),
            models.CheckConstraint(
                condition=Q(paid=0) | Q(paid__gt=0, state__in=["won", "contracted"]),
                name="only_what_was_won_is_paid",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.state}"

    @property
    def current(self) -> State:
        return State(self.state)
