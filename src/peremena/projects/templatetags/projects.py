"""Template words of the projects room."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from peremena.kit.fields import FormField
from peremena.projects import picture_words, texts, words
from peremena.projects.brief import Section
from peremena.projects.checks import Remark
from peremena.projects.models import Invitation, Project
from peremena.projects.rules import VerdictKind

register = template.Library()

TABS = {
    "sections": ("desk:workshop", _("Sections")),
    "remarks": ("projects:remarks", _("Remarks")),
    "team": ("projects:team", _("People")),
    "applications": ("contests:choose", _("Application")),
}


@dataclass(frozen=True)
class Tab:
    text: str | Promise
    url: str
    current: bool


@register.inclusion_tag("projects/tabs.html")
def project_tabs(project: Project, here: str) -> dict[str, Any]:
    """The parts of one project; `here` names the open one."""
    return {"tabs": [tab(project, name, here) for name in TABS]}


def tab(project: Project, name: str, here: str) -> Tab:
    address, text = TABS[name]
    return Tab(text, reverse(address, args=[project.pk]), name == here)


@register.inclusion_tag("projects/section_pictures.html")
def section_pictures(project: Project, section: Section) -> dict[str, Any]:
    """The pictures of what is written in a section."""
    kinds = picture_words.BESIDE.get(section, ())
    return {
        "project": project,
        "pictures": [(kind, picture_words.PICTURES[kind]) for kind in kinds],
    }


@register.filter
def code(digits: str) -> str:
    """402 318: easier to say by phone."""
    return f"{digits[:3]}\xa0{digits[3:]}"


@register.filter
def full_address(invitation: Invitation) -> str:
    return settings.SITE_ADDRESS + invitation.get_absolute_url()


@register.filter
def severity_word(remark: Remark) -> str | Promise:
    return words.SEVERITIES[remark.severity]


@register.filter
def severity_tone(remark: Remark) -> str:
    return words.SEVERITY_TONES[remark.severity]


@register.filter
def got_better(gone: int) -> str:
    return words.got_better(gone)


@register.filter
def got_better_lately(gone: int) -> str:
    return words.got_better_lately(gone)


@register.filter
def verdict_word(kind: str) -> str | Promise:
    return words.VERDICTS[VerdictKind(kind)]


@register.filter
def verdict_tone(kind: str) -> str:
    return words.VERDICT_TONES[VerdictKind(kind)]


@register.filter
def anchor(path: str) -> str:
    """The id of the input of a field, as kit makes it."""
    return FormField(path, "").id


@register.filter
def section_title(section: str) -> str:
    return texts.section(section, get_language() or "ru").title
