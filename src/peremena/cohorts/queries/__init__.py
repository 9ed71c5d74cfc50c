"""What the pages of cohorts need: frozen objects, a fixed number of queries each."""

from .lives import Life, Roll, lives, percents, roll
from .shelf import Shelf, ownable, shelves, with_phone

__all__ = ["Life", "Roll", "Shelf", "lives", "ownable", "percents", "roll", "shelves", "with_phone"]
