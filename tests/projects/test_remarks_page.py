"""The page of remarks: a few at a time, and each of them somewhere."""

import re

import pytest
from django.urls import reverse

from peremena.projects.checks import Circumstances
from peremena.projects.models import PutAside
from peremena.projects.queries import insight
from tests.factories import NOON, PersonFactory, example, project_of

pytestmark = pytest.mark.django_db

HEADING = re.compile(r"<article class=\"remark.*?<h2>(.*?)</h2>", re.DOTALL)


@pytest.fixture
def project(client):
    client.force_login(leader := PersonFactory())
    return project_of(leader, brief=example("bad-ploshchadka"))


def address(project, name="remarks"):
    return reverse(f"projects:{name}", args=[project.pk])


def test_seven_remarks_come_first_and_the_rest_is_a_press_away(client, project):
    count = len(insight(project, Circumstances(today=NOON.date())).remarks)

    first = client.get(address(project)).text
    rest = client.get(address(project), {"rest": ""}).text

    assert len(HEADING.findall(first)) == 7
    assert len(HEADING.findall(rest)) == count - 7
    assert f"Ещё {count - 7} замечани" in first


def test_where_there_is_no_rest_the_first_ones_are_shown(client, project):
    few = project_of(project.memberships.get().person)

    rest = client.get(address(few), {"rest": ""}).text

    assert len(HEADING.findall(rest)) == 1


def test_a_remark_put_aside_is_shown_apart_with_the_reason(client, project):
    remark = insight(project, Circumstances()).open[0]
    sent = {"rule": remark.rule, "field": remark.field, "reason": "Это место уже огорожено."}

    client.post(address(project, "put_aside"), sent)

    assert PutAside.objects.count() == 1
    assert "Это место уже огорожено." in client.get(address(project)).text
