"""`./peremena backup FILE.tar.gz`: the database and the files in one archive."""

import argparse
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import IO

from . import preparing
from .databases import postgres_environment, sqlite_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("archive", type=Path, help="where to write, such as peremena.tar.gz")


def run(options: argparse.Namespace) -> int:
    from django.conf import settings

    if options.archive.exists():
        preparing.say(f"{options.archive} exists already; nothing was overwritten.")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        database = dump(settings.DATABASES["default"], Path(folder))
        if database is None:
            return 2
        half = options.archive.with_name(f"{options.archive.name}.part")
        with secret(half) as stream, tarfile.open(fileobj=stream, mode="w:gz") as archive:
            archive.add(database, database.name)
            for name in ("media", "letters", "secret-key"):
                if (settings.STATE / name).exists():
                    archive.add(settings.STATE / name, name)
        half.replace(options.archive)
    preparing.say(f"Written: {options.archive} ({options.archive.stat().st_size // 1024} KB)")
    return 0


def secret(file: Path) -> IO[bytes]:
    """Readable by its owner only from the first byte: the archive holds everything."""
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def dump(database: dict[str, object], folder: Path) -> Path | None:
    """A consistent copy while the server goes on working."""
    file = sqlite_file(database)
    if file is None:
        if not shutil.which("pg_dump"):
            preparing.say("pg_dump is missing: apt-get install postgresql-client")
            return None
        target = folder / "database.pgdump"
        environment = os.environ | postgres_environment(database)
        subprocess.run(
            ["pg_dump", "--format=custom", f"--file={target}"], env=environment, check=True
        )
        return target
    if not file.exists():
        preparing.say(f"There is no database at {file} yet.")
        return None
    target = folder / "database.sqlite3"
    with sqlite3.connect(file) as source, sqlite3.connect(target) as copy:
        source.backup(copy)
    return target
