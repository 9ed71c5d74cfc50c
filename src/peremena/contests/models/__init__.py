"""What the contests room remembers. Contests themselves are data files."""

from .applications import Application, ApplicationQuerySet
from .turns import Life, Turn, TurnQuerySet

__all__ = ["Application", "ApplicationQuerySet", "Life", "Turn", "TurnQuerySet"]
