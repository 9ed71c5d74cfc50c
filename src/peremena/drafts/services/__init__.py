"""What people do with drafts; each function is one deed in one transaction.

A save of typed words is recorded by its revision, with author, time and source; the journal gets
the deeds that a reader of the journal looks for: bringing in, bringing back, taking an offer.
"""

from .comments import answer, close, comment, converse, reopen
from .saving import Saved, save
from .versions import lock, open_draft, pin, replace, restore, thin

__all__ = [
    "Saved",
    "answer",
    "close",
    "comment",
    "converse",
    "lock",
    "open_draft",
    "pin",
    "reopen",
    "replace",
    "restore",
    "save",
    "thin",
]
