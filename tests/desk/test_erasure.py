"""Erasing somebody leaves no trace in any table, file, letter or index."""

from email.message import EmailMessage
from importlib import import_module

import pytest
from django.core import mail
from django.db import connection

from peremena.desk import search
from peremena.desk.letters import BETWEEN_LETTERS, forget_files_with, tell_of_erasure
from peremena.desk.queries import erasure as queries
from peremena.desk.services import erasure
from peremena.desk.traces import BLANK, Loose, certain
from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.people.abilities import Role
from peremena.people.models import Consent, Organisation, Person
from peremena.people.services import requests
from tests.desk import traces
from tests.factories import NOON, PersonFactory, TerritoryFactory, somebody_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def folders(settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "letters"
    return settings.MEDIA_ROOT, tmp_path / "letters"


@pytest.fixture
def guarded():
    """Tests run without migrations; what must never change is guarded here as it is for people."""
    for name in ("journal.migrations.0002_append_only", "contests.migrations.0003_applications_never_change"):  # fmt: skip  # noqa: E501
        migration = import_module(f"peremena.{name}")
        with connection.cursor() as cursor:
            for statement in migration.STATEMENTS[connection.vendor]:
                cursor.execute(statement)


def found(*folders):
    kept = list(traces.everything_kept(*folders))
    return {(place, trace) for place, words in kept for trace in traces.TRACES if trace in words}


def test_erasure_leaves_no_trace_in_any_table_file_or_letter(
    folders, guarded, django_capture_on_commit_callbacks
):
    person, staff = traces.somebody(), somebody_with(Role.STAFF)
    project = traces.leave_traces(person)
    mail.EmailMessage("Вам", traces.SENTENCE, to=[traces.EMAIL]).send()
    asked = requests.ask_erasure(person, by=person, now=NOON)
    places = {place for place, _trace in found(*folders)}

    with django_capture_on_commit_callbacks(execute=True):
        proof = erasure.fulfil(asked, by=staff, now=NOON, also=[Loose.SURNAME])

    assert "desk_searchrow" in places
    assert ("desk_search_data" in places) == (connection.vendor == "sqlite")
    assert len(places) > 15  # the test would be worth nothing if there had been nothing to find
    assert found(*folders) == set()
    search.rebuild()
    assert found(*folders) == set()
    assert proof["files"] == 2
    shell = Person.objects.get(pk=person.pk)
    assert (str(shell), shell.email, shell.is_active, shell.erased_at) == (
        "Удалено", None, False, NOON
    )  # fmt: skip
    assert not project.memberships.current().filter(person=person).exists()
    assert traces.drafts_of(project).get(pk=project.sections.get(name="team").draft_id).content[
        "team"
    ][0]["role"] == "руководитель"  # fmt: skip
    entry = Entry.objects.get(deed="people.erasure.fulfilled")
    assert set(entry.details) == {"rows", "mentions", "notes", "files", "files_kept"}
    assert Organisation.objects.get().inn == ""
    assert Consent.objects.get().person == shell


def test_the_reckoning_beforehand_says_what_will_go(folders):
    person = traces.somebody()
    traces.leave_traces(person)

    seen = queries.reckoning(person)

    assert seen.rows["people.papercode"] == 1
    assert seen.rows["mail.letter"] == 1
    assert {"drafts.draft", "drafts.revision", "contests.application"} <= set(seen.mentions)
    assert Loose.SURNAME not in seen.loose
    assert len(seen.files) == 2


def test_a_file_that_the_law_wants_kept_is_kept_and_said_so(folders):
    person = traces.somebody()
    traces.leave_traces(person)

    proof = erasure.erase(person, now=NOON, kept_files=["awards/list.txt"])

    assert (proof["files"], proof["files_kept"]) == (1, 1)


def test_a_namesake_and_a_lone_name_stay_as_they_are(folders):
    person = traces.somebody()
    other = PersonFactory(about="Алия, Берёзкина А. В. и Берёзкина Алия Петровна")

    erasure.erase(person, now=NOON)

    other.refresh_from_db()
    assert other.about == "Алия, Берёзкина А. В. и Берёзкина Алия Петровна"


def test_nobody_fulfils_a_request_of_ones_own():
    staff = somebody_with(Role.STAFF)
    asked = requests.ask_erasure(staff, by=staff, now=NOON)

    with pytest.raises(Refused):
        erasure.fulfil(asked, by=staff, now=NOON)


def test_the_last_letter_goes_out_and_is_stored_nowhere(
    mailoutbox, django_capture_on_commit_callbacks
):
    person, staff = traces.somebody(), somebody_with(Role.STAFF)
    asked = requests.ask_erasure(person, by=person, now=NOON)

    with django_capture_on_commit_callbacks(execute=True):
        erasure.fulfil(asked, by=staff, now=NOON)

    assert [letter.to for letter in mailoutbox] == [[traces.EMAIL]]


def test_a_letter_in_a_folder_is_found_however_it_is_encoded(folders):
    letter = EmailMessage()
    letter["Subject"] = "Встреча"
    letter.set_content(f"Придёт {traces.WAYS[1]}.", cte="base64")
    other = EmailMessage()
    other.set_content("Придёт Пётр.", cte="base64")
    folders[1].mkdir()
    (folders[1] / "one.log").write_bytes(letter.as_bytes() + BETWEEN_LETTERS)
    (folders[1] / "two.log").write_bytes(other.as_bytes() + BETWEEN_LETTERS)

    forgotten = forget_files_with(certain(queries.named(traces.somebody())))

    assert (forgotten, [file.name for file in folders[1].iterdir()]) == (1, ["two.log"])


def test_a_mail_server_out_of_reach_does_not_stop_the_erasure(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    assert not tell_of_erasure(traces.EMAIL, "Алия")
    assert not tell_of_erasure(None, "Алия")


def test_names_that_must_differ_still_differ_when_both_are_blanked():
    person = traces.somebody()
    territory = TerritoryFactory()
    for name in traces.WAYS[:2]:
        territory.places.create(name=name)

    erasure.erase(person, now=NOON)

    names = sorted(territory.places.values_list("name", flat=True))
    assert names[0] == BLANK
    assert names[1].startswith(f"{BLANK} ")


def test_an_answered_request_is_not_answered_again():
    person, staff = traces.somebody(), somebody_with(Role.STAFF)
    asked = requests.ask_erasure(person, by=person, now=NOON)
    requests.refuse(asked, reason="Идёт проверка.", by=staff, now=NOON)

    with pytest.raises(Refused):
        erasure.fulfil(asked, by=staff, now=NOON)
    with pytest.raises(Refused):
        requests.refuse(asked, reason=" ", by=staff, now=NOON)
