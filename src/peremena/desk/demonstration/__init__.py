"""The demonstration: invented people of invented villages in real districts, and their projects.

Whoever opens an empty installation sees the product at work: projects from one line to a frozen
application, notes of experts, changes of yesterday. It is made only in an empty database.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from peremena.journal.services import as_of
from peremena.people import services as people_services
from peremena.people.abilities import Role
from peremena.people.models import Centre, Person
from peremena.places.models import District, Territory
from peremena.places.services import add_villages, load_districts
from peremena.projects.models import Project

from . import (
    applications,
    calls,
    cohorts,
    gates,
    ledger,
    letters,
    open_call,
    register,
    school_days,
    sketches,
    stories,
    teaching,
)
from .staging import stage
from .stories import Place, Point, Somebody
from .teaching import Village

KEEPERS = {Role.STAFF, Role.ADMINISTRATOR}
INVENTED = "выдумано для показа"
SCHOOL_OPENED, SCHOOL_BEGAN = timedelta(days=520), timedelta(days=60)


def is_empty() -> bool:
    """Nobody and no project is there yet."""
    return not Person.objects.exists() and not Project.objects.exists()


def people() -> list[str]:
    """For the console: whom one can sign in as, the most telling first."""
    return [
        f"{person} — {person.about}" for person in Person.objects.demonstration().order_by("pk")
    ]


def build(say: Callable[[str], None] = print, now: datetime | None = None) -> None:
    """All of it or nothing; a database that is not empty stays as it is."""
    now = now or timezone.now()
    with transaction.atomic():
        if not is_empty():
            say("There are people or projects here already, so nothing was added.")
            return
        say("Making the demonstration …")
        tell(now)
    say(f"{Person.objects.count()} people, {Territory.objects.count()} territories.")


def tell(now: datetime) -> Village:
    """The centre, its people and places, then the stories, then the school around them."""
    load_districts()
    with as_of(now - SCHOOL_OPENED):
        centre = open_centre()
    learned = cohorts.alumni()
    elsewhere = [one.territory for one in learned] + [one.territory for one in cohorts.intake()]
    territories = settle([*stories.places(), *elsewhere])
    cast = gather([*stories.people(), *map(somebody, learned)], now)
    projects = {
        name: stage(story, territories[story.territory], cast, now=now)
        for name, story in stories.stories().items()
    }
    here = Village(centre, cast, territories, projects, by=cast["marina"], now=now)
    this_year, last_year = teaching.teach(here)
    gates.build(here, this_year, last_year)
    teaching.register_applicants(here)
    calls.take_in(here)
    open_call.take_in(here, this_year)
    sketches.describe(here)
    ledger.count(here)
    applications.follow(here)
    register.keep(here)
    letters.write(here)
    school_days.hold(here, this_year)
    return here


def open_centre() -> Centre:
    named = cohorts.school().centre
    centre = people_services.add_centre(named.name, named.short)
    centre.is_demonstration = True
    centre.save(update_fields=["is_demonstration"])
    return centre


def somebody(alumnus: cohorts.Alumnus) -> Somebody:
    """Those of last year sign in, too."""
    about = f"выпуск прошлого года, {alumnus.territory.centre}"
    address = f"{alumnus.key}@alumni.example.org"
    return Somebody(
        key=alumnus.key,
        about=about,
        email=address,
        phone=alumnus.phone,
        **alumnus.person._asdict(),
    )


def settle(places: Iterable[Place]) -> Mapping[str, Territory]:
    """Territories by name. Places have no deed of their own yet: they come with an installation."""
    districts = {district.name: district for district in District.objects.all()}
    points = stories.points()
    return {
        place.name: settled(place, districts[place.district], points[place.name])
        for place in places
    }


def settled(place: Place, district: District, point: Point) -> Territory:
    """Everything about it is invented, and so it says where a source is asked for."""
    known = place.model_dump(exclude={"district", "villages"}) | {"population_source": INVENTED}
    territory = Territory.objects.create(**known, district=district, is_demonstration=True)
    add_villages(territory, place.villages)
    territory.places.filter(name=place.centre).update(
        latitude=point.latitude, longitude=point.longitude
    )
    return territory


def gather(cast: Iterable[Somebody], now: datetime) -> Mapping[str, Person]:
    """Persons by the key under which stories speak of them."""
    return {somebody.key: welcome(somebody, began_for(somebody, now)) for somebody in cast}


def began_for(somebody: Somebody, now: datetime) -> datetime:
    """Staff were there before the school; last year's people came with last year's school."""
    if somebody.role in KEEPERS or somebody.email.endswith("@alumni.example.org"):
        return now - SCHOOL_OPENED
    return now - SCHOOL_BEGAN


def welcome(somebody: Somebody, at: datetime) -> Person:
    with as_of(at):
        return added(somebody, at)


def added(somebody: Somebody, at: datetime) -> Person:
    person = people_services.add_person(
        **somebody.model_dump(include={"name", "surname", "patronymic", "email", "phone"})
    )
    person.about, person.channel = somebody.about, somebody.channel
    person.is_demonstration, person.joined_at = True, at
    person.save(update_fields=["about", "channel", "is_demonstration", "joined_at"])
    if somebody.role:
        people_services.give_role(person, somebody.role, now=at)
    return person
