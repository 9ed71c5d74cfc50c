"""What the tests need beyond Python: Chromium, and a PostgreSQL of their own."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from peremena.kit import messages, stylesheet

from .checking import ROOT

CHROMIUM_LINE = "sudo apt-get update && sudo apt-get install -y chromium-headless-shell"
# The shell first: without a window of its own it needs half the time of a whole browser.
CHROMIUM_PACKAGES = ("chromium-headless-shell", "chromium")
CHROMIUMS = (*CHROMIUM_PACKAGES, "chromium-browser", "google-chrome")
POSTGRES_LINE = "sudo apt-get update && sudo apt-get install -y postgresql"
# Nothing of it outlives the tests, and their questions are too short to be compiled first.
IN_HASTE = " ".join(
    f"-c {setting}=off"
    for setting in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum", "jit")
)


def make_derived_files() -> None:
    messages.compile_all(ROOT / "src" / "peremena")
    stylesheet.join_all(ROOT / "src" / "peremena")


def shout(left_out: str, line: str) -> None:
    bar = "!" * 78
    print(
        f"\n{bar}\nLEFT OUT: {left_out}.\nTo have them run, type:\n\n    {line}\n{bar}\n",
        file=sys.stderr,
    )


def find_chromium() -> str | None:
    return which(CHROMIUMS) or next(
        (found for one in CHROMIUM_PACKAGES if apt_install(one) and (found := which(CHROMIUMS))),
        None,
    )


def which(names: tuple[str, ...]) -> str | None:
    return next((found for name in names if (found := shutil.which(name))), None)


def apt_install(package: str) -> bool:
    """Only root on Debian may; everybody else is told the line to type."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    print(f"Installing {package} (once) …", file=sys.stderr)
    subprocess.run(["apt-get", "update", "-qq"], stdout=subprocess.DEVNULL, check=False)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=False)
    return done.returncode == 0


def find_postgres() -> Path | None:
    """The folder with initdb: on PATH, or where Debian keeps it."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return folders[-1].parent if folders else None


@contextlib.contextmanager
def postgres() -> Iterator[str | None]:
    """The address of a server of our own, thrown away afterwards; None where there is none."""
    binaries = find_postgres() or (apt_install("postgresql") and find_postgres()) or None
    if binaries is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="peremena-postgres-") as folder:
        as_owner = owner_of(folder)
        data, port = f"{folder}/data", free_port()
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {IN_HASTE}"
        initdb = [f"{binaries}/initdb", "-D", data, "-U", "peremena", "-A", "trust", "-E", "UTF8"]
        control = [f"{binaries}/pg_ctl", "-D", data, "-w", "-s"]
        start = [*as_owner, *control, "-o", options, "-l", f"{folder}/log", "start"]
        quietly([*as_owner, *initdb, "--locale=C.UTF-8"], folder)
        quietly(start, folder)
        try:
            yield f"postgres://peremena@127.0.0.1:{port}/postgres"
        finally:
            quietly([*as_owner, *control, "-m", "immediate", "stop"], folder)


def quietly(command: list[str], folder: str) -> None:
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)


def owner_of(folder: str) -> list[str]:
    """PostgreSQL refuses to run as root, so root hands the folder to its account."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0):
        return []
    shutil.chown(folder, "postgres", "postgres")
    return ["runuser", "-u", "postgres", "--"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
