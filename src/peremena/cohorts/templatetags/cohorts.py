"""Template words of the cohorts room."""

from django import template
from django.utils.functional import Promise

from peremena.cohorts import words
from peremena.cohorts.gates import Condition, Kind, Lack
from peremena.cohorts.models import Enrolment
from peremena.cohorts.rules import Part, Sign, Status
from peremena.projects.brief import Section
from peremena.projects.queries import words_of

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


@register.filter
def condition_word(condition: Condition) -> str:
    """What a gate asks: “at least 3 people in the team”."""
    if condition.kind is Kind.SECTION:
        return words.section_asked(section_title(condition.part))
    if condition.kind is Kind.WORD:
        return condition.words
    return words.asked(condition.kind, condition.least)


@register.filter
def lack_word(lack: Lack) -> str:
    """What somebody has to do: “bring in 2 more people”."""
    condition = lack.condition
    if condition.kind is Kind.SECTION:
        title = section_title(condition.part)
        return words.section_lacks(title, lack.there, lack.errors)
    if condition.kind is Kind.WORD:
        return condition.words
    return words.lacks(condition.kind, there=lack.there, least=condition.least)


def step_word(lack: Lack) -> str:
    """The same as a step of a personal plan, which stays true while the numbers change."""
    condition = lack.condition
    if condition.kind is Kind.SECTION:
        return words.section_to_plan(section_title(condition.part))
    if condition.kind is Kind.WORD:
        return condition.words
    return words.to_plan(condition.kind, there=lack.there, least=condition.least)


def section_title(part: str) -> str:
    known = {str(section): section for section in Section}
    return str(words_of(known[part]).title) if part in known else part
