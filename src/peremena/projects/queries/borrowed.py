"""What a project can take from the passport and the map, and what it has taken."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from peremena.drafts.paths import stands
from peremena.kit import typesetting
from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.places.models import Resource, Territory
from peremena.places.passport import Block
from peremena.places.passport.reading import personal_in
from peremena.places.queries import passports
from peremena.places.queries.passports import PassportFact
from peremena.projects import borrowing
from peremena.projects.borrowing import SECTIONS, USE_OF, Thing, Use
from peremena.projects.brief import Section
from peremena.projects.models import Borrowed, Project

MOST_RESOURCES = 200
MOST_PROJECTS = 20
LONGEST_NUMBER = 16


@dataclass(frozen=True)
class Offered:
    """Something to take; `is_taken`: it stands in the list already."""

    thing: Thing
    is_taken: bool


@dataclass(frozen=True)
class BorrowedNote:
    """Beside a row: where it came from. `now`: what the source says today, "" when the same."""

    link: Borrowed
    source: str
    now: str
    resource: Resource | None
    is_gone: bool

    @property
    def is_borrowed(self) -> bool:
        """Told from a remark by the template."""
        return True


def of_resource(resource: Resource) -> Thing:
    return Thing(
        what=f"resource:{resource.pk}",
        title=resource.title,
        source=_("Map of resources: %(territory)s") % {"territory": resource.territory},
        where=resource.where or str(resource.territory),
        layer=resource.layer,
        said={"title": resource.title, "where": resource.where},
    )


def of_fact(territory: Territory, fact: PassportFact) -> Thing:
    is_number = not in_words(fact)
    passport = _("Passport: %(territory)s") % {"territory": territory}
    number = str(fact.value) if is_number else ""
    said = {"number": number, "as_of": fact.as_of, "source": fact.source}
    return Thing(
        what=f"fact:{territory.pk}:{fact.block}:{fact.path}",
        title=fact.label if is_number else f"{fact.label}: {fact.words}",
        number=number,
        unit=fact.unit,
        as_of=fact.as_of,
        source=typesetting.joined(passport, fact.provenance),
        where=str(territory),
        said=said if is_number else said | {"title": str(fact.value)},
    )


def find(what: str, person: Person) -> Thing | None:
    """The thing of that name, when this person may read it."""
    kind, _colon, rest = what.partition(":")
    number = rest.partition(":")[0]
    if not (number.isascii() and number.isdecimal() and len(number) < LONGEST_NUMBER):
        return None
    if kind == "resource":
        found = Resource.objects.visible_to(person).select_related("village").filter(pk=number)
        return next((one for one in map(of_resource, found) if one.what == what), None)
    territory = Territory.objects.with_passport_for(person).filter(pk=number).first()
    return next((one for one in facts_of(territory) if one.what == what), None)


def facts_of(territory: Territory | None) -> list[Thing]:
    """Numbers first. Names, addresses and contacts have no place in a project; counts stay."""
    if territory is None:
        return []
    facts = [fact for fact in passports.facts(territory) if is_for_a_project(fact)]
    return [of_fact(territory, fact) for fact in sorted(facts, key=in_words)]


def is_for_a_project(fact: PassportFact) -> bool:
    is_a_name = fact.block is Block.IDENTITY or fact.field in personal_in(fact.block)
    return not (in_words(fact) and is_a_name)


def in_words(fact: PassportFact) -> bool:
    return isinstance(fact.value, str)


def resources_of(territory: Territory) -> list[Thing]:
    here = territory.resources.filter(removed_at=None).select_related("village", "territory")
    return [of_resource(one) for one in here.order_by("layer", "title")[:MOST_RESOURCES]]


def on_offer(project: Project, person: Person, use: Use) -> Sequence[Offered]:
    """What of the project's own territory can go there; nothing to somebody who may not read it."""
    readable = Territory.objects.with_passport_for(person)
    territory = readable.filter(pk=project.territory_id).first()
    if territory is None:
        return ()
    facts, resources = facts_of(territory), resources_of(territory)
    things = [*facts, *resources] if use is Use.FACT else [*resources, *facts]
    content = project.sections.select_related("draft").get(name=SECTIONS[use]).draft.content
    return [
        Offered(thing, stands(content, borrowing.row(thing, use)))
        for thing in things
        if use in thing.uses
    ]


def notes(
    project: Project, section: Section, reader: Person
) -> Mapping[str, Sequence[BorrowedNote]]:
    """By the path of the row. What a source says now is told to those who may read it there."""
    if section not in USE_OF:
        return {}
    links = project.borrowed.filter(section=section).select_related(
        "territory", "resource__territory", "resource__village"
    )
    today = sources(links, reader) if links else {}
    return {link.row: [note(link, today)] for link in links}


def sources(links: Iterable[Borrowed], reader: Person) -> dict[str, Thing | None]:
    """What each thing is now, None when it is gone; what the reader may not open is left out."""
    wanted = {link.what for link in links}
    readable = set(Territory.objects.with_passport_for(reader).values_list("pk", flat=True))
    found: dict[str, Thing | None] = {}
    for link in links:
        if link.resource and link.resource.territory_id in readable:
            gone = link.resource.removed_at is not None
            found[link.what] = None if gone else of_resource(link.resource)
    territories = {link.territory for link in links if link.territory_id in readable}
    for territory in territories:
        if territory:
            known = {thing.what: thing for thing in facts_of(territory)}
            here = {what for what in wanted if what.startswith(f"fact:{territory.pk}:")}
            found |= {what: known.get(what) for what in here}
    return found


def note(link: Borrowed, today: Mapping[str, Thing | None]) -> BorrowedNote:
    thing = today.get(link.what)
    changed = borrowing.news(thing, link.was) if thing else frozenset()
    return BorrowedNote(
        link=link,
        is_gone=link.what in today and thing is None,
        now=told(thing) if thing and changed else "",
        source=thing.source if thing else "",
        resource=link.resource if link.what in today else None,
    )


def told(thing: Thing) -> str:
    """What the source says now, in a few words."""
    if thing.number:
        counted = typesetting.joined(typesetting.number(Decimal(thing.number)), thing.unit, by=" ")
        return typesetting.joined(counted, thing.as_of)
    return typesetting.joined(thing.title, thing.where if thing.layer else "")


def written_near(thing: Thing, person: Person) -> Sequence[Project]:
    """Projects that the person writes, those of the thing's own territory first."""
    writing = Project.objects.written_by(person)
    helped = Project.objects.filter(centre__in=person.centres_with(Ability.WRITE_FOR_TEAMS))
    here = Q(territory=territory_of(thing))
    mine = Q(pk__in=writing.values("pk"))
    theirs = Q(pk__in=helped.values("pk")) & here
    found = Project.objects.filter(mine | theirs).select_related("territory")
    return list(found.annotate(is_here=Q(here)).order_by("-is_here", "-changed_at")[:MOST_PROJECTS])


def territory_of(thing: Thing) -> int | None:
    kind, number, *_rest = thing.what.split(":", 2)
    if kind == "fact":
        return int(number)
    return Resource.objects.values_list("territory", flat=True).get(pk=number)


def page_of(thing: Thing) -> str:
    """Where the thing itself stands; "" where there is no such page."""
    kind, number, *rest = thing.what.split(":", 3)
    if kind == "resource":
        return reverse("places:resource", args=[number])
    try:
        return reverse("places:block", args=[number, rest[0]])
    except NoReverseMatch:
        return ""
