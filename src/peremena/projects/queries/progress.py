"""What got better: remarks a save has changed on the page, and the story of a project so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce

from django.utils.translation import get_language

from peremena.drafts.services import Saved
from peremena.projects import checks, workshop
from peremena.projects.brief import Section
from peremena.projects.checks import START, Circumstances, Remark
from peremena.projects.checks.progress import Difference, Turn, difference
from peremena.projects.models import Project

from .insight import Insight
from .section import SectionPage

LATELY = timedelta(days=7)


@dataclass(frozen=True)
class News:
    """`whole`: of all remarks of the project; `here`: fresh ones about this page's fields;
    `is_left`: whether any remark about this page still stands."""

    whole: Difference
    here: Sequence[Remark]
    is_left: bool


def news(page: SectionPage, saved: Saved, circumstances: Circumstances) -> News | None:
    """Against what the sender's page shows; None when nothing is to be said or it is not known."""
    if saved.base is None or saved.base == saved.content:
        return None
    known = page.insight
    before = remarks_with(known, page.section, saved.base, circumstances)
    whole = difference(before, [one for one in known.open if one.rule != START])
    here = [remark for remark in whole.fresh if remark.section == page.section]
    return News(whole, here, bool(page.remarks)) if whole else None


def remarks_with(
    known: Insight, section: Section, content: dict[str, object], circumstances: Circumstances
) -> list[Remark]:
    """Open remarks if the page held this content and all others what they hold now."""
    brief = workshop.compose({**known.pages, section: content})
    found = checks.check(brief, circumstances, language=get_language() or "ru")
    return [one for one in found if one.key not in known.aside and one.rule != START]


def mended_lately(project: Project, now: datetime) -> int:
    """Remarks gone in the last week and not come back."""
    week = project.steps.filter(at__gt=now - LATELY).order_by("at", "pk")
    turns = (Turn(frozenset(step.gone), frozenset(step.came)) for step in week)
    return len(reduce(Turn.then, turns, Turn()).gone)
