"""Static files as a real installation serves them: compressed, named by their content."""

import re
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

UNUSED = "django_htmx/ext/"
ASIDES = {
    ".js": re.compile(r"^\s*//.*\n|^\s+", re.M),
    ".css": re.compile(r"/\*.*?\*/\s*|^\s+", re.M | re.S),
}


def spare(name: str, text: str) -> str:
    """Without whole lines of comment and without indents: a sixth less for a slow link.

    A script in which a text in backquotes goes over several lines stays as it is.
    """
    suffix = name[name.rfind(".") :]
    if suffix == ".js" and any(line.count("`") % 2 for line in text.splitlines()):
        return text
    return ASIDES[suffix].sub("", text)


class Spared(Storage):
    """A folder of our own sources, read as they go over the wire."""

    def __init__(self, folder: Storage) -> None:
        self.folder = folder

    def _open(self, name: str, mode: str = "rb") -> File[Any]:
        with self.folder.open(name, mode) as file:
            return ContentFile(spare(name, file.read().decode()).encode(), name=name)


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Modules that a script imports are named by their content, too, and so kept for ever."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], **options: Any) -> Iterator[Any]:
        """Extensions of htmx stay out: nobody asks for them, and they import what is not there."""
        rooms = {app.label for app in apps.get_app_configs() if app.name.startswith("peremena.")}
        asked_for = {
            name: (Spared(folder), path)
            if name.split("/")[0] in rooms and name.endswith(tuple(ASIDES))
            else (folder, path)
            for name, (folder, path) in paths.items()
            if not name.startswith(UNUSED)
        }
        yield from super().post_process(asked_for, **options)
