"""What import-linter cannot see: that its contracts name every room and every pure module."""

import re
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
ROOMS = {folder.parent.name for folder in SOURCE.glob("peremena/*/__init__.py")}
CLOCK = re.compile(r"\b(now|today|localdate|time|monotonic)\(\)")


def contracts():
    file = ConfigParser()
    file.read(ROOT / ".importlinter", encoding="utf-8")
    return file


def named(contract, option):
    return contracts()[f"importlinter:contract:{contract}"][option].split()


def module(file):
    return ".".join(file.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def calls_itself_pure(file):
    opening = file.read_text(encoding="utf-8").split('"""')
    return len(opening) > 1 and re.search(r"\bPure\b", opening[1]) is not None


def is_listed_as_pure(name):
    """By itself, by its package, or as the rules of a room."""
    listed = named("pure", "source_modules")
    parents = (name.rsplit(".", cut)[0] for cut in range(name.count(".")))
    return name.endswith(".rules") or any(parent in listed for parent in parents)


PURE = [file for file in SOURCE.rglob("*.py") if calls_itself_pure(file)]


def test_every_room_keeps_the_order_inside_a_room():
    assert set(named("inside", "containers")) == {f"peremena.{room}" for room in ROOMS - {"config"}}


def test_there_are_pure_modules():
    assert len(PURE) > 30


@pytest.mark.parametrize("file", PURE, ids=module)
def test_what_calls_itself_pure_is_held_to_it(file):
    assert is_listed_as_pure(module(file))
    assert not CLOCK.search(file.read_text(encoding="utf-8"))
