"""What a project's first page needs, put together from the rooms below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from peremena.contests import queries as contests
from peremena.contests.models import Application
from peremena.drafts.models import Comment
from peremena.people.models import Person
from peremena.projects import queries as projects
from peremena.projects.checks import Circumstances, Remark, shown
from peremena.projects.models import Membership, Project
from peremena.projects.queries import Change, Insight, PageCard, Standing
from peremena.projects.queries.verdicts import Said
from peremena.projects.texts import SectionText

FIRST_REMARKS = 3


@dataclass(frozen=True)
class NextStep:
    """The page to go on with; None of both when all pages are full and nothing is to mend."""

    section: str
    words: SectionText


@dataclass(frozen=True)
class Workshop:
    standing: Standing
    insight: Insight
    cards: Sequence[PageCard]
    next: NextStep | None
    remarks: Sequence[Remark]
    changes: Sequence[Change]
    team: Sequence[Membership]
    at_work: Sequence[Membership]
    comments: Sequence[Comment]
    applications: Sequence[Application]
    mended: int
    verdicts: Sequence[Said]


def workshop(project: Project, person: Person, now: datetime) -> Workshop:
    insight = projects.insight(project, Circumstances(today=timezone.localdate(now)))
    members = projects.team(project)
    first, _rest = shown(list(insight.open), FIRST_REMARKS)
    return Workshop(
        standing=projects.standing(project, person),
        insight=insight,
        cards=projects.cards(insight),
        next=next_step(insight),
        remarks=first,
        changes=projects.changes_since_last_look(project, person),
        team=members,
        at_work=projects.at_work(members, person, now),
        comments=projects.waiting_comments(project, person),
        applications=contests.applications_of(project),
        mended=projects.mended_lately(project, now),
        verdicts=projects.verdicts.of_project(project),
    )


def next_step(insight: Insight) -> NextStep | None:
    section = insight.next
    return NextStep(section, projects.words_of(section)) if section else None
