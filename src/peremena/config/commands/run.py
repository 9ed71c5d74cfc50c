"""`./peremena run`: the school on this computer, with demonstration data if it is empty."""

import argparse
import os
import sys

from . import preparing, serving


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="default: 8000")
    parser.add_argument("--empty", action="store_true", help="leave an empty database empty")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("PEREMENA_ADDRESS", f"http://127.0.0.1:{options.port}")
    if serving.is_taken("127.0.0.1", options.port):
        preparing.say(
            f"Port {options.port} is taken by another program; "
            f"start with another one: ./peremena run --port {options.port + 1}"
        )
        return 2
    from django.conf import settings

    preparing.prepare(settings.STATE)
    from peremena.desk import demonstration

    if not options.empty and demonstration.is_empty():
        demonstration.build(say=preparing.say)
    people = demonstration.people()
    os.environ["PEREMENA_DEMONSTRATION"] = "1" if people else "0"
    preparing.say(f"\nPeremena is at {os.environ['PEREMENA_ADDRESS']}   (Ctrl+C stops it)")
    for person in people[:6]:
        preparing.say(f"  sign in as {person}")
    sys.stdout.flush()
    return serving.serve("127.0.0.1", options.port, processes=1)
