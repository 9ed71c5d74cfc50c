"""A person's card, helpers, and the list of what others wrote on one's behalf."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from peremena.desk.queries import on_behalf
from peremena.desk.queries import person as queries
from peremena.drafts.models import Revision
from peremena.journal.models import Entry
from peremena.people import services as people
from peremena.people.abilities import Role
from peremena.people.models import PaperCode, Trust
from peremena.places.services import posts
from peremena.projects.models import Project
from peremena.projects.rules import TeamRole
from tests.factories import (
    NOON,
    PersonFactory,
    another_centre,
    known,
    member_of,
    project_of,
    somebody_with,
)

pytestmark = pytest.mark.django_db

SAVE = {"base": "1", "operation": "3f2a9c1e-0001", "goal.text": "Вернуть вечернее занятие."}


@pytest.fixture
def centre():
    return people.centre_meant()


@pytest.fixture
def staff(centre):
    return somebody_with(Role.STAFF, centre=centre, name="Марина", surname="Воробьёва")


@pytest.fixture
def head(centre):
    return known(PersonFactory(name="Анна", surname="Ковалёва", phone="+79131234567"), centre)


@pytest.fixture
def project(head):
    return project_of(head)


@pytest.fixture
def helper():
    return PersonFactory(name="Пётр", surname="Лесной", email="petr@example.org")


def goal(project):
    return f"/projects/{project.pk}/goal/"


def write(client, person, project, **change):
    client.force_login(person)
    return client.post(goal(project), SAVE | change)


def newest(project):
    return Revision.objects.filter(draft__project_section__project=project).latest("pk")


def test_the_card_holds_what_all_rooms_know(client, staff, head, project):
    office = posts.Office(title="глава сельского поселения")
    posts.give_post(head, project.territory, office, by=staff, now=NOON)
    people.give_role(head, Role.HEAD, now=NOON, by=staff)
    client.force_login(staff)

    page = client.get(f"/people/{head.pk}/").text

    assert 'href="tel:+79131234567"' in page
    assert f'href="mailto:{head.email}"' in page
    for words in ("Глава сельского поселения", "Руководитель территории", str(project)):
        assert words in page


def test_a_card_shows_no_project_of_another_centre(staff, head):
    other = known(head, another_centre())
    theirs = project_of(other)
    Project.objects.filter(pk=theirs.pk).update(centre=another_centre_of(head))

    assert queries.card(head, staff, NOON).memberships == []


def another_centre_of(person):
    return person.registrations.order_by("-pk").first().centre


def test_a_role_is_given_and_taken_on_the_card(client, staff, head):
    client.force_login(staff)

    client.post(f"/people/{head.pk}/roles/", {"role": "mentor"})
    held = head.roles.current().get()
    client.post(f"/people/{head.pk}/roles/{held.pk}/take/")

    held.refresh_from_db()
    assert (held.role, held.until is not None) == ("mentor", True)


@pytest.mark.parametrize("role", ["staff", "administrator", "king"])
def test_staff_do_not_make_staff_on_the_card(client, staff, head, role):
    client.force_login(staff)

    client.post(f"/people/{head.pk}/roles/", {"role": role})

    assert not head.roles.exists()


def test_a_code_made_on_the_card_waits_there(client, staff, head):
    client.force_login(staff)
    client.post(f"/people/{head.pk}/paper-code/")

    assert PaperCode.objects.get().person == head
    assert "ждёт коллегу" in client.get(f"/people/{head.pk}/").text


def test_a_helper_named_by_e_mail_writes_for_the_head(client, head, helper, project):
    assert write(client, helper, project).status_code == 404
    client.force_login(head)
    cache.clear()

    client.post("/me/helpers/", {"email": "Petr@example.org"})
    response = write(client, helper, project)

    assert response.status_code == 302
    assert (newest(project).author, newest(project).on_behalf_of) == (helper, head)
    assert "Вы пишете за другого" in client.get(goal(project)).text


def test_an_unknown_e_mail_is_said_beside_the_field_and_may_not_be_guessed_for_long(client, head):
    cache.clear()
    client.force_login(head)

    answers = [client.post("/me/helpers/", {"email": f"{n}@example.org"}) for n in range(11)]
    cache.clear()

    assert "С такой почтой здесь никого нет" in answers[0].text
    assert [answer.status_code for answer in answers] == [422] * 10 + [429]


def test_somebody_of_the_team_is_named_and_nobody_else(client, head, helper, project):
    librarian = member_of(project, TeamRole.READER)
    client.force_login(head)
    assert librarian.full_name in client.get("/me/helpers/").text

    client.post(f"/me/helpers/{librarian.pk}/name/")
    client.post(f"/me/helpers/{helper.pk}/name/")

    assert [trust.helper for trust in Trust.objects.all()] == [librarian]


@pytest.mark.parametrize("who", ["head", "helper"])
def test_either_of_the_two_takes_it_back_and_the_door_closes(client, head, helper, project, who):
    trust = people.trust.trust(head, helper, now=NOON)
    client.force_login({"head": head, "helper": helper}[who])

    client.post(f"/me/helpers/{trust.pk}/take-back/")

    assert write(client, helper, project).status_code == 404


def test_a_helper_who_is_a_reader_of_the_team_reads_only(client, head, project):
    """What the team decided about a member stands above what one of them asks."""
    reader = member_of(project, TeamRole.READER)
    people.trust.trust(head, reader, now=NOON)

    assert write(client, reader, project).status_code == 409


def test_a_helper_of_a_mere_reader_opens_nothing(client, helper, project):
    people.trust.trust(member_of(project, TeamRole.READER), helper, now=NOON)

    assert client_sees(client, helper, project) == 404


def client_sees(client, person, project):
    client.force_login(person)
    return client.get(goal(project)).status_code


@pytest.mark.parametrize("way", ["phone", "paper", "beside"])
def test_staff_say_once_a_day_how_they_heard_it(client, staff, project, way):
    client.force_login(staff)

    back = client.post("/heard/", {"heard": way, "next": goal(project)})
    client.post(goal(project), SAVE)

    assert (back.url, newest(project).source) == (goal(project), way)


def test_what_is_said_today_does_not_hold_tomorrow(client, staff, project):
    client.force_login(staff)
    session = client.session
    session["drafts.heard"] = ["phone", "2020-01-01"]
    session.save()

    client.post(goal(project), SAVE)

    assert newest(project).source == "web"


def test_ones_own_words_are_not_heard_from_anybody(client, head, project):
    client.force_login(head)
    client.post("/heard/", {"heard": "phone", "next": "https://elsewhere.example/"})

    client.post(goal(project), SAVE)

    assert (newest(project).source, newest(project).on_behalf_of) == ("web", None)


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_nobody_is_led_away_from_the_site(client, staff, back):
    client.force_login(staff)

    assert client.post("/heard/", {"heard": "phone", "next": back}).url == "/"


def test_the_head_sees_what_was_written_for_her(client, staff, head, project):
    client.force_login(staff)
    client.post("/heard/", {"heard": "paper", "next": goal(project)})
    client.post(goal(project), SAVE)
    client.post(f"/projects/{project.pk}/people/show/", {"shown": "yes"})
    client.force_login(head)

    page = client.get("/me/written-for-me/").text

    for words in ("Марина Воробьёва", "Переписано с бумаги", f"{goal(project)}versions/"):
        assert words in page


def test_a_burst_of_writing_is_one_line(staff, head, project):
    draft = project.sections.get(name="goal").draft
    for number in range(5):
        draft.revisions.create(
            version=number + 2,
            content={},
            author=staff,
            on_behalf_of=head,
            at=NOON + timedelta(minutes=number),
        )

    assert len(on_behalf.written_for(head).lines) == 1


def test_a_long_list_is_turned_over_without_losing_or_doubling_a_line(staff, head):
    told = [f"/projects/{number}/" for number in range(1, 251)]
    Entry.objects.bulk_create(
        Entry(
            at=NOON + timedelta(hours=number // 3),
            actor=staff,
            on_behalf_of=head,
            deed="projects.project.shown-to-experts",
            thing_type="projects.project",
            thing_id=str(number),
        )
        for number in range(1, 251)
    )

    pages = [on_behalf.written_for(head)]
    while pages[-1].after:
        pages.append(on_behalf.written_for(head, pages[-1].after))

    assert sorted(line.url for page in pages for line in page.lines) == sorted(told)
    assert len(pages) == 3
