"""One Chromium for the session, one context a test; sign-in by cookie, never through the form."""

import os
import tempfile
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import connections
from django.test import Client, override_settings
from playwright.sync_api import sync_playwright

from peremena.config.commands.testing import CHROMIUMS, which
from tests.browser.village import aliya, come, draft, pavel  # noqa: F401 -- fixtures

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage",
]  # fmt: skip
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items):
    for item in items:
        if "/tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """A file, as in the product: a page that fetches beside another would find a database in
    memory locked, and that is never waited for. In memory where the machine has a folder there."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        for connection in connections.all():
            if connection.vendor == "sqlite":
                connection.settings_dict["TEST"]["NAME"] = f"{folder}/browser.sqlite3"
        yield


@pytest.fixture(scope="session", autouse=True)
def static_files_without_collecting():
    """The live server starts before the settings of a single test are in force."""
    with override_settings(WHITENOISE_AUTOREFRESH=True):
        yield


@pytest.fixture(scope="session")
def chromium():
    path = os.environ.get("PEREMENA_CHROMIUM") or which(CHROMIUMS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_browser(chromium, live_server):
    """Call it for a person's own browser: `page = open_browser(person, viewport=DESKTOP)`."""
    contexts = []

    def open_page(person=None, **options):
        options.setdefault("viewport", PHONE)
        context = chromium.new_context(base_url=live_server.url, locale="ru-RU", **options)
        context.set_default_timeout(30_000)  # whether it comes is asked, not how soon
        contexts.append(context)
        if person is not None:
            context.add_cookies([session_cookie(person, live_server.url)])
        page = context.new_page()
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("console", lambda message: note(page, message))
        return page

    yield open_page
    for context in contexts:
        context.close()


def note(page, message):
    """Keeps the browser's errors, such as what the content policy refused."""
    if message.type == "error" and "Failed to load resource" not in message.text:
        page.complaints.append(message.text)


def session_cookie(person, url):
    client = Client()
    client.force_login(person, backend=django_settings.AUTHENTICATION_BACKENDS[0])
    name = django_settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}
