"""Certificates: numbers, repeats, revoking, the paper and the public check."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import count

import pytest
from pypdf import PdfReader

from peremena.cohorts import services
from peremena.cohorts.models import Certificate
from peremena.cohorts.papers.certificates import pdf_of
from peremena.kit.refusals import Refused
from tests.factories import PersonFactory, another_centre

from .school import cohort_of, enrolled, staff_of

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 25)


@pytest.fixture
def staff():
    return staff_of()


@pytest.fixture
def cohort(staff):
    return cohort_of(staff)


def given_out(cohort, staff, *enrolments, hours=24):
    keys = (f"KMH27T9X{number:02d}" for number in count(Certificate.objects.count() + 10))
    return services.certificates.issue(
        cohort,
        {one.pk: Decimal(hours) for one in enrolments},
        series="ШЛ-2027",
        new_key=lambda: next(keys),
        by=staff,
        today=TODAY,
    )


def test_numbers_follow_names_and_a_second_press_gives_nothing(cohort, staff):
    people = [PersonFactory(surname=name) for name in ("Яковлева", "Абрамов", "Котова")]
    learners = [enrolled(cohort, staff, person=person) for person in people]

    made = given_out(cohort, staff, *learners)

    numbers = [(one.number, one.name.split()[0]) for one in made]
    assert [name for _number, name in numbers] == ["Абрамов", "Котова", "Яковлева"]
    assert [number for number, _name in numbers] == [1, 2, 3]
    assert given_out(cohort, staff, *learners) == []


def test_a_revoked_one_frees_the_person_but_not_the_number(cohort, staff):
    learner = enrolled(cohort, staff)
    [first] = given_out(cohort, staff, learner)

    services.certificates.revoke(first, why="Ошибка в имени", by=staff, today=TODAY)
    [second] = given_out(cohort, staff, learner)

    assert (first.number, second.number) == (1, 2)
    with pytest.raises(Refused):
        services.certificates.revoke(first, why="Ещё раз", by=staff, today=TODAY)


def test_revoking_needs_a_reason(cohort, staff):
    [made] = given_out(cohort, staff, enrolled(cohort, staff))

    with pytest.raises(Refused):
        services.certificates.revoke(made, why=" ", by=staff, today=TODAY)

    assert Certificate.objects.valid().count() == 1


def test_who_has_left_or_learns_elsewhere_gets_none(cohort, staff):
    other = cohort_of(staff, name="Другой поток")

    assert given_out(cohort, staff, enrolled(other, staff)) == []


def test_the_paper_says_it_all_and_is_the_same_each_time(cohort, staff):
    person = PersonFactory(surname="Константинопольская-Ахметшина" * 3)
    [made] = given_out(cohort, staff, enrolled(cohort, staff, person=person), hours="24.5")
    pages = [(made, "https://example.org/check/KMH27T9X10/")] * 3

    paper = pdf_of(pages)

    assert paper == pdf_of(pages)
    read = PdfReader(BytesIO(paper))
    words = " ".join(read.pages[0].extract_text().split())
    assert len(read.pages) == 3
    assert "24,5" in words
    assert f"example.org/check, код {made.key}" in words
    assert str(made).replace("\xa0", " ") in words.replace("\xa0", " ")


def test_anybody_may_check_and_hears_that_it_holds_no_more(client, cohort, staff):
    [made] = given_out(cohort, staff, enrolled(cohort, staff))
    address = made.get_absolute_url()
    assert "Сертификат действует" in client.get(address).text

    services.certificates.revoke(made, why="Секрет сотрудников", by=staff, today=TODAY)

    page = client.get(address).text
    assert "больше не действует" in page
    assert "Секрет сотрудников" not in page
    assert made.name not in page
    assert client.get("/check/NOSUCHCODE/").status_code == 404


def test_whoever_types_the_code_off_the_paper_hears_whether_it_is_known(client, cohort, staff):
    [made] = given_out(cohort, staff, enrolled(cohort, staff))

    assert client.get("/check/").status_code == 200
    assert client.get("/check/", {"code": f" {made.key} "}).url == made.get_absolute_url()
    answer = client.get("/check/", {"code": "Ж" * 3000}, follow=True)
    assert answer.status_code == 404
    assert "Сертификата с таким кодом нет" in answer.text


def test_a_code_is_read_in_small_letters_too(client, cohort, staff):
    [made] = given_out(cohort, staff, enrolled(cohort, staff))

    assert client.get(f"/check/{made.key.lower()}/").status_code == 200


def test_staff_give_out_by_the_hours_on_the_page(client, cohort, staff):
    with_hours, without = enrolled(cohort, staff), enrolled(cohort, staff)
    client.force_login(staff)

    sent = {"series": "ШЛ-2027", f"hours-{with_hours.pk}": "24,5", f"hours-{without.pk}": ""}
    client.post(f"/cohorts/{cohort.pk}/certificates/", sent)

    [made] = Certificate.objects.all()
    assert (made.enrolment, made.hours) == (with_hours, Decimal("24.5"))
    page = client.get(f"/cohorts/{cohort.pk}/certificates/").text
    assert str(made) in page


def test_one_may_print_ones_own_and_nobody_elses(client, cohort, staff):
    learner, other = enrolled(cohort, staff), enrolled(cohort, staff)
    [mine] = given_out(cohort, staff, learner)
    address = f"/certificates/{mine.pk}/paper.pdf"

    client.force_login(learner.person)
    assert client.get(address)["Content-Type"] == "application/pdf"
    for stranger in (other.person, staff_of(another_centre())):
        client.force_login(stranger)
        assert client.get(address).status_code == 404
