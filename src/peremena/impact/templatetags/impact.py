"""Template words of the impact room."""

from collections.abc import Mapping

from django import template

from peremena.impact import forms, words
from peremena.impact.models import Award
from peremena.impact.totals import By, Filter

register = template.Library()


@register.simple_tag
def rows_with(chosen: Filter, changed: Mapping[str, object]) -> str:
    """The address of the rows that make a number."""
    return forms.query(chosen, **changed)


@register.simple_tag
def rows_of_part(chosen: Filter, by: By, key: object) -> str:
    return forms.query(chosen, **{by.value: key})


@register.filter
def state_word(award: Award) -> str:
    return str(words.STATES[state(award)])


@register.filter
def state_tone(award: Award) -> str:
    return {"verified": "good", "doubted": "late", "taken-back": "plain"}.get(state(award), "soon")


def state(award: Award) -> str:
    if award.taken_back_at:
        return "taken-back"
    if award.is_verified:
        return "verified"
    return "doubted" if award.doubt else "waiting"


@register.filter
def deed_word(deed: str) -> str:
    return str(words.DEEDS.get(deed.rpartition(".")[2], deed))
