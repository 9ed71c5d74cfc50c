"""The list of a day: everybody who may be there, and what is known of each."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from peremena.cohorts.models import Cohort, Enrolment
from peremena.lessons.models import Session, Sign
from peremena.lessons.names import Named
from peremena.lessons.presence import Statement, is_there, what_of
from peremena.lessons.rules import Presence, Way
from peremena.people.models import Person
from peremena.projects.models import Membership


@dataclass(frozen=True)
class Row:
    """`key`: “e12” for an enrolment, “g7” for somebody of a team. `place`: the territory, or the
    project. `by_name`: all that is known is that somebody gave this name at the wall."""

    key: str
    person: Person
    place: str
    presence: Presence | None
    by_name: bool

    @property
    def is_there(self) -> bool:
        return is_there(self.presence)


@dataclass(frozen=True)
class Roll:
    session: Session
    rows: Sequence[Row]

    @property
    def there(self) -> int:
        return sum(one.is_there for one in self.rows)

    @property
    def unmarked(self) -> int:
        return sum(one.presence is None for one in self.rows)


def roll(session: Session) -> Roll:
    """By surname, as people say it at the door. Three queries; a fourth where somebody has left."""
    told = statements(session)
    people = who(session.cohort, told)
    rows = [row(key, person, place, told[key]) for key, (person, place) in people.items()]
    rows.sort(key=lambda one: (one.person.surname, one.person.name, one.person.pk))
    return Roll(session, rows)


def row(key: str, person: Person, place: str, told: Sequence[Statement]) -> Row:
    by_name = bool(told) and all(one.way is Way.NAME for one in told)
    return Row(key, person, place, what_of(told), by_name)


def who(cohort: Cohort, told: Mapping[str, object]) -> dict[str, tuple[Person, str]]:
    """Whoever is enrolled, the teams of their projects, and those of whom something is told."""
    keys = [one[1:] for one in told if one.startswith("e")]
    is_listed = ~Q(status="left") | Q(pk__in=keys)
    enrolled = list(
        Enrolment.objects.filter(is_listed, cohort=cohort).select_related("person", "territory")
    )
    found = {f"e{one.pk}": (one.person, one.territory.name) for one in enrolled}
    learning = {one.person_id for one in enrolled}
    for one in members(enrolled).exclude(person__in=learning):
        found.setdefault(f"g{one.person_id}", (one.person, str(one.project)))
    gone = [key[1:] for key in told if key.startswith("g") and key not in found]
    guests = Person.objects.filter(pk__in=gone) if gone else ()
    return found | {f"g{one.pk}": (one, "") for one in guests}


def members(enrolled: Sequence[Enrolment]) -> QuerySet[Membership]:
    projects = [one.project_id for one in enrolled if one.project_id and one.status != "left"]
    rows = Membership.objects.current().filter(project__in=projects, person__is_active=True)
    return rows.select_related("person", "project").order_by("pk")


def statements(session: Session) -> dict[str, list[Statement]]:
    """By the key of the row; one query."""
    found: dict[str, list[Statement]] = defaultdict(list)
    signs = Sign.objects.filter(session=session)
    for enrolment, guest, presence, way, at, key in signs.values_list(
        "enrolment", "guest", "presence", "way", "at", "key"
    ):
        row = f"e{enrolment}" if enrolment else f"g{guest}"
        found[row].append(Statement(Presence(presence), Way(way), at, key))
    return found


def standing(session: Session) -> dict[str, Presence]:
    """What everybody is of whom something is told; one query."""
    known = {key: what_of(told) for key, told in statements(session).items()}
    return {key: presence for key, presence in known.items() if presence}


def known_keys(cohort: Cohort) -> set[str]:
    """Of whom anything may be told: also those who have left since a phone noted them."""
    enrolled = cohort.enrolments.values_list("pk", flat=True)
    projects = cohort.enrolments.exclude(project=None).values("project")
    teams = Membership.objects.filter(project__in=projects).values_list("person", flat=True)
    return {f"e{pk}" for pk in enrolled} | {f"g{pk}" for pk in teams}


def names(found: Roll) -> dict[str, Named]:
    return {one.key: named(one.person) for one in found.rows}


def named(person: Person) -> Named:
    return Named(person.name, person.surname, person.patronymic, person.email or "")


def own_key(session: Session, person: Person) -> str | None:
    """Under which the person stands on the list of the day; None: not on it."""
    mine = (one.key for one in roll(session).rows if one.person.pk == person.pk)
    return next(mine, None)


@dataclass(frozen=True)
class Said:
    """What holds of one person, and all that was ever said, the newest first."""

    person: Person
    presence: Presence | None
    signs: Sequence[Sign]

    @property
    def earlier(self) -> int:
        return len(self.signs) - 1


def trail(session: Session) -> list[Said]:
    """How it is known, by surname; one query."""
    signs = Sign.objects.filter(session=session).select_related("enrolment__person", "guest", "by")
    told: dict[str, list[Sign]] = defaultdict(list)
    for one in signs.order_by("-at", "-pk"):
        told[f"e{one.enrolment_id}" if one.enrolment_id else f"g{one.guest_id}"].append(one)
    found = [said(signs) for signs in told.values()]
    return sorted(found, key=lambda one: (one.person.surname, one.person.name, one.person.pk))


def said(signs: Sequence[Sign]) -> Said:
    of_whom = signs[0].enrolment.person if signs[0].enrolment else signs[0].guest
    told = [Statement(Presence(one.presence), Way(one.way), one.at, one.key) for one in signs]
    return Said(of_whom, what_of(told), signs)  # type: ignore[arg-type]
