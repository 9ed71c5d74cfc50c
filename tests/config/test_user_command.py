"""`./peremena user`: people and roles from the command line."""

import argparse

import pytest

from peremena.config.commands import accounts, user
from peremena.people.abilities import Role
from peremena.people.models import Person
from tests.factories import PersonFactory, somebody_with

pytestmark = pytest.mark.django_db


def run(*arguments):
    parser = argparse.ArgumentParser()
    user.add_arguments(parser)
    return accounts.run(parser.parse_args(arguments))


def test_a_person_is_added(capsys):
    assert run("add", "--email", "Olga@example.org", "--name", "Ольга", "--surname", "Серова") == 0

    assert Person.objects.get().email == "olga@example.org"
    assert capsys.readouterr().out == "Ольга Серова signs in by a code sent to olga@example.org.\n"


def test_nobody_is_added_twice(capsys):
    PersonFactory(email="olga@example.org")

    assert run("add", "--email", "olga@example.org", "--name", "Ольга") == 2

    assert Person.objects.count() == 1


def test_a_role_is_given_and_taken(capsys):
    person = PersonFactory(email="olga@example.org", name="Ольга", surname="Серова")

    assert run("role", "olga@example.org", "staff") == 0
    assert person.roles.current().get().role == "staff"
    assert run("role", "olga@example.org", "staff", "--take") == 0

    assert not person.roles.current().exists()
    assert capsys.readouterr().out == "Ольга Серова: staff.\nОльга Серова: no role.\n"


def test_a_new_password_is_printed_once(capsys):
    person = PersonFactory(email="olga@example.org")

    assert run("password", "olga@example.org") == 0

    person.refresh_from_db()
    assert person.check_password(capsys.readouterr().out.split()[-1])


def test_an_unknown_address_is_said_to_be_unknown(capsys):
    assert run("role", "nobody@example.org", "expert") == 2

    assert capsys.readouterr().out == "Nobody here has the e-mail nobody@example.org.\n"


def test_a_role_that_does_not_exist_is_refused():
    with pytest.raises(SystemExit):
        run("role", "olga@example.org", "king")


@pytest.mark.parametrize("people", [1, 3])
def test_the_list_shows_who_holds_what(capsys, people, django_assert_num_queries):
    expert = somebody_with(Role.EXPERT)
    PersonFactory.create_batch(people)

    with django_assert_num_queries(2):
        assert run("list") == 0

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == people + 1
    assert [line.split()[-1] for line in lines if expert.email in line] == ["expert"]


def test_with_several_centres_a_role_is_given_in_one_of_them(capsys):
    person = PersonFactory(email="olga@example.org", name="Ольга", surname="Серова")
    run("centre", "Центр развития сёл", "Сёла")
    run("centre", "Центр развития городов", "Города")
    capsys.readouterr()

    assert run("role", "olga@example.org", "expert") == 2
    assert run("role", "olga@example.org", "expert", "--centre", "Города") == 0
    assert run("role", "olga@example.org", "staff", "--centre", "Сёла") == 0
    assert run("role", "olga@example.org", "staff", "--centre", "Леса") == 2

    held = person.roles.current().values_list("role", "centre__short")
    assert set(held) == {("expert", "Города"), ("staff", "Сёла")}
    run("list")
    assert "expert (Города), staff (Сёла)" in capsys.readouterr().out


def test_two_centres_have_two_names(capsys):
    assert run("centre", "Центр развития сёл", "Сёла") == 0

    assert run("centre", "Другое имя", "Сёла") == 2

    capsys.readouterr()
    run("centres")
    assert capsys.readouterr().out.split() == ["Сёла", "Центр", "развития", "сёл"]
