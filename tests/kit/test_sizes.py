"""A request that brings too much is refused unread."""

import pytest

from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def test_a_request_that_is_too_large_is_refused_in_words(client, settings):
    settings.LARGEST_REQUEST = 1000
    client.force_login(PersonFactory(), backend=settings.AUTHENTICATION_BACKENDS[0])

    small = client.post("/join/", {"code": "1"})
    large = client.post("/join/", {"code": "1" * 2000})

    assert (small.status_code, large.status_code) == (422, 413)
    assert "слишком большое" in large.text
