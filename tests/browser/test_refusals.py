"""A refusal that comes while the page is open is seen, and the page stays as it is."""

import pytest
from django.http import HttpResponse
from django.template import engines
from django.urls import include, path

from peremena.kit.refusals import Refused

PAGE = """
{% extends "kit/page.html" %}
{% block title %}Заявка{% endblock %}
{% block head %}{% include "kit/htmx.html" %}{% endblock %}
{% block main %}
  <h1>Заявка</h1>
  <form method="post" action="/" hx-post="/" hx-swap="outerHTML">
    {% csrf_token %}<button>Сдать</button>
  </form>
{% endblock %}
"""


def application(request):
    if request.method == "POST":
        raise Refused("Приём заявок уже закончился.")
    return HttpResponse(engines["django"].from_string(PAGE).render({}, request))


urlpatterns = [path("", application), path("", include("peremena.kit.urls"))]
pytestmark = pytest.mark.urls(__name__)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_call_that_closes_while_the_page_is_open(open_browser, scripts):
    page = open_browser(java_script_enabled=scripts)
    page.goto("/")

    page.get_by_role("button", name="Сдать").click()

    page.get_by_text("Приём заявок уже закончился.").wait_for()
    assert page.get_by_role("button", name="Сдать").is_visible() == scripts
    assert page.complaints == []
