"""Which sentences of a room want a translation: read out of its Python and its templates."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MARKS = {
    "gettext": ("msgid",),
    "gettext_lazy": ("msgid",),
    "gettext_noop": ("msgid",),
    "ngettext": ("msgid", "plural"),
    "ngettext_lazy": ("msgid", "plural"),
    "pgettext": ("context", "msgid"),
    "pgettext_lazy": ("context", "msgid"),
    "npgettext": ("context", "msgid", "plural"),
    "npgettext_lazy": ("context", "msgid", "plural"),
}
TEMPLATES = ("templates/**/*.html", "templates/**/*.txt")
LITERAL = r"""u?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
CALL = re.compile(rf"(?<!\w)(_|\w*gettext)\(({LITERAL}(?:, {LITERAL})*)(?:,count)?(?:, count)?\)")
SOURCE = "django.utils.translation"


@dataclass(frozen=True, order=True)
class Sentence:
    msgid: str
    plural: str = ""
    context: str = ""


def wanted(room: Path) -> dict[Sentence, str]:
    """Each sentence of the room with the first file that says it."""
    found: dict[Sentence, str] = {}
    for file in sorted(room.rglob("*.py")):
        if "migrations" not in file.parts:
            for sentence in in_python(file.read_text(encoding="utf-8")):
                found.setdefault(sentence, file.relative_to(room).as_posix())
    for pattern in TEMPLATES:
        for file in sorted(room.glob(pattern)):
            for sentence in in_template(file.read_text(encoding="utf-8")):
                found.setdefault(sentence, file.relative_to(room).as_posix())
    return found


def in_python(text: str) -> Iterator[Sentence]:
    """Calls of Django's functions, under whatever name the module imports them."""
    tree = ast.parse(text)
    names = dict(imported(tree))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name):
            function = names.get(node.func.id)
        else:
            function = getattr(node.func, "attr", None)
        constants = [one.value for one in node.args if isinstance(one, ast.Constant)]
        words = [value for value in constants if isinstance(value, str)]
        if function in MARKS and len(words) >= len(MARKS[function]):
            yield sentence(function, words)


def imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The name in this module and the name in Django."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == SOURCE:
            for alias in node.names:
                yield alias.asname or alias.name, alias.name


def in_template(text: str) -> Iterator[Sentence]:
    """Django rewrites its template tags as calls; the calls are read here."""
    from django.utils.translation.template import templatize  # noqa: PLC0415 -- slow import

    for function, arguments in CALL.findall(templatize(text)):
        words = ast.literal_eval(f"({arguments},)")
        yield sentence("gettext" if function == "_" else function, words)


def sentence(function: str, words: list[str] | tuple[str, ...]) -> Sentence:
    return Sentence(**dict(zip(MARKS[function], words, strict=False)))
