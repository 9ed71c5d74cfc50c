"""Who may apply: a reason in plain words, and what can be done instead."""

import pytest

from peremena.contests import catalogue, eligibility
from peremena.contests.records import Answer

FPG = catalogue.get("fpg")
PEOPLE_DECIDE = catalogue.get("omsk_initiative")
CULTURE = catalogue.get("pfki")


def test_an_administration_learns_that_the_presidential_fund_is_not_for_it():
    refusal = eligibility.why_not_apply(FPG, "municipal_body")

    assert refusal.reason.ru == (
        "Президентский грант дают только некоммерческим неправительственным организациям. "
        "Администрация — власть, её заявку не допустят."
    )
    assert any("создайте АНО" in advice.ru for advice in refusal.instead)
    assert any("партнёром" in advice.ru for advice in refusal.instead)


@pytest.mark.parametrize(
    ("contest", "kind", "expected"),
    [
        (FPG, "ngo", Answer.MAY),
        (FPG, "tos", Answer.MAY),
        (FPG, "municipal_body", Answer.MAY_NOT),
        (FPG, "municipal_institution", Answer.MAY_NOT),
        (FPG, "business", Answer.MAY_NOT),
        (FPG, "person", Answer.MAY_NOT),
        (PEOPLE_DECIDE, "municipal_body", Answer.MAY),
        (PEOPLE_DECIDE, "ngo", Answer.MAY_NOT),
        (CULTURE, "municipal_institution", Answer.MAY),
        (CULTURE, "municipal_body", Answer.UNKNOWN),
        (catalogue.get("omsk_sonko"), "tos", Answer.UNKNOWN),
    ],
)
def test_each_kind_of_applicant_gets_one_of_three_answers(contest, kind, expected):
    assert eligibility.verdict(contest, kind).answer is expected


def test_only_a_clear_no_is_a_refusal():
    assert eligibility.why_not_apply(FPG, "ngo") is None
    assert eligibility.why_not_apply(CULTURE, "person") is None
    assert eligibility.why_not_apply(catalogue.get("krst_blagoustroistvo"), "business") is None
    assert eligibility.why_not_apply(FPG, None) is None


def test_every_kind_gets_a_verdict_and_hope_comes_first():
    for contest in catalogue.records():
        given = eligibility.verdicts(contest)
        order = [eligibility.HOPE_FIRST.index(verdict.answer) for verdict in given]

        assert {verdict.kind for verdict in given} == set(eligibility.KINDS)
        assert order == sorted(order)


def test_an_administration_is_told_where_it_may_apply():
    found = eligibility.open_to("municipal_body", catalogue.records())

    assert [contest.id for contest in found] == ["omsk_initiative", "krst_blagoustroistvo"]


def test_every_refusal_and_condition_is_said_in_both_languages():
    for contest in catalogue.records():
        for admission in contest.applicants.values():
            said = [*admission.conditions, *admission.instead]
            assert all(words.ru != words.en for words in said)
            assert admission.answer is not Answer.MAY_NOT or admission.instead
