"""The code on the wall: another one every half minute, good for about two minutes. Pure.

Nothing of it is stored: it is made from a secret of the site, the session and the time.
"""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime

STEP = 30
LIVES = 4
"""How many steps a code is taken for: whoever has scanned it may have a slow link."""
ALPHABET = "ABCDEFGHKLMNPRSTUVWXYZ23456789"
LENGTH = 8


def step_of(at: datetime) -> int:
    return int(at.timestamp()) // STEP


def code(key: bytes, session: int, step: int) -> str:
    """Eight letters and digits that are not taken for one another."""
    digest = hmac.digest(key, f"{session}:{step}".encode(), hashlib.sha256)
    number = int.from_bytes(digest[:8])
    letters = []
    for _place in range(LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return "".join(letters)


def is_fresh(said: str, key: bytes, session: int, now: datetime) -> bool:
    """Whether the wall has shown it within the last two minutes."""
    wanted = plain(said).encode()
    steps = (step_of(now) - age for age in range(LIVES))
    known = [code(key, session, step).encode() for step in steps]
    return any(hmac.compare_digest(wanted, one) for one in known)


def which(said: str, key: bytes, sessions: Iterable[int], now: datetime) -> int | None:
    """The session whose wall shows it."""
    return next((one for one in sessions if is_fresh(said, key, one, now)), None)


def plain(said: str) -> str:
    """As people type it: small letters, spaces, a dash between."""
    return "".join(sign for sign in said.upper() if sign.isalnum())


def spaced(said: str) -> str:
    """“K7PM QX94”: easier to read from a wall."""
    return f"{said[:4]} {said[4:]}"
