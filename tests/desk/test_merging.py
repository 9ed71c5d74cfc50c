"""Two cards of one person become one, and two again."""

from importlib import import_module

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import connection
from django.db.models import ForeignKey
from django.urls import reverse

from peremena.cohorts.models import Enrolment, StatusChange
from peremena.desk.fates import CLASHES, FATES
from peremena.desk.queries import keeping, merging
from peremena.desk.services import erasure
from peremena.desk.services import merging as services
from peremena.drafts.models import Revision
from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.mail import services as mail
from peremena.mail.models import Letter, Wishes
from peremena.people.abilities import Role
from peremena.people.models import Consent, ConsentText, Merge, Person
from peremena.people.queries import cards
from peremena.people.rules import ConsentWay, Purpose
from peremena.people.services import consents, give_role, requests
from peremena.projects.models import Membership
from tests.cohorts.school import cohort_of
from tests.desk import traces
from tests.factories import (
    NOON,
    PersonFactory,
    another_centre,
    known,
    project_of,
    somebody_with,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return somebody_with(Role.STAFF)


@pytest.fixture
def kept(staff):
    return known(PersonFactory(email=None, phone="+79131234567", surname="Ключникова", name="Алия"))


@pytest.fixture
def gone(kept):
    return known(PersonFactory(email="aliya@example.org", surname="Ключникова", name="Аля"))


def merged(kept, gone, staff, *taken):
    done = services.merge(kept, gone, taken=taken, by=staff, now=NOON)
    kept.refresh_from_db()
    gone.refresh_from_db()
    return done


def signed_in(person):
    Person.objects.filter(pk=person.pk).update(last_login=NOON)
    person.refresh_from_db()


def snapshot():
    """Every row of every table that a merge may touch."""
    own = ("people.merge", "journal.entry", "mail.letter", "cohorts.statuschange")
    return {
        model._meta.label_lower: sorted(model._base_manager.values_list())
        if model._meta.label_lower in {"people.person"}
        else sorted(map(str, model._base_manager.values()))
        for model in keeping.tables()
        if model._meta.label_lower not in own
    }


def test_every_column_that_points_at_a_person_has_a_fate():
    columns = {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in [*model._meta.concrete_fields, *model._meta.many_to_many]
        if field.is_relation and field.related_model is Person
    }

    assert columns == set(FATES)
    assert all(isinstance(link.field, ForeignKey) for link in keeping.pointers())
    assert set(CLASHES) <= {name.rpartition(".")[0] for name in FATES}


def test_all_that_pointed_at_the_second_card_points_at_the_first(kept, staff):
    for name in ("journal.migrations.0002_append_only", "contests.migrations.0003_applications_never_change"):  # fmt: skip  # noqa: E501
        with connection.cursor() as cursor:
            for statement in import_module(f"peremena.{name}").STATEMENTS[connection.vendor]:
                cursor.execute(statement)
    gone = traces.somebody()
    traces.leave_traces(gone)

    merged(kept, gone, staff)

    left = {link.name for link in keeping.pointers() if link.rows(gone).exists()}
    assert left <= {name for name, fate in FATES.items() if fate == "stays"}
    assert Revision.objects.filter(author=kept).exists()
    assert Consent.objects.get().person == kept
    assert not gone.is_active
    assert kept.pk not in Person.objects.kept_by(staff).filter(pk=gone.pk)


def test_what_only_the_second_card_says_comes_over(kept, gone, staff):
    EmailAddress.objects.create(user=gone, email=gone.email, verified=True, primary=True)

    merged(kept, gone, staff, "name")

    assert (kept.name, kept.email, kept.phone) == ("Аля", "aliya@example.org", "+79131234567")
    assert (gone.name, gone.email, gone.is_active) == ("Алия", None, False)
    assert EmailAddress.objects.get().user == kept
    assert Letter.objects.get(kind="people.merged").to == "aliya@example.org"


def test_both_in_one_team_keep_one_place_with_the_stronger_role(kept, gone, staff):
    project = project_of(gone)
    Membership.objects.create(project=project, person=kept, role="reader", joined_at=NOON)

    merged(kept, gone, staff)

    assert [(one.person, one.role) for one in project.memberships.current()] == [(kept, "leader")]


def test_both_in_one_cohort_keep_one_place_and_the_project(kept, gone, staff):
    place, project = enrolled_twice(kept, gone, staff)

    merged(kept, gone, staff)

    places = {one.person: one for one in Enrolment.objects.filter(cohort=place.cohort)}
    assert (places[kept].status, places[kept].project) == ("learning", project)
    assert places[gone].status == "left"
    assert StatusChange.objects.get(enrolment=places[gone], status="left").by == staff
    assert place.cohort.enrolments.sitting().count() == 1


def enrolled_twice(kept, gone, staff):
    cohort, project = cohort_of(staff), project_of(gone)
    rows = {"status_since": NOON, "enrolled_at": NOON, "enrolled_by": staff, "cohort": cohort}
    own = project_of(kept).territory
    Enrolment.objects.create(person=gone, territory=project.territory, project=project, **rows)
    return Enrolment.objects.create(person=kept, territory=own, **rows), project


def test_roles_consents_and_registrations_that_both_have_are_there_once(kept, gone, staff):
    consents.load_texts(now=NOON)
    text = ConsentText.objects.in_force().get(purpose="learning")
    for person in (kept, gone):
        give_role(person, Role.HEAD, by=staff, now=NOON)
        consents.give(person, text, way=ConsentWay.PHONE, by=staff, now=NOON)

    merged(kept, gone, staff)

    assert [one.person for one in kept.roles.model.objects.current().filter(role="head")] == [kept]
    assert {one.person for one in Consent.objects.in_force()} == {kept, gone}
    assert (kept.registrations.count(), gone.registrations.count()) == (1, 0)


def test_taking_a_consent_back_takes_back_the_one_on_the_joined_card_too(kept, gone, staff):
    consents.load_texts(now=NOON)
    text = ConsentText.objects.in_force().get(purpose="public")
    for person in (kept, gone):
        consents.give(person, text, way=ConsentWay.PHONE, by=staff, now=NOON)
    merged(kept, gone, staff)

    consents.withdraw(kept, Purpose.PUBLIC, way=ConsentWay.PHONE, by=staff, now=NOON)

    assert not Consent.objects.in_force().exists()


@pytest.mark.parametrize("who", ["kept", "gone"])
def test_letters_stopped_on_either_card_stay_stopped(kept, gone, staff, who):
    stopped, other = (kept, gone) if who == "kept" else (gone, kept)
    Wishes.objects.create(person=other)
    mail.stop(stopped.pk, now=NOON)
    before = snapshot()

    done = merged(kept, gone, staff)
    wanted = [one.effective for one in Wishes.objects.filter(person=kept)]
    services.undo(done, by=staff, now=NOON)

    assert wanted == ["none"]
    assert snapshot() == before


def test_parted_again_everything_is_as_it_was(kept, gone, staff):
    enrolled_twice(kept, gone, staff)
    give_role(gone, Role.HEAD, by=staff, now=NOON)
    EmailAddress.objects.create(user=gone, email=gone.email, verified=True, primary=True)
    before = snapshot()
    done = merged(kept, gone, staff, "name", "sign-in")

    services.undo(done, by=staff, now=NOON)

    assert snapshot() == before
    with pytest.raises(Refused):
        services.undo(done, by=staff, now=NOON)


def test_the_first_card_is_read_together_with_the_second(kept, gone, staff, client):
    project = project_of(gone)
    merged(kept, gone, staff)
    client.force_login(staff)

    page = client.get(reverse("desk:journal_of_person", args=[kept.pk])).text

    assert Entry.objects.filter(actor=gone, deed="projects.project.begun").exists()
    assert "Начат проект" in page
    assert cards(kept) == [kept.pk, gone.pk]
    assert client.get(reverse("desk:person", args=[gone.pk])).status_code == 404
    assert str(project) in client.get(reverse("desk:person", args=[kept.pk])).text


def test_who_was_signed_in_goes_on_as_before(kept, gone, staff):
    signed_in(gone)

    merged(kept, gone, staff)

    assert (kept.email, kept.last_login) == ("aliya@example.org", NOON)


def test_where_both_were_signed_in_a_colleague_decides(kept, gone, staff):
    colleague = somebody_with(Role.STAFF)
    signed_in(kept)
    signed_in(gone)

    asked = merged(kept, gone, staff)
    active = gone.is_active
    with pytest.raises(Refused):
        services.confirm(asked, by=staff, now=NOON)
    services.confirm(asked, by=colleague, now=NOON)
    gone.refresh_from_db()

    assert (active, gone.is_active) == (True, False)
    with pytest.raises(Refused):
        services.confirm(asked, by=colleague, now=NOON)


def test_two_people_stay_two_when_a_colleague_says_so(kept, gone, staff):
    signed_in(kept)
    signed_in(gone)
    asked = merged(kept, gone, staff)

    services.decline(asked, by=staff, now=NOON)

    assert merging.why_not_merge(kept, gone, staff) is None


@pytest.mark.parametrize(
    ("obstacle", "expected"),
    [
        (lambda one, _staff: give_role(one, Role.STAFF, now=NOON), "merge-keeps-people"),
        (lambda one, _staff: known(one, another_centre()), "known-elsewhere"),
        (
            lambda one, staff: requests.ask_erasure(one, by=staff, now=NOON),
            "asked-to-be-erased",
        ),
        (
            lambda one, staff: merged(one, known(PersonFactory()), staff) and None,
            None,
        ),
    ],
)
def test_when_two_cards_may_not_become_one(kept, gone, staff, obstacle, expected):
    obstacle(gone, staff)
    gone.refresh_from_db()

    assert merging.why_not_merge(kept, Person.objects.get(pk=gone.pk), staff) == expected


def test_sent_twice_it_happens_once(kept, gone, staff):
    merged(kept, gone, staff)

    with pytest.raises(Refused):
        merged(kept, gone, staff)
    with pytest.raises(Refused):
        merged(gone, kept, staff)

    assert Merge.objects.count() == 1


def test_erasing_the_first_erases_what_was_on_the_second(
    kept, staff, settings, django_capture_on_commit_callbacks
):
    gone = traces.somebody()
    traces.leave_traces(gone)
    merged(kept, gone, staff)

    with django_capture_on_commit_callbacks(execute=True):
        erasure.erase(kept, now=NOON, also=["surname"])

    gone.refresh_from_db()
    words = [words for _place, words in traces.everything_kept(settings.MEDIA_ROOT)]
    assert (gone.surname, gone.erased_at) == ("", NOON)
    assert not [one for one in words if "берёзкин" in one]


def test_staff_join_two_cards_on_the_page_and_part_them_again(kept, gone, staff, client):
    client.force_login(staff)
    pair = reverse("desk:pair", args=[kept.pk, gone.pk])

    looked = client.get(reverse("desk:same", args=[kept.pk]) + "?find=Ключникова").text
    unsure = client.post(pair, {"name": "kept"})
    joined = client.post(pair, {"name": "gone", "sure": "on"}, follow=True).text
    client.post(reverse("desk:undo_merge", args=[Merge.objects.get().pk]))

    gone.refresh_from_db()
    assert pair in looked
    assert unsure.status_code == 422
    assert "Теперь карточка одна" in joined
    assert "Это всё-таки два человека" in joined
    assert (gone.name, gone.is_active) == ("Аля", True)


def test_staff_of_another_centre_see_neither_page_nor_card(kept, gone, client):
    client.force_login(somebody_with(Role.STAFF, another_centre()))

    assert client.get(reverse("desk:pair", args=[kept.pk, gone.pk])).status_code == 404
    assert client.get(reverse("desk:same", args=[kept.pk])).status_code == 404
