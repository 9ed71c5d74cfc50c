"""Which edition of the site's own files a page was made with, and what belongs to the shell."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.templatetags.static import static

SHELL = {".css", ".js", ".woff2"}
KEEPER = Path(__file__).with_name("keeper.js")


@dataclass(frozen=True)
class Release:
    """`files`: addresses of styles, scripts and fonts of all rooms."""

    name: str
    files: tuple[str, ...]


def current() -> Release:
    """In development the files are looked at each time; a server keeps what it has started with."""
    if settings.DEBUG:
        return made()
    return made_once(settings.STATIC_ROOT, settings.STORAGES["staticfiles"]["BACKEND"])


@lru_cache(maxsize=4)
def made_once(_root: Path, _storage: str) -> Release:
    return made()


def made() -> Release:
    found = sorted(
        (file.relative_to(folder).as_posix(), file)
        for app in apps.get_app_configs()
        if app.name.startswith("peremena.") and (folder := Path(app.path) / "static").is_dir()
        for file in folder.rglob("*")
        if file.suffix in SHELL
    )
    digest = hashlib.sha256(KEEPER.read_bytes())
    for name, file in found:
        digest.update(name.encode() + file.read_bytes())
    return Release(digest.hexdigest()[:12], tuple(static(name) for name, _file in found))
