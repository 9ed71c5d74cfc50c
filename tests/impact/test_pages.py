"""The ledger's pages: numbers that open down to their rows, and what everybody may see."""

import csv
import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from peremena.impact import queries, services
from peremena.impact.models import Award
from peremena.impact.rules import Kind
from peremena.impact.totals import Filter, totals
from peremena.kit import tables_in
from peremena.people.abilities import Role
from peremena.people.models import Organisation
from tests.factories import NOON, PersonFactory, another_centre, somebody_with
from tests.impact.money import MILLION, PDF, TODAY, gift, staff_of, submitted, won

pytestmark = pytest.mark.django_db

DAY = TODAY.isoformat()
WIN = {
    "awarded": "1 250 000,50",
    "decided_on": DAY,
    "kind": "fund",
    "document": "17-Г",
    "attribution": "full",
}


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
def observer(application):
    return somebody_with(Role.OBSERVER, centre=application.project.centre)


def at(name, *arguments):
    return reverse(f"impact:{name}", args=arguments)


def as_(client, person):
    client.force_login(person)
    return client


def public_total():
    return queries.results(None, Filter()).totals.attracted


def roubles(text):
    return text.replace(" ", "\xa0")


def test_the_public_sum_grows_by_exactly_the_confirmed_sum(client, application, staff, colleague):
    services.verify(gift(application.project, staff), by=colleague, now=NOON)
    before = public_total()

    response = as_(client, staff).post(
        at("win", application.pk), WIN | {"file": SimpleUploadedFile("order.pdf", PDF)}
    )
    award = Award.objects.get(application=application)
    waiting = public_total()
    as_(client, colleague).post(at("verify", award.pk))

    assert response.url == award.get_absolute_url()
    assert (waiting, public_total()) == (before, before + Decimal("1250000.50"))
    client.logout()
    page = client.get(at("results")).text
    assert roubles("2 250 000,50 ₽") in page
    assert "17-Г" in client.get(at("decisions")).text


def test_a_win_leads_from_the_page_of_the_application(client, application, staff):
    page = as_(client, staff).get(reverse("contests:outcome", args=[application.pk])).text

    assert at("win", application.pk) in page
    assert as_(client, staff).get(at("win", application.pk)).status_code == 200


@pytest.mark.parametrize("wrong", [{"awarded": "много"}, {"decided_on": ""}, {"kind": ""}])
def test_half_a_win_is_asked_again(client, application, staff, wrong):
    response = as_(client, staff).post(at("win", application.pk), WIN | wrong)

    assert response.status_code == 422
    assert not Award.objects.exists()


def test_the_ledger_shows_sums_how_they_are_counted_and_rows(client, application, staff, colleague):
    award = won(application, staff)
    services.verify(award, by=colleague, now=NOON)
    gift(application.project, staff, awarded=MILLION / 2)

    page = as_(client, staff).get(at("ledger")).text

    assert roubles("1 000 000 ₽") in page
    assert roubles("500 000 ₽") in page
    assert "Как посчитано" in page
    assert award.get_absolute_url() in page


def test_a_filter_of_the_page_is_the_filter_of_the_sums(client, application, staff, colleague):
    services.verify(won(application, staff), by=colleague, now=NOON)
    gift(application.project, staff, awarded=MILLION / 2, decided_on=TODAY - timedelta(days=400))

    page = as_(client, staff).get(at("ledger"), {"kind": "business"}).text

    assert "ООО «Заря»" in page
    assert roubles("500 000 ₽") in page
    assert roubles("1 000 000 ₽") not in page


def test_the_database_chooses_the_rows_that_the_sums_count(application, staff, colleague):
    services.verify(won(application, staff), by=colleague, now=NOON)
    gift(application.project, staff, decided_on=TODAY - timedelta(days=400), document="")
    everything = queries.rows_of(Award.objects.all())
    row = everything[0]
    filters = [
        Filter(), Filter(year=TODAY.year), Filter(cohort=0), Filter(cohort=7),
        Filter(territory=row.territory), Filter(source="fpg"), Filter(kind=Kind.BUSINESS),
        Filter(proof=row.proof), Filter(is_verified=True), Filter(is_verified=False),
    ]  # fmt: skip

    for chosen in filters:
        by_hand = [row.pk for row in everything if chosen.admits(row)]
        found = queries.matching(Award.objects.all(), chosen)
        assert sorted(found.values_list("pk", flat=True)) == sorted(by_hand), chosen


def test_nonsense_in_the_address_filters_nothing(client, application, staff):
    won(application, staff)

    asked = {"year": "²", "cohort": "x", "kind": "gold", "territory": "9" * 30, "state": "?"}

    assert roubles("1 000 000 ₽") in as_(client, staff).get(at("ledger"), asked).text


def test_a_decision_tells_everything_and_is_confirmed_by_a_colleague(
    client, application, staff, colleague
):
    award = won(application, staff, file=SimpleUploadedFile("order.pdf", PDF))
    own = as_(client, staff).get(award.get_absolute_url()).text
    theirs = as_(client, colleague).get(award.get_absolute_url()).text

    assert at("verify", award.pk) not in own
    assert at("verify", award.pk) in theirs
    assert at("evidence", award.pk) in theirs
    assert b"".join(client.get(at("evidence", award.pk)).streaming_content) == PDF


def test_doubt_in_words_stands_at_the_row(client, application, staff, colleague):
    award = won(application, staff)
    as_(client, colleague).get(at("doubt", award.pk))

    client.post(at("doubt", award.pk), {"why": "В приказе другая сумма"})

    assert "В приказе другая сумма" in as_(client, staff).get(award.get_absolute_url()).text


def test_a_correction_asks_why_and_shows_both(client, application, staff, colleague):
    award = won(application, staff)
    form = as_(client, staff).get(at("change", award.pk)).text
    assert roubles("1 000 000") in form

    without = client.post(at("change", award.pk), WIN)
    client.post(at("change", award.pk), WIN | {"why": "Сверили с приказом"})

    assert without.status_code == 422
    page = client.get(award.get_absolute_url()).text
    assert "Сверили с приказом" in page
    assert roubles("1 250 000,50 ₽") in page


def test_a_correction_keeps_the_file_that_was_there(client, application, staff):
    award = won(application, staff, file=SimpleUploadedFile("order.pdf", PDF))

    as_(client, staff).post(at("change", award.pk), WIN | {"why": "Сверили с приказом"})

    award.refresh_from_db()
    assert award.file.read() == PDF


def test_the_win_is_corrected_where_it_is_counted(client, application, staff):
    award = won(application, staff)
    turn = application.turns.get(kind="won")
    page = as_(client, staff).get(application.get_absolute_url()).text
    assert at("correct", application.pk, turn.pk) in page

    response = client.get(at("correct", application.pk, turn.pk))

    assert response.url == at("change", award.pk)


def test_payments_are_written_down_and_taken_back(client, application, staff):
    award = won(application, staff)
    as_(client, staff).get(at("pay", application.pk))
    client.post(at("pay", application.pk), {"amount": "250 000", "on": DAY, "number": "5"})
    turn = application.turns.get(kind="paid")
    award.refresh_from_db()
    assert award.paid == 250_000

    client.get(at("correct", application.pk, turn.pk))
    client.post(at("correct", application.pk, turn.pk), {"why": "Не пришло"})

    award.refresh_from_db()
    assert award.paid == 0


def test_money_outside_contests_is_entered_on_one_page(client, application, staff):
    said = WIN | {"project": application.project.pk, "source": "ООО «Заря»", "kind": "business"}
    assert as_(client, staff).get(at("add")).status_code == 200

    response = client.post(at("add"), said)

    award = Award.objects.get()
    assert response.url == award.get_absolute_url()
    assert (award.source, award.awarded) == ("ООО «Заря»", Decimal("1250000.50"))
    assert client.post(at("add"), said).status_code == 409


def test_projects_of_another_centre_are_not_offered(client, application):
    foreign = somebody_with(Role.STAFF, centre=another_centre())
    said = WIN | {"project": application.project.pk, "source": "ООО «Заря»"}

    response = as_(client, foreign).post(at("add"), said)

    assert response.status_code == 422
    assert not Award.objects.exists()


def test_who_adds_is_written_down_and_taken_out(client, application, staff):
    award = won(application, staff)
    as_(client, staff).get(at("contribute", award.pk))
    client.post(
        at("contribute", award.pk), {"kind": "residents", "form": "labour", "promised": "30 000"}
    )
    given = award.contributions.get()
    assert roubles("30 000 ₽") in client.get(award.get_absolute_url()).text

    client.get(at("drop", award.pk, given.pk))
    client.post(at("drop", award.pk, given.pk), {"why": "Записали дважды"})

    assert not award.contributions.exists()


def test_a_decision_that_was_not_is_taken_back(client, application, staff):
    award = won(application, staff)
    as_(client, staff).get(at("take_back", award.pk))

    client.post(at("take_back", award.pk), {"why": "Чужой приказ"})

    assert "больше не считается" in client.get(award.get_absolute_url()).text
    assert client.get(at("change", award.pk)).status_code == 404


def test_an_observer_sees_sums_and_decisions_and_no_person(
    client, application, staff, colleague, observer
):
    award = won(application, staff, file=SimpleUploadedFile("order.pdf", PDF))
    services.verify(award, by=colleague, now=NOON)
    pages = [
        as_(client, observer).get(address).text
        for address in (at("ledger"), award.get_absolute_url())
    ]
    pages.append(client.get(at("export", "csv")).getvalue().decode())

    for page in pages:
        for person in (application.by, staff, colleague):
            assert person.surname not in page
    assert "17-Г" in pages[1]
    assert client.get(at("evidence", award.pk)).status_code == 404


def test_the_public_page_names_nobody_and_shows_only_what_is_confirmed(
    client, application, staff, colleague
):
    award = won(application, staff)
    gift(application.project, staff, source="ООО «Неподтверждённое»", awarded=MILLION * 7)
    centre = application.project.centre
    named, silent = (
        Organisation.objects.create(centre=centre, kind="business", name=name)
        for name in ("Мельница", "Тихая фирма")
    )
    for one, agreed in ((named, True), (silent, False)):
        services.contribute(
            award, kind=Kind.BUSINESS, paid=Decimal(500), organisation=one, is_named=agreed,
            by=staff, now=NOON,
        )  # fmt: skip
    services.verify(award, by=colleague, now=NOON)

    for address in (at("results"), at("decisions")):
        page = client.get(address).text
        assert "Неподтверждённое" not in page
        assert "Тихая фирма" not in page
        for person in (application.by, staff, colleague):
            assert person.surname not in page
    page = client.get(at("results")).text
    assert "Мельница" in page
    assert "ещё 1 организация" in page


def test_invented_money_is_shown_only_by_a_demonstration(
    client, application, staff, colleague, settings
):
    award = won(application, staff)
    services.verify(award, by=colleague, now=NOON)
    Award.objects.update(is_demonstration=True)

    real = client.get(at("results")).text
    settings.DEMONSTRATION = True
    shown = client.get(at("results")).text

    assert roubles("1 000 000 ₽") not in real
    assert roubles("1 000 000 ₽") in shown
    assert "выдуманные решения" in shown


def test_each_centre_has_its_own_sum(client, application, staff, colleague):
    services.verify(won(application, staff), by=colleague, now=NOON)
    other = another_centre()

    own = client.get(at("results"), {"centre": application.project.centre_id}).text
    theirs = client.get(at("results"), {"centre": other.pk}).text

    assert roubles("1 000 000 ₽") in own
    assert roubles("1 000 000 ₽") not in theirs
    assert client.get(at("results"), {"centre": 10**8}).status_code == 404


def test_the_tables_hold_the_rows_of_the_page(client, application, staff):
    gift(application.project, staff, source="=СУММ(A1:A9)")
    won(application, staff, awarded=Decimal("1250000.50"))
    as_(client, staff)

    text = client.get(at("export", "csv"), {"kind": "business"}).getvalue()
    lines = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig")), delimiter=";", strict=True))
    book = load_workbook(io.BytesIO(client.get(at("export", "xlsx")).getvalue()))
    cells = list(book.active.iter_rows(values_only=True))

    assert text.startswith(b"\xef\xbb\xbf")
    assert [line["Источник"] for line in lines] == ["'=СУММ(A1:A9)"]
    place = cells[0].index("Присуждено, ₽")
    assert sorted(row[place] for row in cells[1:]) == [1_000_000, 1_250_000.5]


def test_a_table_brought_back_comes_to_the_same_sums(client, application, staff, colleague):
    services.verify(won(application, staff, awarded=Decimal("1250000.55")), by=colleague, now=NOON)
    gift(application.project, staff)
    upload = SimpleUploadedFile("money.csv", as_(client, staff).get(at("export", "csv")).getvalue())

    table = tables_in.read(upload)

    place = table.header.index("Присуждено, ₽")
    sums = [Decimal(row[place].replace(",", ".")) for row in table.rows]
    assert sum(sums) == totals(queries.rows_of(Award.objects.all())).entered
    sources = [row[table.header.index("Источник")] for row in table.rows]
    assert sources == list(
        Award.objects.order_by("-decided_on", "-pk").values_list("source", flat=True)
    )


def test_strangers_and_the_team_find_no_ledger(client, application, staff):
    award = won(application, staff)
    foreign = somebody_with(Role.STAFF, centre=another_centre())

    for person, expected in ((application.by, 403), (PersonFactory(), 403), (foreign, 200)):
        page = as_(client, person).get(at("ledger"))
        assert page.status_code == expected
        assert award.get_absolute_url() not in page.text
        assert client.get(award.get_absolute_url()).status_code == 404


def test_a_long_ledger_goes_on_by_pages(client, application, staff):
    for number in range(32):
        gift(application.project, staff, source=f"Фирма {number}", document="")

    first = as_(client, staff).get(at("ledger"), {"kind": "business"})

    assert first.text.count("/money/") < first.text.count("Фирма") + 10
    assert "after=" in first.text
