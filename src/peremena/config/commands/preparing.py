"""What every start of the server needs first: secret, translations, tables, static files."""

import hashlib
import os
import secrets
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

from peremena.kit import messages, stylesheet

PACKAGE = Path(__file__).resolve().parents[2]
WATCHED = (
    "*/migrations/*.py",
    "*/static/**/*",
    "*/locale/*/LC_MESSAGES/*.po",
    "config/*.py",
    "places/data/*",
)


def say(sentence: str) -> None:
    print(sentence, flush=True)


def prepare(state: Path) -> None:
    """Leaves existing data alone; a second start with nothing new costs milliseconds."""
    messages.compile_all(PACKAGE)
    stylesheet.join_all(PACKAGE)
    set_up(state)
    stamp = state / "prepared"
    if stamp.is_file() and stamp.read_text() == fingerprint():
        return
    say("Preparing the database …")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    load_districts()
    load_consent_texts()
    say("Preparing pictures, styles and fonts …")
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(fingerprint())


def set_up(state: Path) -> None:
    """Only what a program beside the server needs."""
    state.mkdir(parents=True, exist_ok=True)
    ensure_secret(state)
    django.setup()


def load_districts() -> None:
    """The districts of the map that comes with the package, new and corrected ones."""
    from peremena.places import services  # needs Django set up

    services.load_districts()


def load_consent_texts() -> None:
    """What people agree to; changed words become a new version."""
    from django.utils import timezone  # needs Django set up

    from peremena.people.services import consents

    consents.load_texts(now=timezone.now())


def ensure_secret(state: Path) -> None:
    """One secret an installation, readable by its owner only; the environment comes first."""
    if "PEREMENA_SECRET_KEY" in os.environ:
        return
    file = state / "secret-key"
    if not file.exists():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as stream:
            stream.write(secrets.token_urlsafe(50))
    os.environ["PEREMENA_SECRET_KEY"] = file.read_text().strip()


def fingerprint() -> str:
    """Changes with any file that preparing reads, with the database and with the lock."""
    database = settings.DATABASES["default"]
    sqlite = database["ENGINE"].endswith("sqlite3")
    exists = Path(database["NAME"]).exists() if sqlite else True
    marks = [str(database["NAME"]), str(database.get("HOST")), str(exists), sys.prefix]
    for pattern in WATCHED:
        marks += [f"{file}:{file.stat().st_mtime_ns}" for file in sorted(PACKAGE.glob(pattern))]
    texts = sorted(settings.CONSENT_TEXTS.glob("*.toml"))
    marks += [f"{file}:{file.stat().st_mtime_ns}" for file in texts]
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()
