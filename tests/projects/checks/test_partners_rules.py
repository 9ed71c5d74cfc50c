"""PA: a promise counts when its sum can be counted."""

from decimal import Decimal

import pytest

from peremena.projects.checks import ContestFacts

FARM = "КФХ «Лесное»"


def only_the_grant_pays(content):
    content["partners"] = []
    for line in content["budget"]:
        line["source"] = "grant"


def test_nobody_but_the_contest_pays(good, found):
    only_the_grant_pays(good)
    good["team"][0]["past"] = ""

    assert found(good, "PA-01", contest=ContestFacts()) == [("budget", "W", "")]


@pytest.mark.parametrize("source", ["own", "in_kind", None])
def test_somebody_else_pays_or_may_pay(good, found, source):
    only_the_grant_pays(good)
    good["budget"][0]["source"] = source

    assert found(good, "PA-01", contest=ContestFacts()) == []


@pytest.mark.parametrize(
    ("share", "count"), [("0.19", 1), ("0.17", 0), (None, 0)], ids=["more", "less", "unknown"]
)
def test_the_share_the_contest_asks_for(good, found, share, count):
    contest = ContestFacts(own_share=share and Decimal(share))

    assert found(good, "PA-01", contest=contest) == [("budget", "E", "")] * count


def test_a_letter_that_cannot_be_counted(good, found, said):
    good["partners"][1] |= {
        "contribution": "Готовы всячески содействовать",
        "letter": {"title": "Пимокаты", "leader": "", "sum": None, "date": "2027-01-22"},
    }

    assert found(good, "PA-02") == [("partners.k2.letter.title", "E", FARM)]
    (text,) = said(good, "PA-02")
    assert text == (
        "В письме не хватает: названия проекта слово в слово как в заявке, имени руководителя, "
        "суммы в рублях, ясных слов, что именно дают."
    )


@pytest.mark.parametrize(
    ("letter", "field"),
    [
        ({"title": None}, "letter.title"),
        ({"leader": " "}, "letter.leader"),
        ({"sum": None}, "letter.sum"),
    ],
)
def test_each_thing_a_letter_may_lack(good, found, letter, field):
    good["partners"][1]["letter"] |= letter

    assert found(good, "PA-02") == [(f"partners.k2.{field}", "E", FARM)]


@pytest.mark.parametrize("title", ["«Пимокаты Ключей»", "ПИМОКАТЫ КЛЮЧЕЙ", "Пимокаты  Ключей."])
def test_the_same_title_spelled_otherwise(good, found, title):
    good["partners"][1]["letter"]["title"] = title

    assert found(good, "PA-02") == []


def test_a_kind_word_that_nobody_counts_on(good, found):
    good["partners"].append({"id": "k3", "org": "Район", "contribution": "Окажем помощь"})

    assert found(good, "PA-02") == [("partners.k3.contribution", "W", "Окажем помощь")]


@pytest.mark.parametrize(
    "contribution", ["информационная поддержка", "содействие в подвозе: 3 рейса", "", None]
)
def test_a_word_one_can_picture(good, found, contribution):
    good["partners"].append({"id": "k3", "org": "Район", "contribution": contribution})

    assert found(good, "PA-02") == []


@pytest.mark.parametrize(
    ("partner", "field", "beginning"),
    [
        ({"letter": {"sum": 30000}}, "letter.sum", "В письме 30 000 ₽, а в смете"),
        ({"money": 50000, "letter": None}, "money", "Партнёр обещает 50 000 ₽, а в смете"),
    ],
)
def test_sums_that_differ(good, remarks, partner, field, beginning):
    good["partners"][1] |= partner

    (remark,) = [remark for remark in remarks(good) if remark.rule == "PA-03"]

    assert (remark.field, str(remark.severity)) == (f"partners.k2.{field}", "E")
    assert remark.text.replace("\u00a0", " ").startswith(beginning)


def test_a_promise_that_the_budget_does_not_have(good, found):
    del good["budget"][6]

    assert found(good, "PA-03") == [("partners.k2.letter.sum", "E", FARM)]


def test_a_letter_and_a_card_differ_before_the_budget_is_clear(good, found):
    good["partners"][1]["money"] = 12000
    good["budget"][6] |= {"sum": None, "price": None}

    assert found(good, "PA-03") == [("partners.k2.letter.sum", "E", FARM)]


@pytest.mark.parametrize(
    "line",
    [
        {"sum": None},
        {"sum": None, "qty": None},
        {"partner": None},
        {"partner": "k99", "source": "in_kind"},
    ],
)
def test_sums_that_agree_or_cannot_be_compared_yet(good, found, line):
    good["budget"][6] |= line

    assert found(good, "PA-03") == []


def test_a_partner_without_sums_is_not_compared(good, found):
    good["partners"].append({"id": "k3", "org": "Школа", "contribution": "консультации"})

    assert found(good, "PA-03") == []


@pytest.mark.parametrize("letter", [None, {}, {"title": "", "sum": None}])
def test_a_promise_by_word_of_mouth(good, found, letter):
    good["partners"][1]["letter"] = letter

    assert found(good, "PA-05") == [("partners.k2.letter.date", "W", FARM)]
    assert found(good, "PA-02") == []


def test_a_partner_nobody_counts_on_needs_no_letter(good, found):
    good["partners"].append({"id": "k3", "org": "Школа", "contribution": "консультации"})

    assert found(good, "PA-05") == []
