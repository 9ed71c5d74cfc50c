"""Papers as PDF: a typst template and content that reaches it as data. Pure.

People's words are data, never markup, so nothing they type is a command to the typesetter.
"""

import json
import re
from pathlib import Path
from typing import Any

import typst

LONG_WORD = re.compile(r"\S{30}(?=\S)")
BREAK_HERE = "\u200b"


def write(template: Path, content: Any) -> bytes:
    """The bytes of a PDF, the same for the same content, in the fonts the typesetter carries.

    The template reads the content by `json(bytes(sys.inputs.paper))`.
    """
    paper = json.dumps(breakable(content), ensure_ascii=False)
    return typst.compile(
        template, sys_inputs={"paper": paper}, ignore_system_fonts=True, format="pdf"
    )


def breakable(value: Any) -> Any:
    """Words of absurd length get places where a line may end."""
    if isinstance(value, str):
        return LONG_WORD.sub(lambda word: word[0] + BREAK_HERE, value)
    if isinstance(value, dict):
        return {key: breakable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [breakable(inner) for inner in value]
    return value
