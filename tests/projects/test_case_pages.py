"""Pages of the case library."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", [reverse("projects:cases"), "/cases/reg-011/"])
def test_the_year_of_a_case_is_a_year_and_not_an_amount(client, address):
    page = client.get(address).text

    assert "· 2022" in page
    assert "2\xa0022" not in page
