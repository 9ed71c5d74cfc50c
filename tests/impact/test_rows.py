"""Where a decision belongs, and when it is another one."""

from datetime import timedelta

import pytest

from peremena.cohorts import services as cohorts
from peremena.impact import queries, services
from peremena.impact.models import Award
from peremena.impact.queries.territories import Place, by_district
from peremena.impact.rules import Kind
from peremena.impact.totals import Totals
from peremena.kit.refusals import Refused
from peremena.places.models import District, Territory
from tests.factories import NOON, member_of
from tests.impact.money import MILLION, TODAY, gift, staff_of, submitted, won

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


def test_a_number_used_again_years_later_is_another_document(application, staff):
    long_ago = TODAY - timedelta(days=700)
    gift(application.project, staff, decided_on=long_ago)

    again = gift(application.project, staff)

    assert Award.objects.counted().count() == 2
    with pytest.raises(Refused):
        services.change(again, decided_on=long_ago + timedelta(9), why="Нет", by=staff, now=NOON)


def test_a_mentors_seat_and_a_cohort_that_is_over_get_no_money(application, staff):
    project, deed = application.project, {"by": staff, "now": NOON}
    programme = cohorts.add_programme("Драйверы", centre=project.centre, by=staff)
    over, alive = (
        cohorts.add_cohort(programme, name, starts_on=TODAY - timedelta(days=days), by=staff)
        for name, days in (("Первый", 900), ("Второй", 10))
    )
    ground = {"territory": project.territory, "project": project}
    cohorts.enrol(over, person=application.by, **ground, **deed)
    cohorts.enrol(alive, person=member_of(project), part="mentor", **ground, **deed)

    award = gift(project, staff)

    assert award.cohort is None


def test_a_contest_entered_by_its_name_is_that_contest(application, staff):
    won(application, staff)

    with pytest.raises(Refused):
        gift(application.project, staff, source=f"«{application.name.upper()}»", document="")


def test_a_correction_answers_a_doubt(application, staff, colleague):
    award = gift(application.project, staff)
    services.doubt(award, why="Сумма другая", by=colleague, now=NOON)

    services.change(award, awarded=MILLION / 2, why="Верно", by=staff, now=NOON)

    assert (award.doubt, award.doubted_by) == ("", None)


def test_a_payment_makes_a_page_opened_before_it_old(application, staff, colleague):
    award = won(application, staff)
    services.pay(application, amount=MILLION / 4, on=TODAY, by=staff, now=NOON)

    with pytest.raises(Refused):
        services.verify(award, by=colleague, now=NOON, seen=award.version)


def test_a_win_entered_anew_keeps_nothing_of_the_one_taken_back(application, staff, colleague):
    services.take_back(won(application, staff), why="Чужая", by=staff, now=NOON)

    said = {"awarded": MILLION, "decided_on": TODAY, "kind": Kind.FUND}
    again = services.record_win(application, **said, by=colleague, now=NOON)

    assert (again.document, again.proof, again.changed_by) == ("", "stated", None)
    services.change(again, document="18-Г", why="Пришёл", by=colleague, now=NOON)
    services.verify(again, by=staff, now=NOON)


def test_the_card_names_who_may_confirm_and_what_looks_the_same(application, staff, colleague):
    award, twin, gone = (
        gift(application.project, staff, source=name, document=name)
        for name in ("Заря", "Мельница", "Ошибка")
    )
    services.take_back(gone, why="Не было", by=staff, now=NOON)

    card = queries.card(award, staff)

    assert (card.colleagues, card.alike) == ([colleague], [twin])


def test_a_district_holds_the_money_of_all_its_territories():
    tara = District(name="Тарский район")
    villages = [Territory(pk=pk, name=f"Село {pk}", district=tara) for pk in (1, 2)]
    places = [Place(village, Totals(attracted=MILLION * village.pk)) for village in villages]

    assert [(one.name, one.totals.attracted) for one in by_district(places)] == [
        ("Тарский район", MILLION * 3)
    ]
