"""`./peremena test`: all tests, two lanes side by side; says loudly what it left out."""

import argparse
import os
import subprocess
import sys
import tempfile
from typing import IO

from . import checking, testing

LEFT_OUT = 4
NOTHING_MATCHED = 5


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
    codes = side_by_side(options, chromium)
    if options.coverage:
        report_coverage()
    if not chromium:
        testing.shout("the browser tests (Chromium was not found)", testing.CHROMIUM_LINE)
        codes.append(LEFT_OUT if os.environ.get("CI") else 0)
    return verdict(codes)


def side_by_side(options: argparse.Namespace, chromium: str | None) -> list[int]:
    """Two lanes: the browser tests in one, all others in the other. The browser tests are told
    about at the end, so that lines do not mix."""
    coverage = ["coverage", "run", "-p", "-m"] if options.coverage else []
    command = [*coverage, "pytest", *options.paths, "-m"]
    others = [*command, "not browser"]
    if not chromium:
        return [start(others).wait()]
    os.environ["PEREMENA_CHROMIUM"] = chromium
    with tempfile.TemporaryFile() as told:
        lane = start([*command, "browser"], told)
        codes = [start(others).wait(), lane.wait()]
        told.seek(0)
        print(told.read().decode(errors="replace"), flush=True)
    return codes


def verdict(codes: list[int]) -> int:
    """A run that matched nothing is fine beside another, but not alone."""
    matched = [code for code in codes if code != NOTHING_MATCHED]
    return next((code for code in matched if code), 0) if matched else NOTHING_MATCHED


def start(command: list[str], told: IO[bytes] | None = None) -> "subprocess.Popen[bytes]":
    errors = subprocess.STDOUT if told else None
    return subprocess.Popen(
        [sys.executable, "-m", *command], cwd=checking.ROOT, stdout=told, stderr=errors
    )


def report_coverage() -> None:
    for arguments in (["combine", "--quiet"], ["report", "--skip-covered", "--show-missing"]):
        start(["coverage", *arguments]).wait()


def on_postgres(paths: list[str]) -> int:
    """The tests that touch the database, once more against PostgreSQL, on every core."""
    spread = ["-n", str(os.cpu_count() or 1), "--dist", "loadfile"]
    with testing.postgres() as address:
        if address is None:
            testing.shout("the tests on PostgreSQL (it was not found)", testing.POSTGRES_LINE)
            return LEFT_OUT
        os.environ["DATABASE_URL"] = address
        return start(["pytest", *spread, "-m", "not browser", "--only-database", *paths]).wait()
