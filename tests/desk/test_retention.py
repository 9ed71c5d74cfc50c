"""What is due is destroyed and written down; what is not due stays."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from peremena.desk.services import retention
from peremena.journal.models import Entry
from peremena.mail.models import Letter
from peremena.people.abilities import Role
from peremena.people.models import ConsentText, PaperCode, Person, Sweep
from peremena.people.rules import ConsentWay, Purpose
from peremena.people.services import consents
from peremena.places.rules import Layer
from peremena.places.services import imports, load_districts, resources
from peremena.places.services.resources import Told
from peremena.projects.models import Invitation
from peremena.projects.rules import TeamRole
from peremena.projects.services import teams
from tests.factories import NOON, PersonFactory, TerritoryFactory, project_of, somebody_with
from tests.places.tables import row, table

pytestmark = pytest.mark.django_db


def after(**span):
    return NOON + timedelta(**span)


def test_a_sweep_with_nothing_due_writes_no_line_in_the_journal():
    done = retention.sweep(NOON)

    assert done.destroyed == {}
    assert not Entry.objects.filter(deed="desk.sweep.done").exists()


def test_the_scan_of_a_withdrawn_consent_goes_after_thirty_days(
    django_capture_on_commit_callbacks,
):
    consents.load_texts(now=NOON)
    person = PersonFactory()
    scan = SimpleUploadedFile("s.pdf", b"%PDF-1.7", "application/pdf")
    text = ConsentText.objects.get(purpose="public")
    given = consents.give(person, text, way=ConsentWay.PAPER, by=person, now=NOON, scan=scan)
    consents.withdraw(person, Purpose.PUBLIC, way=ConsentWay.WEB, by=person, now=NOON)
    name = given.scan.name

    early = retention.sweep(after(days=29))
    stood = default_storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        late = retention.sweep(after(days=31))

    given.refresh_from_db()
    assert (early.destroyed, stood, late.destroyed) == ({}, True, {"scans": 1})
    assert (default_storage.exists(name), bool(given.scan)) == (False, False)
    assert given.withdrawn_at == NOON


def test_invitations_codes_sessions_and_texts_of_letters_go_in_their_time():
    leader = PersonFactory()
    teams.invite(project_of(leader), role=TeamRole.WRITER, by=leader, now=NOON)
    PaperCode.objects.create(
        person=leader, digest="d", made_by=leader, made_at=NOON, expires_at=after(days=14)
    )
    Session.objects.create(session_key="k", session_data="", expire_date=after(days=60))
    Letter.objects.create(
        to="a@example.org", kind="k", subject="s", body="Слова", created_at=NOON, sent_at=NOON,
        state="sent",
    )  # fmt: skip

    first = retention.sweep(after(days=45)).destroyed
    last = retention.sweep(after(days=400)).destroyed

    assert first == {"invitations": 1, "paper_codes": 1}
    assert last["sessions"] == last["letters"] == 1
    assert not Invitation.objects.exists()
    assert Letter.objects.get().body == ""


def test_whoever_never_confirmed_the_address_is_forgotten_and_others_are_not():
    never, later, entered = (
        PersonFactory(joined_at=NOON),
        PersonFactory(),
        PersonFactory(email=None),
    )
    came = PersonFactory(joined_at=NOON, last_login=NOON)
    Person.objects.filter(pk=later.pk).update(joined_at=after(days=20))
    for person in (never, later, came):
        EmailAddress.objects.create(user=person, email=person.email, verified=False)

    done = retention.sweep(after(days=31)).destroyed

    assert done == {"unfinished_sign_ups": 1}
    erased = Person.objects.exclude(erased_at=None)
    assert list(erased) == [never]
    assert entered.pk


def test_versions_within_a_burst_and_old_marks_of_sends_go():
    leader = PersonFactory()
    project = project_of(leader)
    draft = project.sections.get(name="goal").draft
    for number in range(2, 6):
        draft.revisions.create(
            version=number, content={"n": number}, author=leader, at=after(minutes=number)
        )
        draft.operations.create(key=f"k{number}", version=number)
    draft.version = 5
    draft.save()

    first = retention.sweep(after(days=91)).destroyed
    last = retention.sweep(after(days=366)).destroyed

    assert (first["versions"] > 2, last["operations"]) == (True, 3)
    assert draft.revisions.filter(version=5).exists()
    assert list(draft.operations.values_list("key", flat=True)) == ["k5"]


def test_a_table_that_nobody_confirmed_goes_after_a_week(django_capture_on_commit_callbacks):
    load_districts()
    waiting = imports.look_through(table(row()), by=somebody_with(Role.STAFF), now=NOON)
    name = waiting.file.name

    early = retention.sweep(after(days=6)).destroyed
    with django_capture_on_commit_callbacks(execute=True):
        late = retention.sweep(after(days=8)).destroyed

    waiting.refresh_from_db()
    assert (early, late) == ({}, {"imports": 1})
    assert (waiting.state, waiting.file.name, default_storage.exists(name)) == (
        "dropped", "", False
    )  # fmt: skip


def test_what_a_resource_said_before_an_edit_goes_after_ninety_days():
    keeper, territory = PersonFactory(), TerritoryFactory()
    pond = resources.add(territory, Told("Пруд", Layer.PHYSICAL), by=keeper, now=NOON)
    resources.change(pond, Told("Озеро", Layer.PHYSICAL), by=keeper, now=NOON)

    early = retention.sweep(after(days=89)).destroyed
    late = retention.sweep(after(days=91)).destroyed

    assert (early, late) == ({}, {"resource_edits": 1})
    assert not pond.edits.exists()


def test_staff_read_what_each_night_destroyed(client):
    Sweep.objects.create(at=NOON, destroyed={"invitations": 3})
    client.force_login(somebody_with(Role.STAFF))

    page = client.get(reverse("desk:sweeps")).text

    assert "Приглашения, срок которых вышел: 3" in page
