"""Under any filter a number of the ledger is the sum of the rows that it opens, on every page."""

import csv
import html
import io
import re
from collections import namedtuple
from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from peremena.cohorts.models import Cohort, Programme
from peremena.impact import forms, queries
from peremena.impact.models import Award, Contribution
from peremena.impact.rules import Kind, Proof
from peremena.impact.totals import By, Filter
from peremena.people.abilities import Role
from peremena.people.models import Organisation
from tests.factories import NOON, PersonFactory, another_centre, project_of, somebody_with

pytestmark = pytest.mark.django_db

Told = namedtuple("Told", "name village cohort source year kind proof confirmed awarded paid asked")
TOLD = (
    Told("клуб", 0, 0, "фонд", 2025, "fund", "attached", True, 1000, 400, 1500),
    Told("смета", 0, 0, "фонд", 2026, "fund", "confirmed", True, 300, 0, 300),
    Told("пруд", 1, None, "область", 2026, "regional", "attached", True, 70, 70, None),
    Told("мост", 1, None, "заря", 2026, "business", "stated", False, 20, 5, 25),
    Told("своё", 1, 0, "свои", 2025, "own", "attached", True, 4, 4, None),
)
GIVEN = (
    ("клуб", "residents", "money", 100, 90, None, False),
    ("клуб", "residents", "labour", 50, 30, None, False),
    ("клуб", "business", "money", 10, 10, "Мельница", True),
    ("пруд", "business", "property", 8, None, "Мельница", True),
    ("пруд", "business", "money", None, 6, "Тихая фирма", False),
    ("мост", "business", "money", 7, 7, "Тихая фирма", False),
)


class Money:
    """Two villages, two sources and five decisions; one more was taken back, one is elsewhere's."""

    def __init__(self):
        self.staff = somebody_with(Role.STAFF)
        self.centre = self.staff.roles.get().centre
        self.entered, self.confirmed = PersonFactory(), PersonFactory()
        self.projects = [project_of(PersonFactory()) for _ in range(2)]
        programme = Programme.objects.create(centre=self.centre, name="Драйверы")
        self.cohort = Cohort.objects.create(
            programme=programme, name="Второй", starts_on=NOON, ends_on=NOON
        )
        self.rows = {told.name: self.enter(told) for told in TOLD}
        taken = TOLD[3]._replace(name="ошибка", awarded=9_000_000, source="никто")
        Award.objects.filter(pk=self.enter(taken).pk).update(taken_back_at=NOON)
        theirs = TOLD[2]._replace(name="чужое", awarded=5_000_000, source="чужие")
        self.elsewhere = another_centre()
        Award.objects.filter(pk=self.enter(theirs).pk).update(centre=self.elsewhere)
        self.give()

    def enter(self, told):
        project = self.projects[told.village]
        confirmed = {"verified_by": self.confirmed, "verified_at": NOON} if told.confirmed else {}
        return Award.objects.create(
            centre=self.centre, project=project, territory=project.territory,
            cohort=None if told.cohort is None else self.cohort,
            source=told.source.title(), source_key=told.source, kind=told.kind, proof=told.proof,
            awarded=told.awarded, paid=told.paid, requested=told.asked,
            decided_on=date(told.year, 6, 15), entered_by=self.entered, entered_at=NOON,
            document="" if told.proof == "stated" else f"Приказ {told.name}", **confirmed,
        )  # fmt: skip

    def give(self):
        firms = {
            name: Organisation.objects.create(centre=self.centre, kind="business", name=name)
            for name in ("Мельница", "Тихая фирма")
        }
        for name, kind, form, promised, paid, firm, is_named in GIVEN:
            Contribution.objects.create(
                award=self.rows[name], kind=kind, form=form, promised=promised, paid=paid,
                organisation=firms.get(firm), is_named=is_named,
                entered_by=self.entered, entered_at=NOON,
            )  # fmt: skip

    def where(self, village):
        return self.projects[village].territory_id

    def asked(self):
        """Filters by their names, and which rows they let through."""
        here = self.where(1)
        return {
            "everything": (Filter(), lambda _told: True),
            "a year": (Filter(year=2026), lambda told: told.year == 2026),
            "a cohort": (Filter(cohort=self.cohort.pk), lambda told: told.cohort == 0),
            "outside cohorts": (Filter(cohort=0), lambda told: told.cohort is None),
            "a village": (Filter(territory=here), lambda told: told.village == 1),
            "a source": (Filter(source="фонд"), lambda told: told.source == "фонд"),
            "a kind": (Filter(kind=Kind.OWN), lambda told: told.kind == "own"),
            "a proof": (Filter(proof=Proof.ATTACHED), lambda told: told.proof == "attached"),
            "confirmed": (Filter(is_verified=True), lambda told: told.confirmed),
            "waiting": (Filter(is_verified=False), lambda told: not told.confirmed),
            "nothing": (Filter(year=2026, kind=Kind.OWN), lambda _told: False),
        }  # fmt: skip


BESIDE = (
    "Софинансирование обещано, ₽", "Софинансирование внесено, ₽", "Вещи и труд обещаны, ₽",
    "Вещи и труд переданы, ₽",
)  # fmt: skip
PLACES = (("money", 3), ("money", 4), ("things", 3), ("things", 4))
ASKED = (
    "everything", "a year", "a cohort", "outside cohorts", "a village", "a source", "a kind",
    "a proof", "confirmed", "waiting", "nothing",
)  # fmt: skip
SHOWN_TO_ALL = [name for name in ASKED if name not in ("a proof", "confirmed", "waiting")]


@pytest.fixture(scope="module")
def money(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield Money()
        transaction.set_rollback(True)


def attracted(told):
    return sum(one.awarded for one in told if one.confirmed and one.kind != "own")


def added(told, form, place):
    """What others give to confirmed decisions; `place`: 3 for promised, 4 for given."""
    confirmed = [one for one in told if one.confirmed]
    given = sum(given_to(one.name, form, place) for one in confirmed)
    own = [one.awarded if place == 3 else one.paid for one in confirmed if one.kind == "own"]
    return given + (sum(own) if form == "money" else 0)


def given_to(name, form, place):
    forms_of = ("money",) if form == "money" else ("property", "labour")
    return sum(one[place] or 0 for one in GIVEN if one[0] == name and one[2] in forms_of)


def by_hand(told):
    return {
        "decisions": len(told),
        "confirmed": sum(one.confirmed for one in told),
        "attracted": attracted(told),
        "waiting": sum(one.awarded for one in told if not one.confirmed),
        "entered": sum(one.awarded for one in told),
        "requested": sum(one.asked or 0 for one in told),
        "paid": sum(one.paid for one in told),
        "added_promised": added(told, "money", 3),
        "added_paid": added(told, "money", 4),
        "in_kind_promised": added(told, "things", 3),
        "in_kind_given": added(told, "things", 4),
    }


def chosen_from(money, name):
    """The filter, and what was told of the rows that it lets through."""
    chosen, admits = money.asked()[name]
    return chosen, [told for told in TOLD if admits(told)]


def ledger_of(money, chosen):
    return queries.ledger(Award.objects.visible_to(money.staff), chosen, after="")


def sums_by(told, key):
    found = {}
    for one in told:
        found.setdefault(key(one), []).append(one)
    return {name: attracted(some) for name, some in found.items()}


@pytest.mark.parametrize("name", ASKED)
def test_the_sums_the_parts_and_the_rows_of_the_ledger_are_of_one_filter(money, name):
    chosen, told = chosen_from(money, name)

    found = ledger_of(money, chosen)

    assert vars(found.totals) == by_hand(told)
    assert {one.pk for one in found.listed.rows} == {money.rows[one.name].pk for one in told}
    assert {figure.name: figure.value for figure in found.figures} == {
        label: value
        for label, value in by_hand(told).items()
        if label == "attracted"
        or (value and label not in ("decisions", "confirmed", "entered", "requested"))
    }
    keys = {
        By.YEAR: lambda one: one.year,
        By.COHORT: lambda one: 0 if one.cohort is None else money.cohort.pk,
        By.TERRITORY: lambda one: money.where(one.village),
        By.SOURCE: lambda one: one.source,
        By.KIND: lambda one: one.kind,
    }
    shown = {one.by: {line.key: line.totals.attracted for line in one.lines}
             for one in found.breakdowns}  # fmt: skip
    assert shown == {by: sums_by(told, key) for by, key in keys.items()}


def test_parts_stand_the_newest_year_and_the_most_money_first(money):
    breakdowns = ledger_of(money, Filter()).breakdowns

    found = {one.by: [line.name for line in one.lines] for one in breakdowns}
    assert found[By.YEAR] == ["2026", "2025"]
    assert found[By.SOURCE] == ["Фонд", "Область", "Заря", "Свои"]
    assert found[By.COHORT][1] == "вне потоков"


def test_whatever_is_shown_one_can_choose_all_there_is(money):
    found = ledger_of(money, Filter(year=2025)).options

    assert [one.value for one in found["year"]] == ["2026", "2025"]
    assert {one.value for one in found["source"]} == {one.source for one in TOLD}


@pytest.mark.parametrize("name", ["everything", "a cohort", "waiting"])
def test_a_number_of_the_ledger_opens_the_rows_that_make_it(client, money, name):
    client.force_login(money.staff)
    chosen, _told = chosen_from(money, name)

    for figure in ledger_of(money, chosen).figures:
        address = f"{reverse('impact:ledger')}?{forms.query(chosen, **figure.changed)}"
        rows = client.get(address).context["ledger"].listed.rows

        assert not figure.value or made_of(rows)[figure.name] == figure.value, address


def made_of(rows):
    """What the decisions that one sees come to, whichever of the numbers has opened them."""
    added = [queries.added_to(row) for row in rows]
    own = sum(row.awarded for row in rows if row.kind == "own")
    return {
        "attracted": sum(row.awarded for row in rows) - own,
        "waiting": sum(row.awarded for row in rows),
        "paid": sum(row.paid for row in rows),
        "added_promised": own + sum(one.added_promised for one in added),
        "added_paid": own + sum(one.added_paid for one in added),
        "in_kind_promised": sum(one.in_kind_promised for one in added),
        "in_kind_given": sum(one.in_kind_given for one in added),
    }


def test_the_ledger_says_that_there_is_invented_money_in_it(client, money):
    client.force_login(money.staff)
    before = client.get(reverse("impact:ledger")).text
    Award.objects.filter(pk=money.rows["клуб"].pk).update(is_demonstration=True)

    after = client.get(reverse("impact:ledger")).text

    assert ("выдуманные решения" in before, "выдуманные решения" in after) == (False, True)


def test_nothing_is_no_link(client, money):
    client.force_login(money.staff)

    page = client.get(reverse("impact:ledger"), {"state": "waiting"}).text

    assert '<p class="sum">0' in page
    assert "state=verified#rows" not in page


@pytest.mark.parametrize("name", ASKED)
def test_the_table_holds_exactly_the_rows_of_the_page(money, name):
    chosen, told = chosen_from(money, name)
    client = Client()
    client.force_login(money.staff)

    text = client.get(f"{reverse('impact:export', args=['csv'])}?{forms.query(chosen)}").getvalue()

    lines = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig")), delimiter=";"))
    newest = sorted(told, key=lambda one: (one.year, money.rows[one.name].pk), reverse=True)
    assert [
        (line["Источник"], line["Присуждено, ₽"], line["Выплачено, ₽"], bool(line["Подтверждено"]))
        for line in lines
    ] == [
        (one.source.title(), f"{one.awarded},00", f"{one.paid},00", one.confirmed) for one in newest
    ]
    assert [[line[name].removesuffix(",00") for name in BESIDE] for line in lines] == [
        [str(given_to(one.name, *place)) for place in PLACES] for one in newest
    ]


@pytest.mark.parametrize("name", SHOWN_TO_ALL)
def test_the_public_page_counts_only_what_is_confirmed_under_any_filter(money, name):
    chosen, told = chosen_from(money, name)
    told = [one for one in told if one.confirmed]

    found = queries.results(money.centre, chosen)

    assert vars(found.totals) == by_hand(told)
    assert {one.name for one in found.figures} <= {"attracted", "added_paid", "in_kind_given"}
    assert (found.projects, found.territories) == (len({one.village for one in told}),) * 2
    for one, key in (
        (found.years, lambda one: one.year),
        (found.cohorts, lambda one: 0 if one.cohort is None else money.cohort.pk),
        (found.sources, lambda one: one.source),
    ):
        assert {line.key: line.totals.attracted for line in one.lines} == sums_by(told, key)
    places = [place for district in found.districts for place in district.places]
    sums = sums_by(told, lambda one: money.where(one.village))
    assert {place.territory.pk: place.totals.attracted for place in places} == sums
    assert [place.totals.attracted for place in places] == sorted(sums.values(), reverse=True)
    assert sum(one.totals.attracted for one in found.districts) == attracted(told)


@pytest.mark.parametrize("name", SHOWN_TO_ALL)
def test_the_public_list_holds_the_rows_of_the_public_sum(client, money, name):
    chosen, told = chosen_from(money, name)
    address = f"{forms.query(chosen)}&centre={money.centre.pk}"

    page = client.get(f"{reverse('impact:decisions')}?{address}")

    confirmed = {money.rows[one.name].pk for one in told if one.confirmed}
    assert {one.pk for one in page.context["listed"].rows} == confirmed


def test_the_public_list_of_a_district_holds_only_its_rows(client, money):
    district = money.projects[1].territory.district_id

    page = client.get(
        reverse("impact:decisions"), {"district": district, "centre": money.centre.pk}
    )

    shown = {one.pk for one in page.context["listed"].rows}
    assert shown == {money.rows["пруд"].pk, money.rows["своё"].pk}


def test_the_public_page_opens_down_under_its_own_filter(client, money):
    asked = {"year": "2026", "centre": money.centre.pk}
    page = client.get(reverse("impact:results"), asked).text
    village, district = money.where(1), money.projects[1].territory.district_id

    for query in (f"year=2026&amp;territory={village}", f"district={district}"):
        found = re.search(rf'href="([^"]*{re.escape(query)}[^"]*)"', page)
        opened = client.get(html.unescape(found[1]))

        assert [one.pk for one in opened.context["listed"].rows] == [money.rows["пруд"].pk]
        assert opened.context["sums"].attracted == 70


def test_the_public_list_says_what_it_shows_and_what_others_gave(client, money):
    asked = {"year": "2025", "kind": "fund", "centre": money.centre.pk}

    page = client.get(reverse("impact:decisions"), asked).text.replace("\xa0", " ")

    assert "2025 год" in page
    assert "Кроме того внесли: деньгами 100 ₽, вещами и трудом 30 ₽" in page
    assert "Софинансирование внесено</dt><dd>100 ₽" in page


def test_partners_are_of_the_shown_decisions_and_each_is_counted_once(money):
    everything = queries.results(money.centre, Filter())
    earlier = queries.results(money.centre, Filter(year=2025))

    assert [(one.name, one.projects) for one in everything.partners] == [("Мельница", 2)]
    assert everything.unnamed == 1
    assert [(one.name, one.projects) for one in earlier.partners] == [("Мельница", 1)]
    assert earlier.unnamed == 0


def test_all_centres_together_are_the_sum_of_each(money):
    here, there, all_of_them = (
        queries.results(centre, Filter()).totals.attracted
        for centre in (money.centre, money.elsewhere, None)
    )

    assert (here, there, all_of_them) == (1370, 5_000_000, 5_001_370)
