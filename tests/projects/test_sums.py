"""The sum of a budget line follows from quantity and price."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from peremena.projects.sums import completed

LINE = {"budget": [{"id": "b1", "qty": 3, "price": "12000.50"}]}


def test_a_new_quantity_brings_its_sum():
    fields = completed(LINE, {"budget.b1.qty": "4"})

    assert fields == {"budget.b1.qty": "4", "budget.b1.sum": 48002}


def test_a_sum_typed_in_the_same_breath_stays():
    fields = {"budget.b1.qty": "4", "budget.b1.sum": "50 000"}

    assert completed(LINE, fields) == fields


def test_what_cannot_be_read_adds_nothing():
    assert completed(LINE, {"budget.b1.price": "дорого"}) == {"budget.b1.price": "дорого"}
    assert completed({}, {"budget.b1.price": "100"}) == {"budget.b1.price": "100"}


def test_other_fields_add_nothing():
    assert completed(LINE, {"budget.b1.title": "Шерсть"}) == {"budget.b1.title": "Шерсть"}
    assert completed(LINE, {"plan.b1.qty": "4"}) == {"plan.b1.qty": "4"}


@given(st.integers(0, 10_000), st.decimals(0, 1_000_000, places=2))
def test_the_sum_is_exact(quantity, price):
    content = {"budget": [{"id": "b1", "qty": quantity}]}

    fields = completed(content, {"budget.b1.price": str(price)})

    assert Decimal(str(fields["budget.b1.sum"])) == quantity * price
