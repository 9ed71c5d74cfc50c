"""What the pages of cohorts need: frozen objects, a fixed number of queries each."""

from .lives import Life, Roll, lives, roll
from .shelf import Shelf, ownable, shelves, with_phone

__all__ = ["Life", "Roll", "Shelf", "lives", "ownable", "roll", "shelves", "with_phone"]
