"""Template words of the cohorts room."""

from django import template
from django.utils.functional import Promise

from peremena.cohorts import words
from peremena.cohorts.models import Enrolment
from peremena.cohorts.rules import Part, Sign, Status

register = template.Library()


@register.filter
def status_word(enrolment: Enrolment) -> str | Promise:
    """A mentor who is there is a mentor, not a learner."""
    if enrolment.part == Part.MENTOR and enrolment.status == Status.LEARNING:
        return words.PARTS[Part.MENTOR]
    return words.STATUSES[Status(enrolment.status)]


@register.filter
def status_tone(enrolment: Enrolment) -> str:
    return words.STATUS_TONES[Status(enrolment.status)]


@register.filter
def sign_word(sign: Sign | None) -> str | Promise:
    return words.SIGNS[sign] if sign else words.ENROLLED


@register.filter
def days_ago(days: int) -> str:
    """Since the last sign of life, in words."""
    return words.days_ago(days)


@register.filter
def dial(phone: str) -> str:
    """What a phone can ring: digits and a plus."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")
