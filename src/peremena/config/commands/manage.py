"""Django's own commands, for developers: `./peremena manage makemigrations`."""

import argparse

from django.core.management import execute_from_command_line

TAKES_REST = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="as for manage.py")


def run(options: argparse.Namespace) -> int:
    execute_from_command_line(["./peremena manage", *options.rest, *options.arguments])
    return 0
