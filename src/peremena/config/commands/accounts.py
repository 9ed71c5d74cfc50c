"""What `./peremena user` does; loaded once Django is set up."""

import argparse
import secrets

from django.utils import timezone

from peremena.kit.refusals import Refused
from peremena.people import services
from peremena.people.abilities import Role
from peremena.people.models import Person

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
    for person in Person.objects.order_by("surname", "name").prefetch_related("roles"):
        roles = sorted(held.role for held in person.roles.all() if held.until is None)
        say(f"{person.email or '—':32} {person.full_name:40} {', '.join(roles)}".rstrip())


def add(options: argparse.Namespace) -> None:
    person = services.add_person(
        name=options.name,
        surname=options.surname,
        patronymic=options.patronymic,
        email=options.email,
    )
    say(f"{person} signs in by a code sent to {person.email}.")


def change_role(options: argparse.Namespace) -> None:
    person = Person.objects.with_email(options.email).get()
    change = services.take_role if options.take else services.give_role
    change(person, Role(options.role), now=timezone.now())
    say(f"{person}: {', '.join(person.current_roles) or 'no role'}.")


def set_password(options: argparse.Namespace) -> None:
    person = Person.objects.with_email(options.email).get()
    password = secrets.token_urlsafe(9)
    services.set_password(person, password)
    say(f"The new password of {person}: {password}")


DEEDS = {"list": show, "add": add, "role": change_role, "password": set_password}
