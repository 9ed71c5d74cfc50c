"""`./peremena restore FILE.tar.gz`: bring an archive back into an empty installation."""

import argparse
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

import django

from . import preparing
from .databases import postgres_environment, sqlite_file

EXPECTED = {"database.sqlite3", "database.pgdump", "media", "letters", "secret-key"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("archive", type=Path, help="an archive made by ./peremena backup")
    parser.add_argument("--replace", action="store_true", help="replace the data that is here now")


def run(options: argparse.Namespace) -> int:
    from django.conf import settings

    state, database = settings.STATE, settings.DATABASES["default"]
    if holds_people() and not options.replace:
        preparing.say("There are people in the database. Stop the server and add --replace.")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        if problem := unpack(options.archive, Path(folder)):
            preparing.say(problem)
            return 2
        return put_back(Path(folder), state, database)


def holds_people() -> bool:
    """Of either engine; a database without our tables holds nobody."""
    django.setup()
    from django.db import DatabaseError, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM people_person LIMIT 1")
            return cursor.fetchone() is not None
    except DatabaseError:
        return False
    finally:
        connection.close()


def unpack(file: Path, folder: Path) -> str | None:
    """None when it is unpacked, else why the file is no backup of ours."""
    try:
        with tarfile.open(file) as archive:
            if not all(is_ours(member) for member in archive.getmembers()):
                return f"{file} is not a backup of Peremena."
            archive.extractall(folder)  # noqa: S202 -- every member was looked at above
    except (OSError, EOFError, tarfile.TarError) as error:
        return f"{file} cannot be read as a backup: {error}"
    return None


def is_ours(member: tarfile.TarInfo) -> bool:
    parts = member.name.split("/")
    return parts[0] in EXPECTED and ".." not in parts and (member.isfile() or member.isdir())


def put_back(folder: Path, state: Path, database: dict[str, object]) -> int:
    file = sqlite_file(database)
    kept = folder / ("database.sqlite3" if file else "database.pgdump")
    if not kept.exists():
        preparing.say("The archive is of the other database engine; set DATABASE_URL to match it.")
        return 2
    state.mkdir(parents=True, exist_ok=True)
    if file:
        put_in_place(kept, file)
    else:
        load_into_postgres(kept, database)
    for name in ("media", "letters"):
        if (folder / name).exists():
            shutil.copytree(folder / name, state / name, dirs_exist_ok=True)
    if (folder / "secret-key").exists() and not (state / "secret-key").exists():
        shutil.copy2(folder / "secret-key", state / "secret-key")
    (state / "prepared").unlink(missing_ok=True)
    preparing.say("Brought back. Start the server again.")
    return 0


def put_in_place(kept: Path, file: Path) -> None:
    """The earlier database goes only when the other one lies whole beside it, on the same disk."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.part")
    shutil.copyfile(kept, beside)
    for suffix in ("-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    beside.replace(file)


def load_into_postgres(kept: Path, database: dict[str, object]) -> None:
    environment = os.environ | postgres_environment(database)
    command = ["pg_restore", "--clean", "--if-exists", "--no-owner", "--exit-on-error"]
    subprocess.run([*command, "--dbname", str(database["NAME"]), kept], env=environment, check=True)
