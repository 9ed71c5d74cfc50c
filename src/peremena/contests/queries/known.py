"""What is known around a project when it is looked at as an application to one contest."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from peremena.contests import facts
from peremena.contests.records import Contest
from peremena.kit import typography
from peremena.places.models import TerritoryStatus
from peremena.places.rules import Status
from peremena.projects.brief.sums import asked
from peremena.projects.checks import Circumstances, Paper
from peremena.projects.models import Project

SETTLEMENTS = (Status.RURAL_SETTLEMENT, Status.TOWN_SETTLEMENT)


def circumstances(project: Project, contest: Contest, today: date) -> Circumstances:
    """Two queries: the last frozen application, and what the territory has been in law."""
    return Circumstances(
        today=today,
        contest=facts.facts(contest, today, get_language() or "ru"),
        papers=papers(project, contest),
        settlement_ended=settlement_ended(project),
    )


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
