"""How materials and days of the timetable are written."""

from urllib.parse import urlsplit

from django import template

from peremena.lessons.models import Material

register = template.Library()


@register.filter
def ending(material: Material) -> str:
    """PDF, DOCX, JPG."""
    return str(material.file.name).rpartition(".")[2].upper()


@register.filter
def host(link: str) -> str:
    """Whose page it is, before somebody opens it."""
    return (urlsplit(link).hostname or "").removeprefix("www.")
