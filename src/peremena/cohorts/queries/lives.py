"""Those who are enrolled, each with the project, the passport and the last sign of life.

One computation for a list: as many queries for twelve as for one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, OuterRef, Prefetch, QuerySet, Subquery
from django.utils import timezone

from peremena.cohorts import rules
from peremena.cohorts.models import Cohort, ContactNote, Enrolment
from peremena.cohorts.rules import Part, Sign, Status
from peremena.drafts.models import Draft
from peremena.places.models import Territory
from peremena.places.queries.passports import completeness_of
from peremena.projects import queries as projects
from peremena.projects.checks import Circumstances
from peremena.projects.models import Look, Membership, Project
from peremena.projects.queries import Insight, PageCard, Talk
from peremena.projects.rules import TeamRole


@dataclass(frozen=True)
class Life:
    """`project`: the one attached, else what the person leads in the centre; `insight`: what the
    checks say of it; `passport`: percent.

    `sign`: what was heard last; None: nothing since the person was enrolled.
    """

    enrolment: Enrolment
    project: Project | None
    insight: Insight | None
    cards: Sequence[PageCard]
    talks: Sequence[Talk]
    passport: int
    sign: Sign | None
    sign_at: datetime
    silent: int

    @property
    def is_attached(self) -> bool:
        return self.enrolment.project_id is not None

    @property
    def is_silent(self) -> bool:
        learns = self.enrolment.part == Part.LEARNER
        return learns and rules.is_silent(Status(self.enrolment.status), self.silent)

    @property
    def waits_for_team(self) -> int:
        return sum(talk.waits_for_team for talk in self.talks)

    @property
    def waits_for_school(self) -> int:
        return len(self.talks) - self.waits_for_team

    @property
    def next_call(self) -> ContactNote | None:
        """The call that was agreed and has not been made."""
        return next((note for note in self.enrolment.notes.all() if not note.is_done), None)


@dataclass(frozen=True)
class Roll:
    """A cohort's people by their part; `free`: places nobody sits on."""

    learners: Sequence[Life]
    mentors: Sequence[Life]
    gone: Sequence[Life]
    free: int


def roll(cohort: Cohort, found: Sequence[Life]) -> Roll:
    there = [life for life in found if life.enrolment.status != Status.LEFT]
    learners = [life for life in there if life.enrolment.part == Part.LEARNER]
    return Roll(
        learners=learners,
        mentors=[life for life in there if life.enrolment.part == Part.MENTOR],
        gone=[life for life in found if life.enrolment.status == Status.LEFT],
        free=max(0, cohort.places - len(learners)),
    )


def lives(enrolments: QuerySet[Enrolment], now: datetime) -> list[Life]:
    """In the order of the queryset."""
    found = list(_with_signs(enrolments))
    begun = _begun(found)
    of_each = {one.pk: one.project or begun.get(_key(one)) for one in found}
    known = [project for project in of_each.values() if project]
    insights = projects.insights(known, Circumstances(today=timezone.localdate(now)))
    talks = projects.talks(known)
    passports = percents(one.territory for one in found)
    lives_of = []
    for one in found:
        project = of_each[one.pk]
        key = project.pk if project else 0
        passport = passports[one.territory_id]
        lives_of.append(
            _life(one, project, insights.get(key), talks.get(key, ()), passport, now=now)
        )
    return lives_of


def _begun(enrolments: Sequence[Enrolment]) -> dict[tuple[int, int], Project]:
    """What those lead who have no project in the cohort yet, by person and centre."""
    lacking = [one.person_id for one in enrolments if one.project_id is None]
    led = Membership.objects.current().filter(person__in=lacking, role=TeamRole.LEADER)
    freshest_last = led.exclude(project__centre=None).order_by("project__changed_at")
    found = freshest_last.select_related("project__territory")
    return {(one.person_id, one.project.centre_id or 0): one.project for one in found}


def _key(enrolment: Enrolment) -> tuple[int, int]:
    return enrolment.person_id, enrolment.cohort.programme.centre_id


def percents(territories: Iterable[Territory]) -> Mapping[int, int]:
    """How full the passports are, by the territory's pk. Three queries."""
    found = completeness_of({one.pk: one for one in territories}.values())
    return {key: one.percent for key, one in found.items()}


def _with_signs(enrolments: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    """With the moments of everything that shows that somebody is there."""
    blocks = Draft.objects.filter(passport_block__territory=OuterRef("territory"))
    looks = Look.objects.filter(project=OuterRef("project"), person=OuterRef("person"))
    calls = ContactNote.objects.filter(enrolment=OuterRef("pk"), has_answered=True)
    newest = {
        "passport_at": blocks.order_by().values("passport_block__territory"),
        "looked_at": looks.order_by().values("project"),
        "call_at": calls.order_by().values("enrolment"),
    }
    moments = {"passport_at": "changed_at", "looked_at": "at", "call_at": "at"}
    notes = ContactNote.objects.order_by("-at", "-pk").select_related("by")
    return (
        enrolments.select_related(
            "person", "territory__district", "project__territory", "cohort__programme"
        )
        .annotate(
            **{
                name: Subquery(rows.annotate(newest=Max(moments[name])).values("newest"))
                for name, rows in newest.items()
            }
        )
        .prefetch_related(Prefetch("notes", queryset=notes))
    )


def _life(
    enrolment: Enrolment,
    project: Project | None,
    insight: Insight | None,
    talks: Sequence[Talk],
    passport: int,
    *,
    now: datetime,
) -> Life:
    sign, at = last_sign(enrolment, project)
    silent = (timezone.localdate(now) - timezone.localdate(at)).days
    cards = projects.cards(insight) if insight else ()
    return Life(enrolment, project, insight, cards, talks, passport, sign, at, max(0, silent))


def last_sign(enrolment: Enrolment, project: Project | None) -> tuple[Sign | None, datetime]:
    """None as sign: nothing since the person was enrolled."""
    visits = (getattr(enrolment, "looked_at", None), enrolment.person.last_login)
    moments = {
        Sign.PROJECT: project.changed_at if project else None,
        Sign.PASSPORT: getattr(enrolment, "passport_at", None),
        Sign.VISIT: max(filter(None, visits), default=None),
        Sign.CALL: getattr(enrolment, "call_at", None),
    }
    known = [(at, sign) for sign, at in moments.items() if at and at > enrolment.enrolled_at]
    at, sign = max(known, default=(enrolment.enrolled_at, None), key=lambda one: one[0])
    return sign, at
