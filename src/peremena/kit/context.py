"""What every page shows around its own content."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

THEMES = ("auto", "light", "dark")


@dataclass(frozen=True)
class Entry:
    """One place of the bottom bar."""

    text: str
    url: str
    icon: str
    current: bool


@dataclass(frozen=True)
class Frame:
    navigation: tuple[Entry, ...]
    theme: str
    demonstration: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    chosen = request.COOKIES.get("theme", "")
    return {
        "frame": Frame(
            navigation=tuple(navigation(request.path)),
            theme=chosen if chosen in THEMES else "auto",
            demonstration=settings.DEMONSTRATION,
        )
    }


def navigation(path: str) -> list[Entry]:
    """The places named in the settings that exist in this installation, the nearest one marked."""
    places = []
    for name, text, icon in settings.NAVIGATION:
        try:
            places.append((str(text), reverse(name), icon))
        except NoReverseMatch:
            continue
    above = [url for _, url, _ in places if path.startswith(url) and (url != "/" or path == "/")]
    nearest = max(above, key=len, default=None)
    return [Entry(text, url, icon, current=url == nearest) for text, url, icon in places]
