"""Template words of the desk."""

from django import template
from django.utils.functional import Promise

from peremena.cohorts.gates import Lack
from peremena.cohorts.queries import Life
from peremena.desk import words
from peremena.desk.path import Stop
from peremena.desk.queries import gates
from peremena.desk.queries.path import Stage
from peremena.projects import words as project_words
from peremena.projects.queries import PageCard

register = template.Library()


@register.filter
def stop_word(stop: Stop) -> str | Promise:
    return words.STOPS[stop]


@register.filter
def to_mend(number: int) -> str:
    return project_words.to_mend(number)


@register.filter
def mark(card: PageCard) -> str:
    """One sign for a section: full, to be mended, so many per cent, not begun."""
    if card.tone == "good":
        return "✓"
    if card.tone == "late":
        return "!"
    return str(card.badge).partition(" ")[0] if card.tone == "soon" else ""


@register.simple_tag
def lack_url(lack: Lack, life: Life) -> str:
    """Where what is missing can be mended; empty when there is no such page."""
    return gates.where(lack, life.project, life.enrolment.territory_id)


@register.simple_tag
def lack_address(lack: Lack, stage: Stage) -> str:
    """The same on the learner's own page."""
    territory = stage.territory
    return gates.where(lack, stage.current, territory.pk) if territory else ""
