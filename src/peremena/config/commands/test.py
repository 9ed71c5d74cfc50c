"""`./peremena test`: all tests, two processes side by side; says loudly what it left out."""

import argparse
import os
import subprocess
import sys

from . import checking, testing

LEFT_OUT = 4


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", help="only these tests, as for pytest")
    parser.add_argument("--postgres", action="store_true", help="database and page tests there")
    parser.add_argument("--coverage", action="store_true", help="say which lines were not reached")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev")
    testing.make_derived_files()
    if options.postgres:
        return on_postgres(options.paths)
    chromium = testing.find_chromium()
    python = ["coverage", "run", "-p", "-m"] if options.coverage else []
    runs = [start([*python, "pytest", "-m", "not browser", *options.paths])]
    if chromium:
        os.environ["PEREMENA_CHROMIUM"] = chromium
        runs.append(start([*python, "pytest", "-m", "browser", *options.paths]))
    codes = [process.wait() for process in runs]
    if options.coverage:
        report_coverage()
    if not chromium:
        testing.shout("the browser tests (Chromium was not found)", testing.CHROMIUM_LINE)
    nothing_matched = 5
    bad = [code for code in codes if code not in (0, nothing_matched)]
    return bad[0] if bad else (LEFT_OUT if not chromium and os.environ.get("CI") else 0)


def start(command: list[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", *command], cwd=checking.ROOT)


def report_coverage() -> None:
    for arguments in (["combine", "--quiet"], ["report", "--skip-covered", "--show-missing"]):
        start(["coverage", *arguments]).wait()


def on_postgres(paths: list[str]) -> int:
    """The tests that touch the database, once more against PostgreSQL."""
    with testing.postgres() as address:
        if address is None:
            testing.shout("the tests on PostgreSQL (it was not found)", testing.POSTGRES_LINE)
            return LEFT_OUT
        os.environ["DATABASE_URL"] = address
        return start(["pytest", "-m", "not browser", "--only-database", *paths]).wait()
