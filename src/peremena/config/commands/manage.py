"""Django's own commands, for developers: `./peremena manage makemigrations`."""

import argparse

from django.conf import settings
from django.core.management import execute_from_command_line

from . import preparing

TAKES_REST = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="as for manage.py")


def run(options: argparse.Namespace) -> int:
    preparing.set_up(settings.STATE)
    execute_from_command_line(["./peremena manage", *options.rest, *options.arguments])
    return 0
