"""Real project cards: nothing lost, nothing invented, every sum exact."""

from datetime import date
from decimal import Decimal

import pytest

from peremena.people import registry_numbers
from peremena.projects import cases
from peremena.projects.brief import export, read
from peremena.projects.brief.sums import added, asked, total
from peremena.projects.cases.briefs import REST
from peremena.projects.checks import check

CARDS = pytest.mark.parametrize("card", cases.all_cards(), ids=lambda card: card.id)


def test_the_library_holds_the_twelve_cards_and_each_has_its_public_page():
    assert len(cases.all_cards()) == 12
    assert all(card.url.startswith("http") and card.note for card in cases.all_cards())


def test_there_is_no_card_without_a_known_id():
    assert cases.by_id("reg-999") is None


def test_a_card_names_its_place():
    assert cases.by_id("reg-011").place == "с. Буняковка, Одесский район, Омская область"


@CARDS
def test_the_tax_and_registration_numbers_pass_their_checks(card):
    assert card.inn is None or registry_numbers.slip_in_inn(card.inn) is None
    assert card.ogrn is None or registry_numbers.slip_in_ogrn(card.ogrn) is None


@CARDS
def test_a_card_becomes_a_brief_that_travels_and_is_checked(card):
    brief = cases.as_brief(card)

    assert read(export(brief)) == brief
    assert (brief.project.title, brief.project.summary) == (card.title, card.summary)
    assert all(remark.text and remark.advice for remark in check(brief))


@CARDS
def test_the_budget_comes_to_the_sum_on_the_card(card):
    known = card.total_rub or card.grant_rub or card.requested_rub or Decimal()

    assert total(cases.as_brief(card).budget) == known


def test_bunyakovka_keeps_its_money_by_source():
    brief = cases.as_brief(cases.by_id("reg-011"))

    assert brief.profile == "ib"
    assert [(line.title, line.source, line.sum) for line in brief.budget] == [
        ("Областной бюджет", "grant", 1564700),
        ("Местный бюджет", "municipal", 225600),
        ("Жители", "residents", 114900),
        ("Юридические лица и предприниматели", "business", 183800),
    ]
    assert (asked(brief), added(brief)) == (1564700, 524300)
    assert brief.passport.place == "с. Буняковка, Одесский район"
    assert brief.problem.voices[0].in_favour == 395
    assert (brief.applicant.kind, brief.plan, brief.team) == (None, [], [])


def test_kopecks_survive_and_money_without_a_payer_says_so():
    lines = cases.as_brief(cases.by_id("reg-014")).budget

    assert [(line.source, line.sum) for line in lines] == [
        ("grant", Decimal(250274)),
        (None, Decimal("44166.15")),
    ]
    assert lines[1].title == REST


def test_an_application_to_the_presidential_fund_keeps_what_its_card_says():
    brief = cases.as_brief(cases.by_id("fpg-003"))

    assert (brief.applicant.kind, brief.applicant.inn) == ("tos", "3100017116")
    assert (brief.project.start, brief.project.end) == (date(2026, 7, 1), date(2027, 3, 30))
    assert brief.passport.villages == [
        "с. Смородино",
        "х. Каменский",
        "с. Непхаево",
        "х. Глушинский",
    ]
    assert [task.text for task in brief.tasks] == [
        "открыть обустроенную спортивную площадку",
        "популяризировать занятия спортом",
    ]
    assert (asked(brief), added(brief)) == (980059, 0)


def test_residents_named_beside_the_village_become_its_population():
    passport = cases.as_brief(cases.by_id("reg-012")).passport

    assert (passport.place, passport.population) == ("д. Соколовка", 485)


def test_a_rounded_sum_never_becomes_a_line_of_the_budget():
    assert cases.as_brief(cases.by_id("fpg-006")).budget == []
    assert cases.as_brief(cases.by_id("fpg-004")).budget == []
