"""`./peremena user`: people and their roles, for whoever keeps the installation."""

import argparse

from peremena.people.abilities import Role

from . import preparing

WHERE = "short name of the centre; needed where there are several"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
    deeds.add_parser("list", help="who is here, with roles")
    new = deeds.add_parser("add", help="add a person, who then signs in by a code from a letter")
    new.add_argument("--email", required=True)
    new.add_argument("--name", required=True)
    new.add_argument("--surname", default="")
    new.add_argument("--patronymic", default="")
    new.add_argument("--phone", default="")
    new.add_argument("--centre", default="", help=WHERE)
    role = deeds.add_parser("role", help="give a role, or take it back")
    role.add_argument("email")
    role.add_argument("role", choices=[str(role) for role in Role])
    role.add_argument("--take", action="store_true", help="take it back")
    role.add_argument("--centre", default="", help=WHERE)
    password = deeds.add_parser("password", help="set a new password and print it once")
    password.add_argument("email")
    centre = deeds.add_parser("centre", help="add a centre that shares the installation")
    centre.add_argument("name", help="the whole name")
    centre.add_argument("short", help="the short name, by which commands know it")
    deeds.add_parser("centres", help="which centres there are")


def run(options: argparse.Namespace) -> int:
    from django.conf import settings

    preparing.prepare(settings.STATE)
    from . import accounts

    return accounts.run(options)
