"""A project's brief in the exchange format `peremena.brief/1`: what it holds, reading, writing.

`read(text)` gives a `Brief` or raises `Unreadable`, whose faults `explain` puts into words.
`export(brief)` writes it back: what was absent stays absent. `schema()` describes the format.
"""

from .faults import Fault, Unreadable, explain
from .models import Brief
from .reading import read
from .sections import Section, section_of
from .writing import export, schema

__all__ = [
    "Brief",
    "Fault",
    "Section",
    "Unreadable",
    "explain",
    "export",
    "read",
    "schema",
    "section_of",
]
