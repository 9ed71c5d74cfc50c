"""Template words of the impact room."""

from collections.abc import Mapping

from django import template
from django.utils.translation import gettext as _

from peremena.impact import forms, queries, words
from peremena.impact.models import Award
from peremena.impact.totals import By, Filter
from peremena.kit.typography import roubles

register = template.Library()


@register.simple_tag
def rows_with(chosen: Filter, changed: Mapping[str, object]) -> str:
    """The address of the rows that make a number."""
    return forms.query(chosen, **changed)


@register.simple_tag
def rows_of_part(chosen: Filter, by: By | str, key: object) -> str:
    """`by`: of `By`, or its name."""
    return forms.query(chosen, **{str(by): key})


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
def given_beside(award: Award) -> str:
    """What others gave to it, money apart from things and work; "" when nothing."""
    added = queries.added_to(award)
    return ", ".join(
        f"{word} {roubles(found)}"
        for word, found in (
            (_("in money"), added.added_paid),
            (_("in things and work"), added.in_kind_given),
        )
        if found
    )


@register.filter
def deed_word(deed: str) -> str:
    return str(words.DEEDS.get(deed.rpartition(".")[2], deed))
