"""How materials, days of the timetable and attendance are written."""

from urllib.parse import urlsplit

from django import template
from django.utils.functional import Promise

from peremena.kit.templatetags.kit import badge
from peremena.lessons import words
from peremena.lessons.models import Material
from peremena.lessons.rules import Presence

register = template.Library()


@register.filter
def ending(material: Material) -> str:
    """PDF, DOCX, JPG."""
    return str(material.file.name).rpartition(".")[2].upper()


@register.filter
def host(link: str) -> str:
    """Whose page it is, before somebody opens it."""
    return (urlsplit(link).hostname or "").removeprefix("www.")


@register.simple_tag
def presence_word(presence: str) -> str | Promise:
    return words.PRESENCES[Presence(presence)]


@register.simple_tag
def presence_badge(presence: str) -> str:
    one = Presence(presence)
    return badge(words.PRESENCES[one], words.PRESENCE_TONES[one])
