"""Means by weight, quotas."""

from decimal import Decimal

from peremena.intake import choosing
from peremena.intake.choosing import QuotaMet, Runner, Sum

RUBRIC = [
    {"key": "need", "title": "Нужно", "weight": 2, "top": 3},
    {"key": "will", "title": "Силы", "weight": 1, "top": 3},
]


def test_a_mean_weighs_lines_and_forgets_the_order_of_marks():
    marks = [{"need": 3, "will": 0}, {"need": 0, "will": 3}]

    total = choosing.summed(RUBRIC, marks)

    assert total == choosing.summed(RUBRIC, marks[::-1])
    assert total == Sum(Decimal("50.00"), Decimal("33.34"), 2)
    assert choosing.is_disputed(total.spread)


def test_points_that_no_line_has_are_dropped():
    given = {"need": "4", "will": "3", "other": "1", "csrf": "²"}

    assert choosing.clean(RUBRIC, given) == {"will": 3}


def test_quotas_are_met_by_those_who_are_taken():
    quotas = [
        {"kind": "districts", "key": "districts", "title": "районы", "least": 2},
        {"kind": "newcomers", "key": "newcomers", "title": "впервые", "least": 2},
    ]
    taken = [Runner(1, is_newcomer=True), Runner(2, is_newcomer=False)]

    assert choosing.quotas_met(quotas, taken) == [
        QuotaMet("районы", 2, 2),
        QuotaMet("впервые", 2, 1),
    ]
