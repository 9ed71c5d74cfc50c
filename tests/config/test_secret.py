"""A server with a secret that everybody knows does not start."""

import importlib

import pytest
from django.core.exceptions import ImproperlyConfigured


@pytest.fixture
def wsgi(settings):
    """The module as a server loads it; the tests' own settings have the public secret."""
    settings.SECRET_KEY = "a long random line"
    return importlib.import_module("peremena.config.wsgi")


def test_a_server_starts_with_a_secret_of_its_own(wsgi):
    wsgi.refuse_a_public_secret()


def test_a_server_refuses_the_public_secret(wsgi, settings):
    settings.SECRET_KEY = settings.PUBLIC_SECRET

    with pytest.raises(ImproperlyConfigured, match="PEREMENA_SECRET_KEY"):
        wsgi.refuse_a_public_secret()


def test_a_developer_may_use_it(wsgi, settings):
    settings.SECRET_KEY, settings.DEBUG = settings.PUBLIC_SECRET, True

    wsgi.refuse_a_public_secret()
