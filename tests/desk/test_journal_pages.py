"""Journal pages: every deed has a sentence, and everybody reads only what is theirs to read."""

import ast
import re
from pathlib import Path

import pytest
from django.urls import reverse

import peremena
from peremena.cohorts.models import Programme
from peremena.contests.services import freeze
from peremena.desk.deeds import DEEDS
from peremena.journal.services import record
from peremena.people.abilities import Role
from tests.factories import (
    NOON,
    PersonFactory,
    another_centre,
    example,
    known,
    member_of,
    project_of,
    somebody_with,
)

SOURCE = Path(peremena.__file__).parent
ROOMS = "|".join(folder.name for folder in SOURCE.iterdir() if (folder / "__init__.py").is_file())
DEED = re.compile(rf"({ROOMS})\.[a-z-]+\.[a-z-]+")
BEGINNING = re.compile(rf"({ROOMS})\.[a-z-]+\.")


def constants():
    """Words and beginnings of words in every file that records deeds."""
    for file in SOURCE.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        if "record(" not in text and "record_all(" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                yield "", str(node.values[0].value)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value, ""


def test_every_deed_that_is_recorded_anywhere_has_a_sentence():
    found = list(constants())
    deeds = {whole for whole, _ in found if DEED.fullmatch(whole)}
    beginnings = {start for _, start in found if BEGINNING.fullmatch(start)}

    assert len(deeds) > 50
    assert deeds - set(DEEDS) == set()
    assert [one for one in beginnings if not any(deed.startswith(one) for deed in DEEDS)] == []


@pytest.mark.django_db
def test_a_project_s_journal_holds_its_drafts_and_applications(client):
    leader = PersonFactory()
    project = project_of(leader, brief=example())
    talk = project.sections.get(name="goal").draft.comments.create(
        text="Кому это нужно?", author=leader, at=NOON
    )
    record(leader, "drafts.comment.written", talk)
    freeze(project, "fpg", by=leader, now=NOON)
    client.force_login(leader)

    page = client.get(reverse("desk:journal_of", args=["project", project.pk])).text

    for words in ("Из проекта сделана заявка", "Написан комментарий", "Начат проект"):
        assert words in page


@pytest.mark.django_db
def test_strangers_experts_and_staff_of_another_centre_read_no_journal_of_a_project(client):
    project = project_of(PersonFactory())
    people = [
        PersonFactory(),
        somebody_with(Role.EXPERT, centre=project.centre),
        somebody_with(Role.STAFF, centre=another_centre()),
        somebody_with(Role.STAFF, centre=project.centre),
        member_of(project),
    ]

    answers = []
    for person in people:
        client.force_login(person)
        address = reverse("desk:journal_of", args=["project", project.pk])
        answers.append(client.get(address).status_code)

    assert answers == [404, 404, 404, 200, 200]
    assert client.get(reverse("desk:journal_of", args=["letter", 1])).status_code == 404


@pytest.mark.django_db
def test_a_person_reads_what_others_did_for_them(client):
    person, staff = known(PersonFactory()), somebody_with(Role.STAFF, name="Нина")
    record(staff, "people.consent.given", PersonFactory(), on_behalf_of=person)
    client.force_login(person)

    page = client.get(reverse("desk:my_deeds")).text

    assert "Дано согласие" in page
    assert "Нина" in page


@pytest.mark.django_db
def test_staff_read_the_journal_of_their_people_and_the_whole_of_their_centre(client):
    person = known(PersonFactory())
    far = PersonFactory()
    record(person, "projects.team.joined", person)
    record(far, "people.password.set", far)
    client.force_login(somebody_with(Role.STAFF))

    assert "вошёл в команду" in client.get(reverse("desk:journal_of_person", args=[person.pk])).text
    whole = client.get(reverse("desk:journal")).text
    assert "вошёл в команду" in whole
    assert "Задан пароль" not in whole
    assert client.get(reverse("desk:journal_of_person", args=[far.pk])).status_code == 404


@pytest.mark.django_db
def test_an_observer_sees_a_programme_but_not_who_did_what_in_it(client):
    staff = somebody_with(Role.STAFF)
    programme = Programme.objects.create(
        name="Школа", centre=staff.registrations.first().centre,
        starts_on=NOON.date(), ends_on=NOON.date(),
    )  # fmt: skip
    address = reverse("desk:journal_of", args=["programme", programme.pk])

    answers = []
    for person in (staff, somebody_with(Role.OBSERVER)):
        client.force_login(person)
        answers.append(client.get(address).status_code)

    assert answers == [200, 404]
