"""What the gallery shows."""

from typing import Any


def everything() -> dict[str, Any]:
    return {}
