"""What `./peremena user` does; loaded once Django is set up."""

import argparse
import secrets

from django.db.models import Prefetch
from django.utils import timezone

from peremena.kit.refusals import Refused
from peremena.people import services
from peremena.people.abilities import Role
from peremena.people.models import Centre, Person, RoleHeld

from .preparing import say


def run(options: argparse.Namespace) -> int:
    try:
        DEEDS[options.deed](options)
    except Person.DoesNotExist:
        say(f"Nobody here has the e-mail {options.email}.")
        return 2
    except Refused as refusal:
        say(str(refusal.reason))
        return 2
    return 0


def show(_options: argparse.Namespace) -> None:
    current = Prefetch("roles", RoleHeld.objects.current().select_related("centre"))
    people = list(Person.objects.order_by("surname", "name").prefetch_related(current))
    centres = {held.centre_id for person in people for held in person.roles.all()} - {None}
    for person in people:
        held = person.roles.all()
        roles = sorted(in_centre(one) if len(centres) > 1 else one.role for one in held)
        say(f"{person.email or '—':32} {person.full_name:40} {', '.join(roles)}".rstrip())


def add(options: argparse.Namespace) -> None:
    person = services.add_person(
        name=options.name,
        surname=options.surname,
        patronymic=options.patronymic,
        email=options.email,
        phone=options.phone,
        centre=centre_called(options.centre),
    )
    say(f"{person} signs in by a code sent to {person.email}.")


def change_role(options: argparse.Namespace) -> None:
    person = Person.objects.with_email(options.email).get()
    centre, role = centre_called(options.centre), Role(options.role)
    change = services.take_role if options.take else services.give_role
    change(person, role, centre=centre, now=timezone.now())
    say(f"{person}: {', '.join(person.current_roles) or 'no role'}.")


def set_password(options: argparse.Namespace) -> None:
    person = Person.objects.with_email(options.email).get()
    password = secrets.token_urlsafe(9)
    services.set_password(person, password)
    say(f"The new password of {person}: {password}")


def add_centre(options: argparse.Namespace) -> None:
    centre = services.add_centre(options.name, options.short)
    say(f"{centre} is here. Its first member of staff: user role E-MAIL staff --centre {centre}")


def show_centres(_options: argparse.Namespace) -> None:
    for centre in Centre.objects.order_by("pk"):
        say(f"{centre.short:20} {centre.name}")


def centre_called(short: str) -> Centre | None:
    """None when no name is given: the deed itself knows what then."""
    if not short:
        return None
    found = Centre.objects.filter(short=short).first()
    if found is None:
        known = ", ".join(Centre.objects.values_list("short", flat=True))
        raise Refused(f"No centre is called {short}. There are: {known or 'none'}.")
    return found


def in_centre(held: RoleHeld) -> str:
    """The role, and the centre in which it is held."""
    return f"{held.role} ({held.centre})" if held.centre else held.role


DEEDS = {
    "list": show,
    "add": add,
    "role": change_role,
    "password": set_password,
    "centre": add_centre,
    "centres": show_centres,
}
