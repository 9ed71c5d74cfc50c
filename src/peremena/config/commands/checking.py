"""The checks of `./peremena check`: each is a name and a command, or a function of the tree."""

import ast
from collections.abc import Iterator
from pathlib import Path

from peremena.kit import messages

ROOT = Path(__file__).resolve().parents[4]
MODULE_LINES, FUNCTION_LINES, TEMPLATE_LINES = 400, 25, 80


def sizes() -> Iterator[str]:
    """Modules and templates that are too long, and functions of the product that are."""
    for file in sorted([*ROOT.glob("src/**/*.py"), *ROOT.glob("tests/**/*.py")]):
        if "migrations" in file.parts:
            continue
        text = file.read_text(encoding="utf-8")
        if text.count("\n") > MODULE_LINES:
            yield f"{file.relative_to(ROOT)}: {text.count(chr(10))} lines, {MODULE_LINES} at most"
        if file.is_relative_to(ROOT / "src"):
            yield from long_functions(file, text)
    for file in sorted(ROOT.glob("src/**/templates/**/*.html")):
        lines = file.read_text(encoding="utf-8").count("\n")
        if lines > TEMPLATE_LINES:
            yield f"{file.relative_to(ROOT)}: {lines} lines, {TEMPLATE_LINES} at most"


def long_functions(file: Path, text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.FunctionDef) or node.end_lineno is None:
            continue
        docstring = ast.get_docstring(node, clean=False)
        length = node.end_lineno - node.lineno + 1 - (docstring.count("\n") + 1 if docstring else 0)
        if length > FUNCTION_LINES:
            where = f"{file.relative_to(ROOT)}:{node.lineno}"
            yield f"{where}: {node.name} has {length} lines, {FUNCTION_LINES} at most"


def stale_guide() -> Iterator[str]:
    """Pages about the rules that do not say what the rules say; `./peremena fix` writes them."""
    for file, text in guide_of_rules().items():
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            yield f"{file.relative_to(ROOT)}: is not what the rules say; run ./peremena fix"


def guide_of_rules() -> dict[Path, str]:
    from peremena.projects.checks import guide

    folder = ROOT / "docs" / "guide" / "checks"
    return {folder / name: text for name, text in guide.pages().items()}


def untranslated() -> Iterator[str]:
    yield from messages.gaps(ROOT / "src" / "peremena")
