"""What each edit did to the remarks: one step for one sitting of a person on a page. No journal."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.utils import timezone

from peremena.people.models import Person
from peremena.projects import queries
from peremena.projects.checks import START, Circumstances, Remark
from peremena.projects.checks.progress import Turn, turn
from peremena.projects.models import Project, Step

SITTING = timedelta(minutes=30)
MOST_FIELDS = 12


@contextmanager
def noted(
    project: Project,
    section: str,
    fields: Iterable[str],
    *,
    by: Person,
    now: datetime,
    on_behalf_of: Person | None = None,
) -> Iterator[None]:
    """Whatever is written inside is noted, if it changed a remark."""
    before = standing(project, now)
    yield
    after = standing(project, now)
    if change := turn(keys(before), keys(after)):
        last = last_of(project, section, by, on_behalf_of, since=now - SITTING)
        step = last or Step(
            project=project, section=section, by=by, on_behalf_of=on_behalf_of, begun_at=now
        )
        add(step, change, fields, after, now=now)


def standing(project: Project, now: datetime) -> Sequence[Remark]:
    """Open remarks as they are now; an empty brief has none to speak of."""
    insight = queries.insight(project, Circumstances(today=timezone.localdate(now)))
    return [remark for remark in insight.open if remark.rule != START]


def keys(remarks: Iterable[Remark]) -> set[str]:
    return {remark.key for remark in remarks}


def last_of(
    project: Project, section: str, by: Person, on_behalf_of: Person | None, *, since: datetime
) -> Step | None:
    """The step of the same sitting, unless somebody else has changed something since."""
    last = project.steps.newest_first().first()
    mine = last and (last.section, last.by_id, last.on_behalf_of) == (section, by.pk, on_behalf_of)
    return last if last and mine and last.at >= since else None


def add(
    step: Step, change: Turn, fields: Iterable[str], after: Sequence[Remark], *, now: datetime
) -> None:
    """A sitting that in the end has changed nothing leaves no step."""
    whole = Turn(frozenset(step.gone), frozenset(step.came)).then(change)
    if not whole:
        if step.pk:
            step.delete()
        return
    step.gone, step.came = sorted(whole.gone), sorted(whole.came)
    step.fields = list(dict.fromkeys([*step.fields, *fields]))[-MOST_FIELDS:]
    step.errors = sum(remark.severity == "E" for remark in after)
    step.others, step.at = len(after) - step.errors, now
    step.save()
