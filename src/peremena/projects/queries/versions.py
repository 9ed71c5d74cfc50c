"""What was written on a page of the workshop and when."""

from collections.abc import Iterator

from peremena.drafts.outline import outline
from peremena.drafts.paths import Content
from peremena.drafts.versions import Line, Telling, Version
from peremena.drafts.versions import versions as versions_of
from peremena.projects import workshop
from peremena.projects.brief import Section
from peremena.projects.models import Section as Page

from .insight import words_of

__all__ = ["Line", "Version", "lines", "versions"]


def versions(page: Page) -> list[Version]:
    """The newest first. One query."""
    section = Section(page.name)
    return versions_of(page.draft, workshop.model_of(section), words_of(section))


def lines(section: Section, old: Content, new: Content) -> Iterator[Line]:
    """What changed between two contents of a page."""
    return Telling(outline(workshop.model_of(section)), words_of(section)).lines(old, new)
