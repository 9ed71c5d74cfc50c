"""An expert says how ready a page is, and takes it back."""

from datetime import datetime

from django.db import transaction

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.projects import letters, rules, words
from peremena.projects.models import Section as Page
from peremena.projects.models import Verdict
from peremena.projects.queries import standing
from peremena.projects.rules import VerdictKind


@transaction.atomic
def judge(
    page: Page, kind: VerdictKind, text: str, *, version: int, by: Person, now: datetime
) -> Verdict:
    """`version`: which one the expert has read; what the same expert said before is replaced."""
    page = locked(page)
    judges = standing(page.project, by).judges
    if refusal := rules.why_not_judge(kind, text, judges=judges):
        raise Refused(words.REFUSALS[refusal])
    page.verdicts.filter(by=by, replaced_at=None).update(replaced_at=now)
    verdict = Verdict.objects.create(
        page=page,
        kind=kind,
        text=text.strip()[:600],
        version=min(version, page.draft.version),
        by=by,
        at=now,
    )
    record(by, "projects.page.judged", page.project, section=page.name, kind=kind)
    letters.tell_leaders(page, now=now)
    return verdict


@transaction.atomic
def take_back(page: Page, *, by: Person, now: datetime) -> None:
    """The expert says nothing of this page any more; pressing twice does no harm."""
    page = locked(page)
    if page.verdicts.filter(by=by, replaced_at=None).update(replaced_at=now):
        record(by, "projects.page.verdict-taken-back", page.project, section=page.name)


def locked(page: Page) -> Page:
    """Two presses of the button one after the other."""
    found: Page = (
        Page.objects.select_for_update(of=("self",))
        .select_related("draft", "project")
        .get(pk=page.pk)
    )
    return found
