"""Search over people, territories, projects and cases, in any form of a Russian word.

A word is kept as its lemmas, its stem and the stems of the lemmas, in one column; so SQLite and
PostgreSQL, which only compare letters, give the same answers. The index is kept fresh by looking
what has changed, when somebody searches and by the clockwork. What a person may not see is left
out by the database before anything is counted.
"""

from .asking import Answer, Group, Hit, ask
from .index import erase, forget, rebuild, refresh

__all__ = ["Answer", "Group", "Hit", "ask", "erase", "forget", "rebuild", "refresh"]
