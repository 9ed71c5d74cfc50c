"""Who did what: about a thing, about a person, about everybody whom a centre knows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peremena.cohorts.models import Cohort, Enrolment, Programme
from peremena.contests.models import Application
from peremena.desk.deeds import DEEDS, UNKNOWN
from peremena.drafts.models import Comment, Draft
from peremena.impact.models import Award
from peremena.journal.models import Entry
from peremena.people.abilities import Ability
from peremena.people.models import Merge, Organisation, Person, Registration
from peremena.people.queries import cards
from peremena.places.models import Resource, Territory
from peremena.projects.models import Project

from .on_behalf import heard

Rows = QuerySet[Any]


@dataclass(frozen=True)
class Line:
    at: datetime
    sentence: str | Promise
    actor: Person | None
    on_behalf_of: Person | None
    thing: str
    url: str
    how: str | Promise = ""


@dataclass(frozen=True)
class Kind:
    """`visible`: whose journal the person may read; `parts`: things that belong to it."""

    name: str | Promise
    visible: Callable[[Person], Rows]
    parts: Callable[[Any], Iterable[tuple[type[Model], Rows]]] = lambda _thing: ()


def of_staff(rows: Callable[[Person], Rows]) -> Callable[[Person], Rows]:
    """Only those who may look into the journal at all."""

    def visible(person: Person) -> Rows:
        found = rows(person)
        return found if person.can(Ability.SEE_JOURNAL) else found.none()

    return visible


def projects(person: Person) -> Rows:
    """The team's own, and for staff those of their centre; experts read the project alone."""
    staff = Q(centre__in=person.centres_with(Ability.SEE_JOURNAL))
    return Project.objects.filter(staff | Q(pk__in=Project.objects.with_team_of(person)))


def of_a_project(project: Project) -> Iterable[tuple[type[Model], Rows]]:
    drafts = Draft.objects.filter(project_section__project=project)
    yield Draft, drafts
    yield Comment, Comment.objects.filter(draft__in=drafts.values("pk"))
    yield Application, project.applications.all()


def of_a_territory(territory: Territory) -> Iterable[tuple[type[Model], Rows]]:
    drafts = Draft.objects.filter(passport_block__territory=territory)
    yield Draft, drafts
    yield Comment, Comment.objects.filter(draft__in=drafts.values("pk"))
    yield Resource, territory.resources.all()


KINDS: Mapping[str, Kind] = {
    "project": Kind(_("Project"), projects, of_a_project),
    "territory": Kind(_("Territory"), Territory.objects.with_passport_for, of_a_territory),
    "application": Kind(
        _("Application"), lambda person: Application.objects.filter(project__in=projects(person))
    ),
    "enrolment": Kind(_("Enrolment"), of_staff(Enrolment.objects.visible_to)),
    "cohort": Kind(_("Cohort"), of_staff(Cohort.objects.visible_to)),
    "programme": Kind(_("Programme"), of_staff(Programme.objects.visible_to)),
    "organisation": Kind(_("Organisation"), of_staff(Organisation.objects.in_register_of)),
    "award": Kind(_("Decision about money"), of_staff(Award.objects.visible_to)),
}


# Things with a page of their own but without a journal of their own.
LINKED: Sequence[Callable[[Person], Rows]] = (
    Person.objects.in_register_of,
    Resource.objects.visible_to,
)


def about(kind: Kind, thing: Model) -> Rows:
    """Of the thing and of what belongs to it."""
    mine = Q(thing_type=thing._meta.label_lower, thing_id=str(thing.pk))
    for model, rows in kind.parts(thing):
        keys = rows.order_by().annotate(key=Cast("pk", CharField())).values("key")
        mine |= Q(thing_type=model._meta.label_lower, thing_id__in=keys)
    return Entry.objects.filter(mine)


def of_person(person: Person) -> Rows:
    """What they did, what others did for them, and what was done with their data."""
    keys = cards(person)
    own = Q(actor__in=keys) | Q(on_behalf_of__in=keys)
    about = Q(thing_type="people.person", thing_id__in=[str(key) for key in keys])
    return Entry.objects.filter(own | about)


def of_centres(staff: Person) -> Rows:
    """What people did whom a centre of theirs knows."""
    centres = staff.centres_with(Ability.SEE_JOURNAL)
    known = Registration.objects.filter(centre__in=centres).values("person")
    merged = Merge.objects.in_force().filter(kept__in=known).values("gone")
    return Entry.objects.filter(Q(actor__in=known) | Q(actor__in=merged))


def in_journal_of(staff: Person) -> QuerySet[Person]:
    """Oneself, and everybody whom a centre knows that lets this one see its journal."""
    known = Registration.objects.filter(centre__in=staff.centres_with(Ability.SEE_JOURNAL))
    return Person.objects.filter(Q(pk=staff.pk) | Q(pk__in=known.values("person"), erased_at=None))


def card_of(person: Person, viewer: Person) -> str:
    """Address of the card; "" when the viewer may read the journal alone."""
    seen = Person.objects.in_register_of(viewer).filter(pk=person.pk).exists()
    return reverse("desk:person", args=[person.pk]) if seen else ""


def lines(entries: Iterable[Entry], viewer: Person) -> list[Line]:
    """As people read them; a link stands only to what the viewer may open."""
    entries = list(entries)
    seen = things(entries, viewer)
    return [line(entry, seen.get((entry.thing_type, entry.thing_id))) for entry in entries]


def line(entry: Entry, thing: Model | None) -> Line:
    return Line(
        at=entry.at,
        sentence=DEEDS.get(entry.deed, UNKNOWN),
        actor=entry.actor,
        on_behalf_of=entry.on_behalf_of,
        thing=str(thing) if thing else "",
        url=address(thing) if thing else "",
        how=heard(entry),
    )


def things(entries: Iterable[Entry], viewer: Person) -> dict[tuple[str, str], Model]:
    """A query for each kind of thing on the page."""
    wanted: dict[str, set[str]] = {}
    for entry in entries:
        wanted.setdefault(entry.thing_type, set()).add(entry.thing_id)
    found: dict[tuple[str, str], Model] = {}
    for visible in [*(kind.visible for kind in KINDS.values()), *LINKED]:
        rows = visible(viewer)
        label = rows.model._meta.label_lower
        if keys := wanted.get(label):
            found |= {(label, str(one.pk)): one for one in named(rows).filter(pk__in=keys)}
    return found


def named(rows: Rows) -> Rows:
    """With what their names are made of."""
    links = {"projects.project": ("territory",), "cohorts.enrolment": ("person", "cohort")}
    return rows.select_related(*links.get(rows.model._meta.label_lower, ()))


def address(thing: Model) -> str:
    if isinstance(thing, Person):
        return reverse("desk:person", args=[thing.pk])
    try:
        return str(thing.get_absolute_url())  # type: ignore[attr-defined]
    except (AttributeError, NoReverseMatch):
        return ""
