"""Projects, their sections, teams, remarks put aside, looks, what was borrowed."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from peremena.drafts.models import Draft
from peremena.kit.choices import choices
from peremena.people.abilities import Ability
from peremena.people.models import Centre, Person, Trust
from peremena.places.models import Post, Resource, Territory
from peremena.projects import rules, words
from peremena.projects.brief import Section as SectionName
from peremena.projects.brief.models import PROFILES


def headed_by(person: Person) -> Q:
    """Projects of the territories that the person heads now."""
    posts = Post.objects.current().filter(person=person, is_head=True)
    return Q(territory__in=posts.values("territory"))


class ProjectQuerySet(models.QuerySet["Project"]):
    def visible_to(self, person: Person) -> "ProjectQuerySet":
        """The team's own and its helpers'; what stands in a territory its head sees.

        Staff see all of their centre, experts what is shown to them.
        """
        mine = Q(pk__in=Membership.objects.of(person).values("project"))
        whole = Q(centre__in=person.centres_with(Ability.SEE_PROJECTS))
        shown = Q(centre__in=person.centres_with(Ability.ADVISE_PROJECTS), is_shown_to_experts=True)
        helped = Q(pk__in=Membership.objects.helped_by(person).order_by().values("project"))
        return self.filter(mine | whole | shown | helped | headed_by(person))

    def headed_by(self, person: Person) -> "ProjectQuerySet":
        return self.filter(headed_by(person))

    def with_team_of(self, person: Person) -> "ProjectQuerySet":
        return self.filter(pk__in=Membership.objects.of(person).values("project"))

    def written_by(self, person: Person) -> "ProjectQuerySet":
        writing = Membership.objects.writing().filter(person=person)
        return self.filter(pk__in=writing.values("project"))

    def led_by(self, person: Person) -> "ProjectQuerySet":
        leading = Membership.objects.of(person).filter(role=rules.TeamRole.LEADER)
        return self.filter(pk__in=leading.values("project"))


class Project(models.Model):
    """What a team of a territory wants to change; its words live in the drafts of its sections.

    `centre`: whose staff and experts may see it; None: the team's alone.
    """

    centre = models.ForeignKey(
        Centre, null=True, blank=True, on_delete=models.PROTECT, related_name="projects"
    )
    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="projects")
    title = models.CharField(max_length=300, blank=True)
    profile = models.CharField(
        max_length=8, choices=[(code, code) for code in PROFILES], default="ngo"
    )
    case = models.CharField(max_length=40, blank=True)
    is_shown_to_experts = models.BooleanField(default=False)
    is_demonstration = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = ProjectQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title or str(self.territory)

    def get_absolute_url(self) -> str:
        return reverse("desk:workshop", args=[self.pk])


class SectionQuerySet(models.QuerySet["Section"]):
    def visible_to(self, person: Person) -> "SectionQuerySet":
        return self.filter(project__in=Project.objects.visible_to(person)).select_related(
            "draft", "project__territory__district"
        )


class Section(models.Model):
    """One page of the workshop: which draft holds which part of the brief."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="sections")
    name = models.CharField(
        max_length=16, choices=[(name.value, name.value) for name in SectionName]
    )
    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="project_section")

    objects = SectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "name"], name="one_draft_a_section"),
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.name}"


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> "MembershipQuerySet":
        return self.filter(left_at=None)

    def writing(self) -> "MembershipQuerySet":
        return self.current().filter(role__in=[rules.TeamRole.LEADER, rules.TeamRole.WRITER])

    def helped_by(self, person: Person) -> "MembershipQuerySet":
        """Of those who have named the person as their helper, leaders first."""
        trusting = Trust.objects.in_hands_of(person).values("person")
        return self.writing().filter(person__in=trusting).order_by("role", "pk")

    def of(self, person: Person) -> "MembershipQuerySet":
        return self.current().filter(person=person)

    def role_of(self, person: Person) -> rules.TeamRole | None:
        """None for somebody outside the team."""
        membership = self.of(person).first()
        return rules.TeamRole(membership.role) if membership else None


class Membership(models.Model):
    """A person in a team, from a day and perhaps until one."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(max_length=8, choices=choices(words.TEAM_ROLES))
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_section = models.CharField(max_length=16, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "person"],
                condition=Q(left_at=None),
                name="once_in_a_team_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.role}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self, now: datetime) -> "InvitationQuerySet":
        return self.filter(withdrawn_at=None, expires_at__gt=now)

    def by_code(self) -> "InvitationQuerySet":
        """Six digits can be guessed, so nobody becomes a leader by them."""
        return self.exclude(role=rules.TeamRole.LEADER)


class Invitation(models.Model):
    """A way into a team: a link to send, or six digits to say by phone."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=8, choices=choices(words.TEAM_ROLES))
    token = models.CharField(max_length=43, unique=True)
    code = models.CharField(max_length=6)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=Q(withdrawn_at=None), name="one_open_invitation_a_code"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.code}"

    def get_absolute_url(self) -> str:
        return reverse("projects:join", args=[self.token])

    @property
    def has_code(self) -> bool:
        return self.role != rules.TeamRole.LEADER


class PutAsideQuerySet(models.QuerySet["PutAside"]):
    def visible_to(self, person: Person) -> "PutAsideQuerySet":
        return self.filter(project__in=Project.objects.visible_to(person))


class PutAside(models.Model):
    """A remark that the team closed; the reason is kept and shown to experts."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="put_aside")
    rule = models.CharField(max_length=8)
    field = models.CharField(max_length=200)
    reason = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PutAsideQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "rule", "field"], name="a_remark_is_put_aside_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.field}"


class Look(models.Model):
    """When a person last opened a project's first page, to show what changed since.

    `read_at`: up to when the person has said to have read everything; `section` and `here_at`:
    the page of the workshop the person is on, and when this was last known.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="looks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    section = models.CharField(max_length=16, blank=True)
    here_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "person"], name="one_last_look_each"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.project}"


class StepQuerySet(models.QuerySet["Step"]):
    def newest_first(self) -> "StepQuerySet":
        return self.order_by("-at", "-pk").select_related("by", "on_behalf_of")


class Step(models.Model):
    """What one sitting of one person on one page did to the remarks.

    `gone`, `came`: keys of remarks, `rule:field`, between the beginning of the sitting and its
    end; `fields`: paths that were written in. The numbers are of remarks open at its end.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="steps")
    section = models.CharField(max_length=16)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    begun_at = models.DateTimeField()
    at = models.DateTimeField()
    fields = models.JSONField(default=list)
    gone = models.JSONField(default=list)
    came = models.JSONField(default=list)
    errors = models.PositiveSmallIntegerField()
    others = models.PositiveSmallIntegerField()

    objects = StepQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["project", "at"], name="steps_of_a_project")]

    def __str__(self) -> str:
        return f"{self.project}: {self.section}, {self.at}"

    @property
    def number(self) -> int:
        return self.errors + self.others


class Borrowed(models.Model):
    """A row of a project that came from the passport or off the map of resources.

    `row`: its path in the section. Either the resource, or a fact: territory, block and path.
    `was`: what the source said when it was taken, so that a change of it can be told.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="borrowed")
    section = models.CharField(max_length=16)
    row = models.CharField(max_length=120)
    resource = models.ForeignKey(
        Resource, null=True, blank=True, on_delete=models.CASCADE, related_name="borrowed"
    )
    territory = models.ForeignKey(
        Territory, null=True, blank=True, on_delete=models.CASCADE, related_name="borrowed"
    )
    block = models.CharField(max_length=24, blank=True)
    path = models.CharField(max_length=120, blank=True)
    was = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "borrowed"
        constraints = [
            models.UniqueConstraint(fields=["project", "row"], name="a_row_has_one_source"),
            models.CheckConstraint(
                condition=Q(resource__isnull=False, territory=None)
                | Q(resource=None, territory__isnull=False),
                name="a_row_comes_from_the_map_or_the_passport",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.row}"

    @property
    def what(self) -> str:
        """As `borrowing.Thing.what`."""
        if self.resource_id:
            return f"resource:{self.resource_id}"
        return f"fact:{self.territory_id}:{self.block}:{self.path}"
