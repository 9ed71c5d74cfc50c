"""What the pages of projects need: frozen objects, a fixed number of queries each."""

from . import comparing, open_talks, presence, verdicts
from .company import (
    Change,
    at_work,
    changes_since_last_look,
    team,
    waiting_comments,
)
from .formula import FormulaPage, formula_page
from .insight import (
    Insight,
    PageCard,
    Standing,
    brief_of,
    cards,
    insight,
    pages_of,
    standing,
    words_of,
)
from .many import Talk, insights, talks
from .progress import News, mended_lately, news
from .section import SectionPage, reading, section_page
from .story import Story, story
from .versions import Version, versions

__all__ = [
    "Change",
    "FormulaPage",
    "Insight",
    "News",
    "PageCard",
    "SectionPage",
    "Standing",
    "Story",
    "Talk",
    "Version",
    "at_work",
    "brief_of",
    "cards",
    "changes_since_last_look",
    "comparing",
    "formula_page",
    "insight",
    "insights",
    "mended_lately",
    "news",
    "open_talks",
    "pages_of",
    "presence",
    "reading",
    "section_page",
    "standing",
    "story",
    "talks",
    "team",
    "verdicts",
    "versions",
    "waiting_comments",
    "words_of",
]
