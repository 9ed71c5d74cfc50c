"""A centre's register: who is in it, who is in it already, which organisations it knows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from peremena.kit import paging
from peremena.kit.paging import Listed
from peremena.people import phones
from peremena.people.abilities import OF_ROLE, Ability, Role
from peremena.people.models import (
    Centre,
    Merge,
    Organisation,
    PaperCode,
    Person,
    PersonQuerySet,
    RoleHeld,
)

FEW = 5
FIND = re.compile(r"[\w@.+-]*\w[\w@.+-]*")
ENOUGH_DIGITS = 4
BY_NAME = ("surname", "name", "pk")
OF_ADMINISTRATORS = frozenset({Role.STAFF, Role.ADMINISTRATOR})


@dataclass(frozen=True)
class RolesShown:
    """What somebody is in the centres of the person who looks, now and before."""

    now: Sequence[RoleHeld]
    before: Sequence[RoleHeld]


def people(viewer: Person, *, find: str = "", role: str = "", after: str = "") -> Listed[Person]:
    """Two queries; each person carries `roles_now`, as held in the viewer's centres."""
    centres = viewer.centres_with(Ability.SEE_PEOPLE)
    held = RoleHeld.objects.current().filter(centre__in=centres)
    rows = found(Person.objects.in_register_of(viewer), find)
    if role:
        rows = rows.filter(pk__in=held.filter(role=role).values("person"))
    shown = Prefetch("roles", held.order_by("since"), to_attr="roles_now")
    return paging.page(rows.prefetch_related(shown), by=BY_NAME, after=after)


def found(rows: PersonQuerySet, find: str) -> PersonQuerySet:
    """Those in whose name, e-mail or telephone each of the words stands; е is ё."""
    digits = phones.digits_of(find)
    if len(digits) >= ENOUGH_DIGITS and phones.SIGNS.fullmatch(find.strip()):
        return rows.filter(phone__contains=digits[1:] if len(digits) == 11 else digits)
    for word in FIND.findall(find)[:FEW]:
        pattern = alike(word)
        named = Q(surname__iregex=pattern) | Q(name__iregex=pattern)
        rows = rows.filter(named | Q(patronymic__iregex=pattern) | Q(email__icontains=word.lower()))
    return rows


def alike(word: str) -> str:
    """SQLite does not know capitals of Russian letters; its regular expressions do."""
    return re.sub("[её]", "[её]", re.escape(word.lower()))


def twins(viewer: Person, *, name: str, surname: str, phone: str, email: str) -> list[Person]:
    """Who of those that the viewer keeps may be meant: the same e-mail, or name and telephone."""
    same = Q(email=email.strip().lower()) if email.strip() else Q()
    if phone:
        names = Q(name__iregex=whole(name), surname__iregex=whole(surname))
        same |= names & Q(phone=phones.clean(phone))
    if not same:
        return []
    return list(Person.objects.kept_by(viewer).filter(same).order_by("pk")[:FEW])


def whole(word: str) -> str:
    return f"^{alike(word.strip())}$"


def merges_waiting(viewer: Person) -> list[Merge]:
    """Two cards of one person, found by one of the staff: a colleague decides."""
    return list(Merge.objects.waiting().kept_by(viewer).order_by("asked_at"))


def able(ability: Ability, centre: int) -> PersonQuerySet:
    """Those who hold the ability in the centre now."""
    roles = [role for role, may in OF_ROLE.items() if ability in may]
    held = RoleHeld.objects.current().filter(centre=centre, role__in=roles)
    return Person.objects.filter(pk__in=held.values("person"), is_active=True)


def roles(person: Person, viewer: Person) -> RolesShown:
    """One query. An administrator's role is held in no centre and is shown to all who look."""
    centres = viewer.centres_with(Ability.SEE_PEOPLE)
    held = person.roles.filter(Q(centre__in=centres) | Q(centre=None)).select_related("centre")
    rows = list(held.order_by("-since"))
    return RolesShown(
        now=[row for row in rows if row.until is None],
        before=[row for row in rows if row.until is not None],
    )


def centres_kept(viewer: Person, person: Person | None = None) -> list[Centre]:
    """Where the viewer keeps the register; with a person: those that know the person."""
    rows = Centre.objects.filter(pk__in=viewer.centres_with(Ability.KEEP_PEOPLE))
    if person:
        rows = rows.filter(registrations__person=person)
    return list(rows.order_by("pk"))


def all_centres() -> list[Centre]:
    return list(Centre.objects.order_by("pk"))


def keeps_people(person: Person) -> bool:
    """Whether somebody is staff or an administrator, of whatever centre."""
    return bool(OF_ADMINISTRATORS & {Role(role) for role in person.current_roles})


def offices(after: str = "") -> Listed[RoleHeld]:
    """All staff and administrators, the newest first."""
    held = RoleHeld.objects.current().filter(role__in=OF_ADMINISTRATORS)
    return paging.page(held.select_related("person", "centre"), by=("-since", "pk"), after=after)


def organisations(viewer: Person, *, find: str = "", after: str = "") -> Listed[Organisation]:
    rows = Organisation.objects.in_register_of(viewer).select_related("centre")
    for word in FIND.findall(find)[:FEW]:
        named = Q(name__iregex=alike(word)) | Q(short__iregex=alike(word))
        rows = rows.filter(named | Q(inn=word) | Q(ogrn=word))
    return paging.page(rows, by=("name", "pk"), after=after)


def organisations_named(text: str, centres: Iterable[int]) -> list[Organisation]:
    """Those of the centres that somebody may mean by a part of the name or by a number."""
    rows = Organisation.objects.filter(centre__in=centres)
    words = FIND.findall(text)[:FEW]
    for word in words:
        named = Q(name__iregex=alike(word)) | Q(short__iregex=alike(word))
        rows = rows.filter(named | Q(inn=word) | Q(ogrn=word))
    return list(rows.order_by("name")[: FEW + 1]) if words else []


def paper_codes(viewer: Person, after: str = "") -> Listed[PaperCode]:
    """The newest first, those of the past too."""
    rows = PaperCode.objects.kept_by(viewer).select_related("confirmed_by")
    return paging.page(rows, by=("-made_at", "pk"), after=after)


def cards(person: Person) -> list[int]:
    """Keys of the person's card and of those that were merged into it, each time one further."""
    joined = [person.pk]
    for key in joined:
        merged = Merge.objects.in_force().filter(kept=key)
        joined += merged.exclude(gone__in=joined).values_list("gone", flat=True)
    return joined
