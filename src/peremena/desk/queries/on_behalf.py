"""What others wrote on somebody's behalf: who, when, what and how they learned it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from peremena.desk.deeds import DEEDS, UNKNOWN
from peremena.drafts import words
from peremena.drafts.history import HEARD, Source, continues
from peremena.drafts.models import Revision
from peremena.journal.models import Entry
from peremena.people.models import Person
from peremena.people.queries import cards
from peremena.projects import queries as projects
from peremena.projects.brief import Section

PAGE = 100
SALT = "written-for-me"
PAGES = {
    "places.resource": "places:resource",
    "projects.project": "desk:workshop",
    "contests.application": "contests:application",
}
Row = Revision | Entry


@dataclass(frozen=True)
class Written:
    """One deed, or one burst of writing on a page. `url`: where it stands; "" when nowhere."""

    who: Person | None
    what: str
    how: str | Promise
    at: datetime
    url: str


@dataclass(frozen=True)
class WrittenPage:
    """`after`: put into `?after=` for what is older; empty when there is nothing."""

    lines: Sequence[Written]
    after: str
    is_first: bool


def written_for(person: Person, after: str = "") -> WrittenPage:
    """The newest first, in two queries."""
    start = read(after)
    older = {"at__lte": start} if start else {}
    revisions = Revision.objects.filter(on_behalf_of=person, **older).select_related(
        "author", "draft__project_section__project", "draft__passport_block__territory"
    )
    deeds = Entry.objects.filter(on_behalf_of__in=cards(person), **older).select_related("actor")
    deeds = deeds.exclude(deed__startswith="drafts.draft.")  # a revision tells it already
    newest: list[Row] = [
        *revisions.defer("content", "draft__content").order_by("-at", "-pk")[: PAGE + 1],
        *deeds.order_by("-at", "-pk")[: PAGE + 1],
    ]
    newest.sort(key=lambda row: row.at, reverse=True)
    shown, rest = whole_moments(newest)
    return WrittenPage(
        lines=list(lines(shown)),
        after=signing.dumps(rest.isoformat(), salt=SALT) if rest else "",
        is_first=start is None,
    )


def whole_moments(newest: Sequence[Row]) -> tuple[Sequence[Row], datetime | None]:
    """The rows of a page and from which moment on the rest is older; None: there is no rest.

    The key is a moment, so what happened at one moment stands on one page.
    """
    if len(newest) <= PAGE:
        return newest, None
    rest = newest[PAGE].at
    if shown := [row for row in newest if row.at > rest]:
        return shown, rest
    return newest, rest - timedelta.resolution


def read(after: str) -> datetime | None:
    """A key that was not given out here begins the list anew."""
    try:
        return datetime.fromisoformat(signing.loads(after, salt=SALT)) if after else None
    except (signing.BadSignature, ValueError):
        return None


def lines(rows: Sequence[Row]) -> Iterator[Written]:
    """Of revisions that one person typed without a pause only the last is told."""
    newer: dict[int, Revision] = {}
    for row in rows:
        if isinstance(row, Entry):
            said = capfirst(str(DEEDS.get(row.deed, UNKNOWN)))
            yield Written(row.actor, said, heard(row), row.at, address(row))
            continue
        later = newer.get(row.draft_id)
        newer[row.draft_id] = row
        if later is None or not continues(row, later):
            yield burst(row)


def burst(revision: Revision) -> Written:
    draft, url = revision.draft, ""
    what = _("A page")
    if section := getattr(draft, "project_section", None):
        title = projects.words_of(Section(section.name)).title
        what = f"{title} · {section.project}"
        url = page("projects:versions", section.project_id, section.name)
    elif block := getattr(draft, "passport_block", None):
        what = _("Passport: %(territory)s") % {"territory": block.territory}
        url = page("places:block", block.territory_id, block.name)
    how = words.SOURCES[Source(revision.source)]
    return Written(revision.author, what, how, revision.at, url)


def heard(entry: Entry) -> str | Promise:
    """How whoever wrote for another learned it; "" where nobody said."""
    said = entry.details.get("heard", "")
    return words.SOURCES[Source(said)] if said in HEARD else ""


def address(entry: Entry) -> str:
    name = PAGES.get(entry.thing_type)
    return page(name, entry.thing_id) if name else ""


def page(name: str, *arguments: object) -> str:
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""
