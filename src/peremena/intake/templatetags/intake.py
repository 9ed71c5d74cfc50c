"""Template words of the intake room."""

from django import template

from peremena.intake import words
from peremena.intake.models import Candidate
from peremena.intake.rules import State
from peremena.kit.templatetags.kit import badge

register = template.Library()


@register.simple_tag
def state_badge(candidate: Candidate) -> str:
    state = State(candidate.state)
    return badge(words.STATES[state], words.STATE_TONES[state])
