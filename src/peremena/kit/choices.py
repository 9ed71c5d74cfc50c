"""Choices of a model field out of a table of words."""

from collections.abc import Mapping
from typing import Any


def choices(words: Mapping[Any, Any]) -> list[tuple[str, Any]]:
    """Pairs with plain strings, so that migrations import nothing of ours."""
    return [(str(member), text) for member, text in words.items()]
