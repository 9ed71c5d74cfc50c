"""Template words of the contests room."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language

from peremena.contests import queries, words
from peremena.contests.evidence import Evidence, Words
from peremena.contests.models import Application, Turn
from peremena.contests.records import Answer, Contest, Phase, Statistic, Window
from peremena.contests.rules import Kind
from peremena.kit.templatetags import kit

register = template.Library()

MONEY = frozenset({Kind.WON, Kind.PAID})
HEADED_BY_EDITION = (Window, Statistic)


@register.filter
def spoken(said: Words) -> str:
    """In the language of the page."""
    return said.spoken(get_language())


@register.inclusion_tag("contests/evidence.html")
def evidence(thing: Evidence, contest: Contest) -> dict[str, Any]:
    """Of which edition it was said, whether anybody verified it, and its sources."""
    edition = "" if isinstance(thing, HEADED_BY_EDITION) else thing.edition
    return {"thing": thing, "edition": edition, "contest": contest}


@register.inclusion_tag("contests/cite.html")
def cite(keys: str | Sequence[str], contest: Contest) -> dict[str, Any]:
    """Numbers that lead to the list of sources."""
    order = list(contest.sources)
    named = [keys] if isinstance(keys, str) else keys
    return {"numbers": [(key, order.index(key) + 1) for key in named]}


@register.filter
def kind_word(kind: str) -> str | Promise:
    return words.KINDS[kind]


@register.filter
def level_word(level: str) -> str | Promise:
    return words.LEVELS[level]


@register.filter
def answer_word(answer: Answer) -> str | Promise:
    return words.ANSWERS[answer]


@register.filter
def answer_tone(answer: Answer) -> str:
    return words.ANSWER_TONES[answer]


@register.filter
def phase_word(phase: Phase) -> str | Promise:
    return words.PHASES[phase]


@register.filter
def phase_tone(phase: Phase) -> str:
    return words.PHASE_TONES[phase]


@register.filter
def zone_word(zone: str) -> str | Promise:
    return words.ZONES.get(zone, zone)


@register.filter
def clock(turn: Turn) -> list[queries.Moment]:
    return queries.clock(turn)


@register.simple_tag
def life_badge(application: Application) -> str:
    """What has become of an application, in a word."""
    state = queries.life_of(application).current
    return kit.badge(words.STATES[state], words.STATE_TONES[state])


@register.simple_tag
def correction_of(turn: Turn) -> str:
    """Where a step is corrected: money in the ledger, where it is counted."""
    name = "impact:correct" if turn.kind in MONEY else "contests:correct"
    return kit.url_if_any(name, turn.application_id, turn.pk)
