"""`./peremena check`: everything that can be seen without running the product."""

import argparse
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import checking

BIN = Path(sys.executable).parent
COMMANDS = {
    "types": ["mypy", "src"],
    "contracts": ["lint-imports", "--no-cache"],
    "migrations": ["python", "-m", "peremena", "manage", "makemigrations", "--check", "--dry-run"],
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
}
FUNCTIONS = {
    "sizes": checking.sizes,
    "messages": checking.untranslated,
    "guide": checking.stale_guide,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "only", nargs="*", metavar="CHECK", help=f"{', '.join([*COMMANDS, *FUNCTIONS])}"
    )


def run(options: argparse.Namespace) -> int:
    wanted = options.only or [*COMMANDS, *FUNCTIONS]
    if unknown := set(wanted) - {*COMMANDS, *FUNCTIONS}:
        print(f"There is no check called {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 2
    failed = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        for name, complaint, seconds in pool.map(one, wanted):
            print(f"{'FAILED' if complaint else 'ok':6}  {name}  ({seconds:.1f} s)", flush=True)
            if complaint:
                failed.append(name)
                print(complaint)
    print("All checks passed." if not failed else f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def one(name: str) -> tuple[str, str, float]:
    """The name, what is wrong ("" when nothing is), and the seconds it took."""
    start = time.monotonic()
    if name in FUNCTIONS:
        complaint = "\n".join(FUNCTIONS[name]())
    else:
        program, *arguments = COMMANDS[name]
        done = subprocess.run(
            [str(BIN / program), *arguments],
            cwd=checking.ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        complaint = (done.stdout + done.stderr or "failed") if done.returncode else ""
    return name, complaint.strip(), time.monotonic() - start
