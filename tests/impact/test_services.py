"""The ledger: entered once, confirmed by another person, corrected with a trace."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from peremena.cohorts import services as cohorts
from peremena.contests import services as contests
from peremena.contests.models import Life
from peremena.impact import services
from peremena.impact.models import Award
from peremena.impact.rules import Form, Kind
from peremena.impact.services import erasure
from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.people.abilities import Role
from tests.factories import NOON, another_centre, project_of, somebody_with
from tests.impact.money import (
    MILLION,
    PDF,
    TODAY,
    attracted,
    gift,
    staff_of,
    submitted,
    won,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    return submitted()


@pytest.fixture
def staff(application):
    return staff_of(application.project)


@pytest.fixture
def colleague(application):
    return staff_of(application.project)


@pytest.fixture
def award(application, staff):
    return won(application, staff)


def test_a_win_is_written_once_for_the_application_and_for_the_ledger(application, staff):
    award = won(application, staff, file=SimpleUploadedFile("order.pdf", PDF))

    award.refresh_from_db()
    life = Life.objects.get(application=application)
    assert (life.state, life.awarded) == ("won", MILLION)
    assert (award.awarded, award.contest, award.source) == (MILLION, "fpg", application.name)
    assert (award.territory, award.centre) == (
        application.project.territory,
        application.project.centre,
    )
    assert award.person == application.by
    assert award.requested > 0
    assert (award.proof, award.file.read()) == ("attached", PDF)
    assert application.turns.get(kind="won").file.name == award.file.name


def test_only_what_another_person_confirmed_is_attracted(award, staff, colleague):
    assert attracted() == 0

    with pytest.raises(Refused):
        services.verify(award, by=staff, now=NOON)
    services.verify(award, by=colleague, now=NOON)

    assert attracted() == MILLION
    deeds = Entry.objects.about(award).values_list("deed", flat=True)
    assert list(deeds) == ["impact.award.entered", "impact.award.verified"]


def test_without_any_evidence_nothing_is_confirmed(application, staff, colleague):
    award = won(application, staff, document="")

    with pytest.raises(Refused):
        services.verify(award, by=colleague, now=NOON)

    assert (award.proof, attracted()) == ("stated", 0)


def test_whoever_gives_the_money_confirms_by_something(application, staff):
    with pytest.raises(Refused):
        won(application, staff, document="", is_confirmed=True)

    assert not Award.objects.exists()
    assert not application.turns.filter(kind="won").exists()
    link = "https://example.org/winners"
    assert won(application, staff, link=link, is_confirmed=True).proof == "confirmed"


def test_a_correction_leaves_a_trace_and_waits_for_the_colleague_again(award, staff, colleague):
    services.verify(award, by=colleague, now=NOON)

    services.change(award, awarded=MILLION - 1, why="Лишний рубль", by=staff, now=NOON)

    award.refresh_from_db()
    correction = award.corrections.get()
    assert correction.changed == {"awarded": ["1000000.00", "999999.00"]}
    assert (correction.why, award.changed_by, award.is_verified) == ("Лишний рубль", staff, False)
    assert Life.objects.get(application=award.application).awarded == MILLION - 1
    assert attracted() == 0
    services.verify(award, by=colleague, now=NOON)
    assert attracted() == MILLION - 1


def test_whoever_corrected_does_not_confirm(award, colleague):
    services.change(award, attribution="helped", why="Помогали", by=colleague, now=NOON)

    with pytest.raises(Refused):
        services.verify(award, by=colleague, now=NOON)


def test_a_colleague_says_what_is_wrong(award, colleague):
    services.verify(award, by=colleague, now=NOON)

    services.doubt(award, why="В приказе другая сумма", by=colleague, now=NOON)

    award.refresh_from_db()
    assert (award.doubt, award.doubted_by) == ("В приказе другая сумма", colleague)
    assert attracted() == 0


def test_payments_follow_and_leave_the_confirmation(award, staff, colleague):
    services.verify(award, by=colleague, now=NOON)

    paid = services.pay(award.application, amount=MILLION / 4, on=TODAY, by=staff, now=NOON)
    services.pay(award.application, amount=MILLION / 2, on=TODAY, by=staff, now=NOON)
    services.take_back_payment(paid, why="Дважды", by=staff, now=NOON)

    award.refresh_from_db()
    assert (award.paid, award.is_verified, attracted()) == (MILLION / 2, True, MILLION)


def test_a_win_taken_back_counts_no_longer_and_may_come_again(award, staff, colleague):
    services.verify(award, by=colleague, now=NOON)

    services.take_back(award, why="Чужая строка", by=staff, now=NOON)

    assert attracted() == 0
    assert Life.objects.get(application=award.application).state == "submitted"
    again = won(award.application, staff, awarded=MILLION / 2)
    assert (again.pk, again.is_verified) == (award.pk, False)
    services.verify(again, by=colleague, now=NOON)
    assert attracted() == MILLION / 2


def test_money_outside_contests_is_entered_by_staff(application, staff, colleague):
    award = gift(application.project, staff)

    services.verify(award, by=colleague, now=NOON)

    assert (award.application, award.source_key, attracted()) == (None, "ооо заря", MILLION)


@pytest.mark.parametrize(
    "again",
    [
        {"source": "ООО Заря", "document": "другой"},
        {"source": "Заря", "document": "№ договор5"},
        {"source": "Заря", "document": "Договор 5", "decided_on": TODAY - timedelta(days=30)},
    ],
)
def test_a_second_entry_of_one_decision_is_refused(application, staff, again):
    gift(application.project, staff)

    with pytest.raises(Refused):
        gift(application.project, staff, **again)

    assert Award.objects.count() == 1


def test_what_won_is_not_entered_by_hand_once_more(award, staff):
    with pytest.raises(Refused):
        gift(award.project, staff, source="Фонд", contest="fpg", document="")
    with pytest.raises(Refused):
        gift(award.project, staff, source="Фонд", document="17-г")


def test_two_applications_to_one_contest_are_one_decision(award, staff):
    project = award.project
    section = project.sections.get(name="goal").draft
    section.content["goal"]["text"] = "Другая цель."
    section.save()
    second = contests.freeze(project, "fpg", by=award.application.by, now=NOON)
    contests.submit(second, at=NOON, by=staff, now=NOON)

    with pytest.raises(Refused):
        won(second, staff)

    assert second != award.application
    assert not second.turns.filter(kind="won").exists()


def test_what_others_add_stands_beside_and_waits_for_the_colleague(award, staff, colleague):
    services.verify(award, by=colleague, now=NOON)

    given = services.contribute(
        award, kind=Kind.RESIDENTS, form=Form.LABOUR, promised=Decimal(500), by=staff, now=NOON
    )

    award.refresh_from_db()
    assert not award.is_verified
    services.drop_contribution(given, why="Не пришли", by=staff, now=NOON)
    assert not award.contributions.exists()
    assert award.corrections.get().changed == {"contribution": ["500", ""]}


def test_nothing_is_not_a_contribution(award, staff):
    with pytest.raises(Refused):
        services.contribute(award, kind=Kind.RESIDENTS, by=staff, now=NOON)


def test_other_centres_and_the_team_touch_nothing(award, application):
    foreign = somebody_with(Role.STAFF, centre=another_centre())
    observer = somebody_with(Role.OBSERVER, centre=application.project.centre)

    for person in (foreign, observer, application.by):
        for deed in (
            lambda who: services.verify(award, by=who, now=NOON),
            lambda who: services.doubt(award, why="Нет", by=who, now=NOON),
            lambda who: services.change(award, why="Нет", by=who, now=NOON),
            lambda who: services.take_back(award, why="Нет", by=who, now=NOON),
            lambda who: gift(award.project, who),
            lambda who: services.contribute(award, kind=Kind.OWN, paid=MILLION, by=who, now=NOON),
        ):
            with pytest.raises(Refused):
                deed(person)

    assert attracted() == 0


def test_a_project_without_a_centre_has_no_ledger(award, staff):
    alone = project_of(award.application.by)
    alone.centre = None
    alone.save()

    with pytest.raises(Refused):
        gift(alone, staff)


@pytest.mark.parametrize(
    "wrong",
    [
        {"awarded": 0},
        {"paid": MILLION + 1},
        {"verified_at": NOON},
        {"verified_at": NOON, "verified_by": "entered_by"},
        {"verified_at": NOON, "verified_by": "colleague", "changed_by": "colleague"},
        {"verified_at": NOON, "verified_by": "colleague", "document": "", "proof": "stated"},
        {"verified_at": NOON, "verified_by": "colleague", "taken_back_at": NOON},
        {"proof": "attached", "document": ""},
        {"doubt": "Нет"},
        {"source_key": ""},
    ],
)
def test_the_database_refuses_a_row_that_cannot_be(award, colleague, wrong):
    people = {"entered_by": award.entered_by, "colleague": colleague}
    values = {name: people.get(value, value) for name, value in wrong.items()}

    with pytest.raises(IntegrityError), transaction.atomic():
        Award.objects.filter(pk=award.pk).update(**values)


def test_the_database_refuses_one_decision_twice(award):
    fields = {one.attname: getattr(award, one.attname) for one in Award._meta.concrete_fields}

    for change in ({}, {"application_id": None}, {"application_id": None, "document": "18"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Award.objects.create(**fields | {"id": None} | change)


def test_the_cohort_is_that_of_the_day_and_only_one(application, staff, colleague):
    """Enrolled after the win was written down: the confirmation looks again."""
    award = won(application, staff)
    assert award.cohort is None
    head, project = application.by, application.project
    programme = cohorts.add_programme("Драйверы", centre=project.centre, by=staff)
    older, newer = (
        cohorts.add_cohort(programme, name, starts_on=TODAY - timedelta(days=days), by=staff)
        for name, days in (("Второй", 400), ("Третий", 10))
    )
    ground = {"person": head, "territory": project.territory, "project": project}
    for cohort in (older, newer):
        cohorts.enrol(cohort, **ground, by=staff, now=NOON)

    services.verify(award, by=colleague, now=NOON)

    assert award.cohort == newer
    long_ago = gift(project, staff, decided_on=TODAY - timedelta(days=200))
    long_before = gift(project, staff, decided_on=TODAY - timedelta(days=900), document="Иной")
    assert (long_ago.cohort, long_before.cohort) == (older, None)


def test_the_ledger_forgets_a_person(award, staff, application):
    services.change(award, source="Фонд Ивана Кузнецова", why="Так вернее", by=staff, now=NOON)

    done = erasure.erase(application.by, ["Ивана Кузнецова"])

    award.refresh_from_db()
    assert (award.source, award.person) == ("Фонд …", None)
    assert award.corrections.get().changed["source"][1] == "Фонд …"
    assert done == {"awards": 3}


def test_what_rows_are_compared_by_forgets_a_person_too(application, staff):
    award = gift(application.project, staff, source="ИП Кузнецов", document="Расписка Кузнецова")

    erasure.erase(application.by, ["Кузнецова", "Кузнецов"])

    award.refresh_from_db()
    assert (award.source, award.document) == ("ИП …", "Расписка …")
    assert "кузнецов" not in award.source_key + award.document_key
    assert erasure.erase(application.by, []) == {"awards": 0}


def test_a_document_is_added_later_and_then_confirmed(application, staff, colleague):
    award = gift(application.project, staff, document="")
    file = SimpleUploadedFile("letter.pdf", PDF)

    services.change(award, file=file, why="Пришло письмо", by=staff, now=NOON)

    services.verify(award, by=colleague, now=NOON)
    award.refresh_from_db()
    assert (award.proof, award.file.read(), attracted()) == ("attached", PDF, MILLION)


def test_what_was_taken_back_is_left_alone(application, staff, colleague):
    award = gift(application.project, staff)
    services.take_back(award, why="Передумали", by=staff, now=NOON)

    for deed in (
        lambda: services.change(award, why="Ещё раз", by=staff, now=NOON),
        lambda: services.take_back(award, why="Ещё раз", by=staff, now=NOON),
        lambda: services.doubt(award, why="Ещё раз", by=colleague, now=NOON),
        lambda: services.verify(award, by=colleague, now=NOON),
        lambda: services.contribute(award, kind=Kind.OWN, paid=MILLION, by=staff, now=NOON),
    ):
        with pytest.raises(Refused):
            deed()
    assert gift(application.project, staff).pk != award.pk


def test_a_win_with_less_than_was_promised_by_contract_is_refused(award, staff):
    application = award.application
    deed = {"by": staff, "now": NOON}
    contests.contract(application, number="1", on=TODAY, amount=MILLION, **deed)

    with pytest.raises(Refused):
        services.change(award, awarded=MILLION / 2, why="Опечатка", **deed)

    award.refresh_from_db()
    assert (award.awarded, award.corrections.count()) == (MILLION, 0)
    with pytest.raises(Refused):
        services.take_back(award, why="Сначала договор", **deed)


def test_a_doubt_is_gone_once_somebody_confirms(award, colleague):
    services.doubt(award, why="Не вижу приказа", by=colleague, now=NOON)

    services.verify(award, by=colleague, now=NOON)

    award.refresh_from_db()
    assert (award.doubt, award.doubted_by, attracted()) == ("", None, MILLION)


def test_nobody_is_named_where_no_organisation_gives(award, staff):
    given = services.contribute(
        award, kind=Kind.RESIDENTS, paid=Decimal(5), is_named=True, by=staff, now=NOON
    )

    assert not given.is_named
