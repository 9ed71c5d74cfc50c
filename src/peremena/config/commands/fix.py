"""`./peremena fix`: formats, mends what lint can mend, adds missing messages to the catalogues."""

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
    added = messages.add_missing(checking.ROOT / "src" / "peremena")
    print(f"Messages waiting for a translation: {added}")
    return 0
