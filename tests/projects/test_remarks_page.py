"""The page of remarks: a few at a time, and each of them somewhere."""

import re

import pytest
from django.urls import reverse

from peremena.projects.checks import AT_ONCE, Circumstances
from peremena.projects.models import PutAside
from peremena.projects.queries import insight
from tests.factories import PersonFactory, example, project_of

pytestmark = pytest.mark.django_db

HEADING = re.compile(r"<article class=\"remark.*?<h2>(.*?)</h2>", re.DOTALL)


@pytest.fixture
def project(client):
    client.force_login(leader := PersonFactory())
    return project_of(leader, brief=example("bad-ploshchadka"))


def address(project, name="remarks"):
    return reverse(f"projects:{name}", args=[project.pk])


def test_remarks_come_a_few_at_a_time_and_none_is_lost(client, project):
    count = len(insight(project, Circumstances()).remarks)
    pages = range(1, -(-count // AT_ONCE) + 1)

    shown = [HEADING.findall(client.get(address(project), {"page": page}).text) for page in pages]

    assert [len(few) for few in shown[:-1]] == [AT_ONCE] * (len(pages) - 1)
    assert sum(map(len, shown)) == count


@pytest.mark.parametrize("page", ["0", "999", "семь", ""])
def test_a_page_that_is_not_there_leads_to_one_that_is(client, project, page):
    assert client.get(address(project), {"page": page}).status_code == 200


def test_a_remark_put_aside_is_shown_apart_with_the_reason(client, project):
    remark = insight(project, Circumstances()).open[0]
    sent = {"rule": remark.rule, "field": remark.field, "reason": "Это место уже огорожено."}

    client.post(address(project, "put_aside"), sent)

    assert PutAside.objects.count() == 1
    assert "Это место уже огорожено." in client.get(address(project)).text
