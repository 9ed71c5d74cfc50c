"""`./peremena demo`: the demonstration data in an empty database."""

import argparse

from . import preparing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    return


def run(_options: argparse.Namespace) -> int:
    from django.conf import settings

    preparing.prepare(settings.STATE)
    from peremena.desk import demonstration

    if not demonstration.is_empty():
        preparing.say("The database is not empty, so nothing was added.")
        return 2
    demonstration.build(say=preparing.say)
    return 0
