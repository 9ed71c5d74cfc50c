"""The components: leaves are drawn from values, containers wrap what stands between their tags."""

import zlib
from datetime import date
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from peremena.kit import beside, forms, icons, typography
from peremena.kit.fields import FormField

register = template.Library()

AVATAR_COLOURS = 6
STEP_BADGES = {
    "done": (_("done"), "good"),
    "current": (_("now"), "soon"),
    "late": (_("overdue"), "late"),
}


def part(name: str, **values: Any) -> SafeString:
    return render_to_string(f"kit/parts/{name}.html", values)


@register.simple_block_tag
def panel(
    content: str,
    title: str = "",
    note: str = "",
    *,
    tone: str = "",
    level: int = 2,
    anchor: str = "",
) -> str:
    """A card. `note` stands beside the title; `anchor` is the id that a link can point to."""
    return part(
        "panel", content=content, title=title, note=note, tone=tone, level=level, anchor=anchor
    )


@register.simple_block_tag
def next_step(content: str, title: str, day: date | None = None, note: str = "") -> str:
    """The one thing to do next; `day` draws a leaf of a calendar. Between the tags: buttons."""
    return part("next_step", content=content, title=title, day=day, note=note)


@register.simple_block_tag
def steps(content: str, label: str = "") -> str:
    return part("steps", content=content, label=label)


@register.simple_block_tag
def step(
    content: str, title: str, state: str = "todo", *, url: str = "", badge: str = "", tone: str = ""
) -> str:
    """`state`: done, current, todo or late; `badge` replaces its word, `tone` the colour of that.

    Between the tags: what is left to do, or nothing.
    """
    word, colour = STEP_BADGES.get(state, ("", "plain"))
    return part(
        "step",
        note=mark_safe(content.strip()),  # noqa: S308 -- a part of the page, escaped already
        title=title,
        state=state,
        url=url,
        badge=badge or word,
        tone=tone or colour,
    )


@register.simple_tag
def badge(text: Any, tone: str = "plain") -> str:
    """Always a word with its colour. `tone`: plain, good, soon or late."""
    return format_html('<span class="badge {}">{}</span>', tone, text)


@register.inclusion_tag("kit/parts/meter.html")
def meter(label: str, value: float, of: float = 100, *, text: str = "", tone: str = "") -> Any:
    """A bar. `text` replaces the percentage; `tone="late"` draws it in brick."""
    share = percent(value, of)
    return {"label": label, "share": share, "text": text or f"{share} %", "tone": tone}


@register.inclusion_tag("kit/parts/ring.html")
def ring(label: str, value: float, of: float = 100) -> Any:
    return {"label": label, "share": percent(value, of)}


@register.inclusion_tag("kit/parts/progress.html")
def progress(label: str, value: float | None = None, of: float = 100, *, text: str = "") -> Any:
    """Work that goes on now; without a value nobody knows how long it takes."""
    return {"label": label, "value": value, "of": of, "text": text}


@register.inclusion_tag("kit/parts/field.html")
def field(form_field: Any) -> Any:
    """A FormField, or a field of a Django form."""
    shown = form_field if isinstance(form_field, FormField) else forms.shown(form_field)
    return {"field": shown}


@register.simple_block_tag
def buttons(content: str, *, many: bool = False) -> str:
    """`many`: of one weight, side by side even on a phone."""
    return format_html('<div class="buttons{}">{}</div>', " many" if many else "", content)


@register.simple_block_tag
def table(content: str, caption: str, *, quiet: bool = False) -> str:
    """Cells carry `data-label`, so that rows become cards on a phone. `quiet` hides the caption."""
    return part("table", content=content, caption=caption, quiet=quiet)


@register.simple_block_tag
def tabs(content: str, label: str) -> str:
    return format_html('<nav class="tabs" aria-label="{}"><ul>{}</ul></nav>', label, content)


@register.inclusion_tag("kit/parts/tab.html")
def tab(text: str, url: str, *, current: bool = False, count: int | None = None) -> Any:
    return {"text": text, "url": url, "current": current, "count": count}


@register.simple_block_tag
def notice(content: str, tone: str = "info", title: str = "") -> str:
    """`tone`: info, success, warning or error."""
    return part("notice", content=content, tone=tone, title=title)


@register.simple_block_tag
def empty_state(content: str, title: str, picture: str = "sprout") -> str:
    """Where a list will be. Between the tags: what to do about it."""
    return part("empty_state", content=content, title=title, picture=picture)


@register.simple_block_tag
def dialog(content: str, opens: str, title: str, *, kind: str = "second") -> str:
    """A button and what it opens: a window with JavaScript, unfolded in place without."""
    return part("dialog", content=content, opens=opens, title=title, kind=kind)


@register.simple_block_tag
def said(content: str, who: str, when: str = "", *, role: str = "", answer: bool = False) -> str:
    """What a person wrote; `answer` sets it under what it answers."""
    return part("said", content=content, who=who, when=when, role=role, answer=answer)


@register.inclusion_tag("kit/parts/day.html")
def day(value: date, *, tone: str = "") -> Any:
    """A leaf of a tear-off calendar; `tone="late"` for a day that presses."""
    return {"day": value, "tone": tone}


@register.simple_tag
def avatar(name: str, *, size: str = "") -> str:
    """Initials on a colour of the name's own. Decoration: the name stands beside it."""
    colour = zlib.crc32(str(name).encode()) % AVATAR_COLOURS
    return format_html(
        '<span class="avatar hue-{} {}" aria-hidden="true">{}</span>',
        colour,
        size,
        typography.initials(str(name)),
    )


@register.simple_tag
def icon(name: str) -> str:
    return mark_safe(icons.drawn(name))  # noqa: S308 -- our own drawings


@register.simple_tag
def back(url: str, text: str) -> str:
    return format_html('<p class="back"><a href="{}">{}{}</a></p>', url, icon("back"), text)


@register.simple_tag
def url_if_any(name: str, *args: Any) -> str:
    """Empty when there is no such page in this installation (yet)."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@register.simple_tag(takes_context=True, name="beside")
def said_beside(context: Any, where: str) -> SafeString:
    """What upper rooms add to this page; `where`: above or below its own content."""
    return beside.spoken(context["request"], where)


def percent(value: float, of: float) -> int:
    return max(0, min(100, round(100 * value / of))) if of else 0


register.filter("roubles", typography.roubles)
for written in (
    typography.day,
    typography.day_and_month,
    typography.moment,
    typography.full_moment,
):
    register.filter(written.__name__, written, expects_localtime=True)
register.filter("tidy", typography.tidy)
