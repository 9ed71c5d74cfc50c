"""What is known around a project when it is looked at as an application to one contest."""

from datetime import date
from functools import lru_cache

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from peremena.contests import facts
from peremena.contests.models import Application
from peremena.contests.records import Contest
from peremena.kit import typography
from peremena.people.models import Person
from peremena.places.models import TerritoryStatus
from peremena.places.rules import Status
from peremena.projects.brief import Brief
from peremena.projects.brief.sums import asked
from peremena.projects.checks import Circumstances, Paper
from peremena.projects.models import Membership, Project
from peremena.projects.rules import TeamRole

SETTLEMENTS = (Status.RURAL_SETTLEMENT, Status.TOWN_SETTLEMENT)


MOST_NEIGHBOURS = 40


def circumstances(
    project: Project, contest: Contest, today: date, *, reader: Person
) -> Circumstances:
    """The last frozen application, those of neighbours, and what the territory has been in law."""
    return Circumstances(
        today=today,
        contest=facts.facts(contest, today, get_language() or "ru"),
        others=others(project, reader),
        papers=papers(project, contest),
        settlement_ended=settlement_ended(project),
    )


def others(project: Project, reader: Person) -> tuple[Brief, ...]:
    """The newest application of each project of the same territory, team's leader or cohort.

    What the reader may not open is compared as well, but bears no title.
    """
    open_to_reader = Project.objects.visible_to(reader).filter(pk=OuterRef("project"))
    of_neighbours = Application.objects.filter(project__in=neighbours(project))
    newest = of_neighbours.order_by().values("project").annotate(last=Max("pk")).values("last")
    found = (
        Application.objects.filter(pk__in=newest)
        .newest_first()
        .annotate(is_open=Exists(open_to_reader))
        .values_list("brief", "is_open")
    )
    known = ((read_once(brief), is_open) for brief, is_open in found[:MOST_NEIGHBOURS])
    return tuple(brief if is_open else untitled(brief) for brief, is_open in known)


def neighbours(project: Project) -> QuerySet[Project]:
    leaders = project.memberships.current().filter(role=TeamRole.LEADER).values("person")
    theirs = Membership.objects.current().filter(role=TeamRole.LEADER, person__in=leaders)
    cohorts = project.enrolments.values("cohort")
    near = (
        Q(territory=project.territory_id)
        | Q(pk__in=theirs.values("project"))
        | Q(enrolments__cohort__in=cohorts)
    )
    return Project.objects.filter(near).exclude(pk=project.pk)


@lru_cache(maxsize=MOST_NEIGHBOURS)
def read_once(frozen: str) -> Brief:
    return Brief.model_validate_json(frozen)


def untitled(brief: Brief) -> Brief:
    return brief.model_copy(update={"project": brief.project.model_copy(update={"title": None})})


def papers(project: Project, contest: Contest) -> tuple[Paper, ...]:
    last = project.applications.filter(contest=contest.id).newest_first().first()
    if last is None:
        return ()
    brief, day = last.frozen_brief, typography.day(last.at)
    return (
        Paper(
            name=_("application of %(day)s") % {"day": day},
            title=brief.project.title,
            summary=brief.project.summary,
            asked=asked(brief),
        ),
    )


def settlement_ended(project: Project) -> date | None:
    """None while the territory is a settlement still, or nobody has written down that it was."""
    ended: date | None = (
        TerritoryStatus.objects.filter(territory=project.territory_id)
        .filter(status__in=SETTLEMENTS, until__isnull=False)
        .order_by("-until")
        .values_list("until", flat=True)
        .first()
    )
    return ended
