"""What every page shows around its own content."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

THEMES: dict[str, Promise] = {
    "auto": _("as on the device"),
    "light": _("light"),
    "dark": _("dark"),
}


@dataclass(frozen=True)
class Entry:
    """One place of the bottom bar."""

    text: str
    url: str
    icon: str
    current: bool


@dataclass(frozen=True)
class Choice:
    """One of the buttons at the foot of the page."""

    code: str
    text: str
    chosen: bool


@dataclass(frozen=True)
class Frame:
    navigation: list[Entry]
    languages: list[Choice]
    themes: list[Choice]
    theme: str
    demonstration: bool
    offline: bool
    senders: str
    has_fonts: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    theme = request.COOKIES.get("theme", "")
    theme = theme if theme in THEMES else "auto"
    language = getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
    return {
        "frame": Frame(
            navigation=navigation(request),
            languages=[Choice(code, name, code == language) for code, name in settings.LANGUAGES],
            themes=[Choice(code, str(name), code == theme) for code, name in THEMES.items()],
            theme=theme,
            demonstration=settings.DEMONSTRATION,
            offline=settings.OFFLINE,
            senders=" ".join(map(static, settings.SENDERS)),
            has_fonts=request.COOKIES.get("fonts") == "here",
        )
    }


def navigation(request: HttpRequest) -> list[Entry]:
    """The places for this person that exist in this installation, the nearest one marked."""
    named = import_string(settings.NAVIGATION)(getattr(request, "user", AnonymousUser()))
    places = []
    for name, text, icon in named:
        try:
            places.append((str(text), reverse(name), icon))
        except NoReverseMatch:
            continue
    path = request.path
    above = [
        url for _text, url, _icon in places if path.startswith(url) and (url != "/" or path == "/")
    ]
    nearest = max(above, key=len, default=None)
    return [Entry(text, url, icon, current=url == nearest) for text, url, icon in places]
