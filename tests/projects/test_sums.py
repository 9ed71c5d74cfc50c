"""The sum of a budget line follows from quantity and price."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from peremena.projects.sums import follow


def budget(**line):
    return {"budget": [{"id": "b1", "title": "Шерсть", **line}]}


def test_a_new_quantity_brings_its_sum():
    before = budget(qty=3, price="12000.50", sum="36001.50")

    after = follow(before, budget(qty=4, price="12000.50", sum="36001.50"))

    assert after == budget(qty=4, price="12000.50", sum=48002)


def test_a_new_line_gets_its_sum():
    assert follow({}, budget(qty=2, price=150)) == budget(qty=2, price=150, sum=300)


def test_a_sum_typed_in_the_same_breath_stays():
    after = budget(qty=4, price=100, sum=500)

    assert follow(budget(qty=3, price=100, sum=300), after) == after


def test_a_wrong_sum_that_nobody_touched_stays_for_the_checks():
    wrong = budget(qty=3, price=12000, sum=35000)

    assert follow(wrong, wrong) == wrong


def test_what_cannot_be_read_adds_nothing():
    for after in (budget(qty=2, price="дорого"), budget(price=100), {"budget": []}, {}):
        assert follow({}, after) == after


@given(st.integers(0, 10_000), st.decimals(0, 1_000_000, places=2))
def test_the_sum_is_exact(quantity, price):
    [line] = follow({}, budget(qty=quantity, price=str(price)))["budget"]

    assert Decimal(str(line["sum"])) == quantity * price
