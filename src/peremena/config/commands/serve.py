"""`./peremena serve`: a real installation. docs/running says which settings it reads."""

import argparse
import os

from . import preparing, serving


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="default: 127.0.0.1, behind a proxy")
    parser.add_argument("--port", type=int, default=8000, help="default: 8000")
    parser.add_argument("--processes", type=int, default=2, help="default: 2")


def run(options: argparse.Namespace) -> int:
    if "PEREMENA_ADDRESS" not in os.environ:
        preparing.say(
            "Set PEREMENA_ADDRESS to the address people type, such as https://school.example"
        )
        return 2
    if serving.is_taken(options.host, options.port):
        preparing.say(f"Port {options.port} on {options.host} is taken by another program.")
        return 2
    from django.conf import settings

    preparing.prepare(settings.STATE)
    return serving.serve(options.host, options.port, processes=options.processes)
