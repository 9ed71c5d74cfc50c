"""Who comes in: visitors are asked to sign in, others are let in by what their role may do."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from peremena.people.abilities import Ability, Role
from peremena.people.access import requires, signed_in
from tests.factories import PersonFactory, somebody_with

pytestmark = pytest.mark.django_db


@signed_in
def own_page(_request):
    return HttpResponse("own")


@requires(Ability.SEE_PROJECTS)
def all_projects(_request):
    return HttpResponse("all")


def ask(rf, view, person):
    request = rf.get("/somewhere/")
    request.user = person
    return view(request)


@pytest.mark.parametrize("view", [own_page, all_projects])
def test_a_visitor_is_asked_to_sign_in_and_comes_back(rf, view):
    assert ask(rf, view, AnonymousUser()).url == "/sign-in/?next=/somewhere/"


def test_everybody_signed_in_sees_the_own_page(rf):
    assert ask(rf, own_page, PersonFactory()).text == "own"


def test_the_ability_opens_the_page(rf):
    assert ask(rf, all_projects, somebody_with(Role.STAFF)).text == "all"


@pytest.mark.parametrize("role", [None, Role.EXPERT, Role.ADMINISTRATOR])
def test_without_the_ability_the_page_is_closed(rf, role):
    person = somebody_with(role) if role else PersonFactory()

    with pytest.raises(PermissionDenied):
        ask(rf, all_projects, person)
