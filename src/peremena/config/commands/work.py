"""`./peremena work`: jobs of the clockwork and tasks put off, without a web server.

`run` and `serve` have one such worker beside them. Several machines may work on one database.
"""

import argparse
import os

from . import preparing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="do what is due now, then end")
    parser.add_argument("--list", action="store_true", help="show jobs, and tasks given up")
    parser.add_argument("--again", metavar="ID", help="try a task that was given up once more")
    parser.add_argument("--beside", action="store_true", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    from django.conf import settings

    if options.beside:  # the server it works for has prepared everything
        preparing.set_up(settings.STATE)
    else:
        preparing.prepare(settings.STATE)
    if options.list or options.again:
        from . import backlog

        return backlog.again(options.again) if options.again else backlog.show()
    from peremena.config.clockwork import JOBS
    from peremena.kit.worker import Worker

    worker = Worker(JOBS, os.getppid() if options.beside else None)
    worker.listen()
    if options.once:
        worker.once()
        return 0
    worker.begin()
    if not options.beside:
        preparing.say("At work   (Ctrl+C ends it)")
    worker.work()
    return 0
