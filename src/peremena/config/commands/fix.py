"""`./peremena fix`: formats, mends lint, writes the guide of rules, adds missing messages."""

import argparse
import subprocess

from peremena.kit import messages

from . import checking
from .check import BIN


def add_arguments(parser: argparse.ArgumentParser) -> None:
    return


def run(_options: argparse.Namespace) -> int:
    for arguments in (["check", "--fix", "--quiet", "."], ["format", "."]):
        subprocess.run([str(BIN / "ruff"), *arguments], cwd=checking.ROOT, check=False)
    for file, text in checking.guide_of_rules().items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    added = messages.add_missing(checking.ROOT / "src" / "peremena")
    print(f"Messages waiting for a translation: {added}")
    return 0
