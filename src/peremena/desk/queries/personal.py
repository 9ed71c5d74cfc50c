"""Everything that is kept about one person: counted for a page, row by row for a download.

Rows that tell of the person come whole. Rows that the person only wrote come with the person's
own words; what they tell of somebody else stays out, and who that is is only a number.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey, Model, Q
from django.utils.functional import Promise

from peremena.desk.deeds import DEEDS
from peremena.desk.kinds import KINDS, ONESELF, OTHER, OWN_WORDS
from peremena.drafts.models import Revision
from peremena.journal.models import Entry
from peremena.people.models import Person
from peremena.people.queries import cards

from . import keeping

# Whoever has these can act as somebody; nobody needs a copy of them.
SECRET = frozenset({"password", "token", "digest", "code", "key", "session_key", "data"})
# What a whole team wrote: the person's own part comes with the versions.
OF_MANY = {
    "drafts.draft": {"content"},
    "drafts.revision": {"content"},
    "drafts.clash": {"kept"},
    "contests.application": {"brief", "record"},
    "places.resourceedit": {"before"},  # what others had written till then
    "lessons.sheet": {"rows", "photo"},  # a paper that everybody has signed
}
# Rows whose subject is named by another row, or by a column of another name.
SUBJECTS = {
    "lessons.sign": ("enrolment", "guest"),
    "cohorts.contactnote": ("enrolment",),
    "cohorts.passed": ("enrolment",),
    "cohorts.planstep": ("enrolment",),
    "cohorts.statuschange": ("enrolment",),
    "intake.decision": ("candidate",),
}
# Of rows about an applicant: what experts think is theirs, and a decision is nobody's to read
# before all decisions are sent. Points and words of experts are in the experts' own copies.
JUDGED = {
    "intake.mark.candidate": Q(pk__in=()),
    "intake.conflict.candidate": Q(pk__in=()),
    "intake.decision.candidate": Q(told_at__isnull=False),
    "intake.standing.candidate": Q(candidate__decision__told_at__isnull=False),
}
MOST = 20_000


@dataclass(frozen=True)
class Kept:
    name: str | Promise
    count: int


@dataclass(frozen=True)
class Table:
    """`name`: what people call it; `choices`: by column, the words for its few values."""

    label: str
    name: str | Promise
    rows: Iterable[Mapping[str, Any]]
    choices: Mapping[str, Mapping[Any, str | Promise]]


def kept(person: Person) -> list[Kept]:
    """What there is, by what people call it, the most first."""
    counts = Counter[str]()
    for model, rows in tables_of(person):
        counts[model._meta.label_lower] += rows.count()
    return grouped(counts)


def grouped(counts: Mapping[str, int]) -> list[Kept]:
    """Counts by table as counts by what people call them."""
    sums: dict[str | Promise, int] = {}
    for label, count in counts.items():
        name = KINDS.get(label, OTHER)
        sums[name] = sums.get(name, 0) + count
    found = [Kept(name, count) for name, count in sums.items() if count]
    return sorted(found, key=lambda one: -one.count)


def tables(person: Person) -> Iterator[Table]:
    """The person and their own words first, then every table with something of theirs."""
    yield Table("people.person", ONESELF, [row_of(person, person)], choices_of(Person, person))
    if own := list(own_words(person)):
        yield Table("drafts.own-words", OWN_WORDS, own, {})
    for name, model, rows in sorted(named_tables(person), key=lambda one: str(one[0])):
        if rows.exists():
            told = rows.select_related(*subjects_of(model) or [None])[:MOST]
            theirs = (row_of(row, person) for row in told.iterator())
            yield Table(model._meta.label_lower, name, theirs, choices_of(model, person))


def named_tables(person: Person) -> Iterator[tuple[str | Promise, type[Model], Any]]:
    for model, rows in tables_of(person):
        yield KINDS.get(model._meta.label_lower, OTHER), model, rows


def choices_of(model: type[Model], person: Person) -> dict[str, dict[Any, str | Promise]]:
    """The words for values of columns that have few; oneself by name."""
    columns = model._meta.concrete_fields
    found = {one.name: dict(one.flatchoices) for one in columns if one.choices}
    own = {
        one.name: {person.pk: person.full_name} for one in columns if one.related_model is Person
    }
    return found | own | ({"deed": dict(DEEDS)} if model is Entry else {})


def tables_of(person: Person) -> Iterator[tuple[type[Model], Any]]:
    by_model: dict[type[Model], Q] = {}
    keys = cards(person)
    for link in keeping.links():
        mine = Q(**{f"{link.field.name}__in": keys})
        by_model[link.model] = by_model.get(link.model, Q()) | mine
    for model, mine in by_model.items():
        yield model, model._base_manager.filter(mine).order_by("pk")
    deeds = Q(actor__in=keys) | Q(on_behalf_of__in=keys)
    about = Q(thing_type="people.person", thing_id__in=[str(key) for key in keys])
    yield Entry, Entry.objects.filter(deeds | about).order_by("pk")
    yield from told_about(person)


def told_about(person: Person) -> Iterator[tuple[type[Model], Any]]:
    """Rows that hang on a row about the person, such as notes on an enrolment."""
    about = {link.model: link for link in keeping.links() if link.is_about}
    for model in keeping.tables():
        for field in model._meta.concrete_fields:
            link = about.get(field.related_model) if isinstance(field, ForeignKey) else None
            if link and model not in about:
                path = f"{field.name}__{link.field.name}"
                told = JUDGED.get(f"{model._meta.label_lower}.{field.name}", Q())
                yield model, model._base_manager.filter(told, **{path: person}).order_by("pk")


def row_of(row: Model, person: Person) -> dict[str, Any]:
    meta = row._meta
    hidden = SECRET | OF_MANY.get(meta.label_lower, set())
    names = subjects_of(meta.model) if about_another(row, person) else frozenset()
    if names:
        hidden = hidden | {field.name for field in keeping.text_columns(meta.model)}
    return {
        field.name: f"№ {getattr(row, field.attname)}"
        if field.name in names and getattr(row, field.attname)
        else shown(row, field, person)
        for field in meta.concrete_fields
        if field.name not in hidden
    }


def about_another(row: Model, person: Person) -> bool:
    """A row about somebody else that the person has entered: their data, not one's own."""
    told = (getattr(row, name) for name in subjects_of(row._meta.model))
    subjects = {one.pk if isinstance(one, Person) else one.person_id for one in told if one}
    return bool(subjects) and person.pk not in subjects


def subjects_of(model: type[Model]) -> frozenset[str]:
    """The columns that say of whom a row tells."""
    own = {
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey)
        and field.related_model is Person
        and field.name in keeping.ONESELF
    }
    return frozenset(own | set(SUBJECTS.get(model._meta.label_lower, ())))


def shown(row: Model, field: Any, person: Person) -> Any:
    """Other people by their name alone; other rows by what they are called."""
    value = getattr(row, field.attname)
    if isinstance(field, ForeignKey):
        is_oneself = field.related_model is Person and value == person.pk
        return value if is_oneself or value is None else str(getattr(row, field.name) or value)
    if field in keeping.file_columns(row._meta.model):
        return str(value)
    return value


def own_words(person: Person) -> Iterator[dict[str, Any]]:
    """What the person typed, or somebody typed for them: only what each save has changed."""
    mine = Revision.objects.filter(Q(author=person) | Q(on_behalf_of=person))
    for revision in mine.select_related("draft").order_by("pk")[:MOST].iterator():
        before = earlier(revision)
        typed = {
            path: value for path, value in leaves(revision.content) if before.get(path) != value
        }
        if typed:
            yield {"page": revision.draft.kind, "at": revision.at, "words": typed}


def earlier(revision: Revision) -> dict[str, Any]:
    versions = Revision.objects.filter(draft=revision.draft_id, version__lt=revision.version)
    last = versions.order_by("-version").first()
    return dict(leaves(last.content)) if last else {}


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Rows of a list by their id, so that a row that moved is not taken for new words."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            name = inner.get("id", place) if isinstance(inner, dict) else place
            yield from leaves(inner, f"{path}.{name}")
    elif value not in (None, ""):
        yield path, value


def files(person: Person) -> Iterator[str]:
    """Stored names of the files in rows about the person, and of those they brought."""
    for link in keeping.links():
        of_many = OF_MANY.get(link.model._meta.label_lower, ())
        columns = [one for one in keeping.file_columns(link.model) if one.name not in of_many]
        for row in link.rows(person) if columns else ():
            if not about_another(row, person):
                yield from filter(None, (str(getattr(row, one.name)) for one in columns))
