"""The versions of a draft as people see them: one burst of writing is one entry. Pure."""

from enum import StrEnum


class Source(StrEnum):
    """How a version came to be."""

    WEB = "web"
    OFFLINE = "offline"
    IMPORT = "import"
    RESTORE = "restore"
