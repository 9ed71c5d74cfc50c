"""What differs between two moments of a whole project, word by word, page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from peremena.drafts.models import Revision
from peremena.drafts.paths import Content
from peremena.people.models import Person
from peremena.projects.brief import Section
from peremena.projects.models import Milestone, Project
from peremena.projects.models import Section as Page

from .insight import pages_of, words_of
from .versions import Line, lines

Contents = Mapping[Section, Content]


@dataclass(frozen=True)
class Difference:
    """One page that differs. `version`: which one of its draft stands now."""

    section: Section
    title: str
    lines: Sequence[Line]
    version: int


@dataclass(frozen=True)
class News:
    """`since`: None when the person has never said to have read the project."""

    since: datetime | None
    differences: Sequence[Difference]
    authors: Sequence[Person]


def differences(old: Contents, new: Contents, pages: Mapping[Section, Page]) -> list[Difference]:
    """In the order of the method; pages without a changed word are left out."""
    found = [
        Difference(
            section=section,
            title=words_of(section).title,
            lines=tuple(lines(section, old.get(section, {}), new.get(section, {}))),
            version=pages[section].draft.version,
        )
        for section in Section
    ]
    return [one for one in found if one.lines]


def now_of(pages: Mapping[Section, Page]) -> dict[Section, Content]:
    return {section: page.draft.content for section, page in pages.items()}


def at_moment(project: Project, moment: datetime) -> dict[Section, Content]:
    """What stood on each page then. Two queries."""
    earlier = Revision.objects.filter(draft=OuterRef("draft"), at__lte=moment)
    last = Subquery(earlier.order_by("-version").values("pk")[:1])
    names = dict(project.sections.annotate(last=last).values_list("last", "name"))
    revisions = Revision.objects.in_bulk([key for key in names if key])
    return {Section(names[key]): revision.content for key, revision in revisions.items()}


def at_milestone(milestone: Milestone) -> dict[Section, Content]:
    """One query."""
    pages = milestone.pages.select_related("page", "revision")
    return {Section(one.page.name): one.revision.content for one in pages}


def news(project: Project, person: Person) -> News:
    """What others and the person wrote since the person has last said to have read everything."""
    look = project.looks.filter(person=person).first()
    since = look.read_at if look else None
    if since is None:
        return News(None, (), ())
    pages = pages_of(project)
    found = differences(at_moment(project, since), now_of(pages), pages)
    return News(since, found, authors_since(project, since))


def authors_since(project: Project, since: datetime) -> list[Person]:
    written = Revision.objects.filter(draft__project_section__project=project, at__gt=since)
    return list(Person.objects.filter(pk__in=written.values("author")).order_by("name", "surname"))


def between(old: Milestone, new: Milestone | None) -> list[Difference]:
    """From a milestone to another, or to what stands now. Three queries at most."""
    pages = pages_of(old.project)
    later = at_milestone(new) if new else now_of(pages)
    return differences(at_milestone(old), later, pages)
