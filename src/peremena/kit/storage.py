"""Static files as a real installation serves them: compressed, named by their content."""

from collections.abc import Iterator
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

UNUSED = "django_htmx/ext/"


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Modules that a script imports are named by their content, too, and so kept for ever."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], **options: Any) -> Iterator[Any]:
        """Extensions of htmx stay out: nobody asks for them, and they import what is not there."""
        asked_for = {name: file for name, file in paths.items() if not name.startswith(UNUSED)}
        yield from super().post_process(asked_for, **options)
