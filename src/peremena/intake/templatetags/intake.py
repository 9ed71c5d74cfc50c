"""Template words of the intake room."""

from django import template

from peremena.intake import words
from peremena.intake.models import Candidate, Decision, Mark
from peremena.intake.rules import State, Verdict
from peremena.kit.templatetags.kit import badge

register = template.Library()


@register.simple_tag
def state_badge(candidate: Candidate) -> str:
    state = State(candidate.state)
    return badge(words.STATES[state], words.STATE_TONES[state])


@register.simple_tag
def verdict_badge(decision: Decision) -> str:
    verdict = Verdict(decision.verdict)
    text = (
        f"{words.VERDICTS[verdict]}, {decision.rank}" if decision.rank else words.VERDICTS[verdict]
    )
    return badge(text, words.VERDICT_TONES[verdict])


@register.simple_tag
def points(mark: Mark, key: str) -> str:
    return str(mark.points.get(key, "—"))
