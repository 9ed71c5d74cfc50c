"""The ledger: a row for each confirmed decision, what others add to it, and its corrections."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from peremena.cohorts.models import Cohort
from peremena.contests.models import Application
from peremena.impact import words
from peremena.kit.choices import choices
from peremena.people.abilities import Ability
from peremena.people.models import Centre, Organisation, Person
from peremena.places.models import Territory
from peremena.projects.models import Project


class AwardQuerySet(models.QuerySet["Award"]):
    def visible_to(self, person: Person) -> "AwardQuerySet":
        """Staff of the centre, and its funder's observer."""
        return self.filter(centre__in=person.centres_with(Ability.SEE_TOTALS))

    def kept_by(self, person: Person) -> "AwardQuerySet":
        return self.filter(centre__in=person.centres_with(Ability.RUN_CONTESTS))

    def verified_by(self, person: Person) -> "AwardQuerySet":
        """Those that the person may confirm or doubt."""
        return self.filter(centre__in=person.centres_with(Ability.VERIFY_MONEY))

    def counted(self) -> "AwardQuerySet":
        return self.filter(taken_back_at=None)

    def verified(self) -> "AwardQuerySet":
        """What may be published."""
        return self.counted().exclude(verified_at=None)

    def with_places(self) -> "AwardQuerySet":
        return self.select_related("project__territory", "territory__district", "cohort")

    def with_contributions(self) -> "AwardQuerySet":
        return self.with_places().prefetch_related("contributions")


class Award(models.Model):
    """One decision of one source about one project: counted once, whoever asks.

    `contest`: its id in the catalogue, if it was a contest. `cohort`: None outside cohorts.
    `doubt`: why a colleague did not confirm it. `version`: grows with every change, so that
    nobody confirms or corrects what they have not seen.
    """

    centre = models.ForeignKey(Centre, on_delete=models.PROTECT, related_name="awards")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="awards")
    application = models.OneToOneField(
        Application, null=True, blank=True, on_delete=models.PROTECT, related_name="award"
    )
    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="awards")
    cohort = models.ForeignKey(
        Cohort, null=True, blank=True, on_delete=models.PROTECT, related_name="awards"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    contest = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=200)
    source_key = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=choices(words.KINDS))
    requested = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    awarded = models.DecimalField(max_digits=14, decimal_places=2)
    paid = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    decided_on = models.DateField()
    document = models.CharField(max_length=120, blank=True)
    document_key = models.CharField(max_length=120, blank=True)
    document_on = models.DateField(null=True, blank=True)
    link = models.URLField(max_length=500, blank=True)
    file = models.FileField(upload_to="awards/", blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    proof = models.CharField(max_length=10, choices=choices(words.PROOFS), default="stated")
    attribution = models.CharField(
        max_length=8, choices=choices(words.ATTRIBUTIONS), default="full"
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_at = models.DateTimeField(null=True, blank=True)
    doubt = models.CharField(max_length=1000, blank=True)
    doubted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    is_demonstration = models.BooleanField(default=False)

    objects = AwardQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["centre", "-decided_on", "-id"], name="ledger_of_a_centre"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "source_key", "decided_on"],
                condition=Q(taken_back_at=None),
                name="one_row_a_decision",
            ),
            models.UniqueConstraint(
                fields=["project", "source_key", "document_key", "document_on"],
                condition=Q(taken_back_at=None) & ~Q(document_key=""),
                name="one_row_a_document",
            ),
            models.CheckConstraint(
                condition=Q(awarded__gt=0, paid__gte=0, paid__lte=F("awarded")),
                name="at_most_what_was_awarded_is_paid",
            ),
            models.CheckConstraint(
                condition=Q(verified_by=None, verified_at=None)
                | Q(verified_by__isnull=False, verified_at__isnull=False),
                name="confirmed_by_somebody_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(verified_by=None) | ~Q(verified_by=F("entered_by")),
                name="whoever_enters_does_not_confirm",
            ),
            models.CheckConstraint(
                condition=Q(verified_by=None)
                | Q(changed_by=None)
                | ~Q(verified_by=F("changed_by")),
                name="whoever_changes_does_not_confirm",
            ),
            models.CheckConstraint(
                condition=Q(proof="stated") | ~Q(document="") | ~Q(link="") | ~Q(file=""),
                name="a_proof_is_a_document",
            ),
            models.CheckConstraint(
                condition=Q(verified_by=None)
                | ~Q(proof="stated") & Q(taken_back_at=None, doubt=""),
                name="only_what_is_proven_is_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(doubt="", doubted_by=None) | ~Q(doubt="") & Q(doubted_by__isnull=False),
                name="a_doubt_is_somebodys",
            ),
            models.CheckConstraint(condition=~Q(source_key=""), name="money_comes_from_somewhere"),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.project}"

    def get_absolute_url(self) -> str:
        return reverse("impact:award", args=[self.pk])

    @property
    def is_verified(self) -> bool:
        return self.verified_at is not None

    @property
    def has_evidence(self) -> bool:
        return bool(self.document or self.link or self.file)


class Contribution(models.Model):
    """What somebody adds to the award: promised and given, in money or valued in roubles.

    `is_named`: the organisation agreed to stand on the public page.
    """

    award = models.ForeignKey(Award, on_delete=models.CASCADE, related_name="contributions")
    kind = models.CharField(max_length=10, choices=choices(words.KINDS))
    form = models.CharField(max_length=8, choices=choices(words.FORMS), default="money")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="contributions"
    )
    is_named = models.BooleanField(default=False)
    promised = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    paid = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    document = models.CharField(max_length=200, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(promised__isnull=False, promised__gt=0)
                | Q(paid__isnull=False, paid__gt=0),
                name="a_contribution_is_something",
            ),
            models.CheckConstraint(
                condition=Q(is_named=False) | Q(organisation__isnull=False),
                name="only_an_organisation_is_named",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.award}: {self.kind}"


class Correction(models.Model):
    """What was changed in a row, and why; `changed`: by field, what it was and what it became."""

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="corrections")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=1000)
    changed = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.award}: {self.at:%Y-%m-%d}"
