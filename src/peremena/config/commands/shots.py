"""`./peremena shots`: pictures of the main pages on a phone and on a desk, into docs/pictures."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from . import checking, testing

WIDTHS = {"phone": (390, 844), "desk": (1280, 1000)}
PICTURES = checking.ROOT / "docs" / "pictures"
VISITORS = {"welcome": "/", "results": "/results/", "contests": "/contests/", "library": "/cases/"}
MEMBERS = {"problem": "problem/", "budget": "budget/", "remarks": "remarks/", "team": "people/"}
QUALITY = 72
PATIENCE = 240  # seconds: a busy machine fills the demonstration slowly


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, default=PICTURES, help="default: docs/pictures")
    parser.add_argument("--dark", action="store_true", help="in dark colours")


def run(options: argparse.Namespace) -> int:
    chromium = testing.find_chromium()
    if chromium is None:
        testing.shout("the pictures (Chromium was not found)", testing.CHROMIUM_LINE)
        return 2
    options.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as state, demonstration(Path(state)) as address:
        for name in pictures(address, chromium, options):
            print(f"{name.name}: {name.stat().st_size // 1024} KB", flush=True)
    return 0


@contextmanager
def demonstration(state: Path) -> Iterator[str]:
    """A server of its own with fresh demonstration data."""
    port = testing.free_port()
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {"PEREMENA_STATE": str(state), "PEREMENA_ADDRESS": address}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "peremena", "run", "--port", str(port)]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 -- our own address
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise SystemExit(f"The server did not answer at {address} within {PATIENCE} s.")


def pictures(address: str, chromium: str, options: argparse.Namespace) -> Iterator[Path]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for width, (across, down) in WIDTHS.items():
            context = browser.new_context(
                base_url=address,
                viewport={"width": across, "height": down},
                color_scheme="dark" if options.dark else "light",
                locale="ru-RU",
            )
            page = context.new_page()
            for name in journey(page):
                file = options.to / f"{name}-{width}.jpg"
                page.screenshot(path=file, type="jpeg", quality=QUALITY)
                yield file
        browser.close()


def journey(page: Any) -> Iterator[str]:
    """The pages in the order in which a visitor meets them; each name when its page is open."""
    for name, address in VISITORS.items():
        page.goto(address)
        yield name
    sign_in_as(page, "Галина")
    yield "home"
    page.get_by_role("link", name="Весь проект").first.click()
    project = page.url
    yield "project"
    for name, part in MEMBERS.items():
        page.goto(project + part)
        yield name
    yield from of_staff(page)


def sign_in_as(page: Any, name: str) -> None:
    """Waits for the answer: whoever goes on before it is not signed in."""
    page.goto("/demonstration/")
    page.get_by_role("button", name=name).first.click()
    page.wait_for_url(lambda url: "/demonstration/" not in url)


def of_staff(page: Any) -> Iterator[str]:
    sign_in_as(page, "Марина")
    yield "board"
    page.goto("/map/")
    yield "map"
    page.get_by_role("link", name="Ключевская территория").first.click()
    page.get_by_role("link", name="Паспорт").first.click()
    yield "passport"
