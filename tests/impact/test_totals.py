"""What the rows of the ledger come to: each decision once, nothing mixed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.impact.rules import Form, Kind, Proof
from peremena.impact.totals import By, Filter, Row, Share, Totals, parts, totals

MILLION = Decimal(1_000_000)
ROW = Row(
    pk=1,
    decided_on=date(2026, 6, 15),
    territory=1,
    cohort=1,
    project=1,
    source="fpg",
    kind=Kind.FUND,
    proof=Proof.ATTACHED,
    is_verified=True,
    awarded=MILLION,
    paid=MILLION / 2,
    requested=2 * MILLION,
)

sums = st.decimals(min_value=0, max_value=10**9, places=2)
shares = st.builds(Share, st.sampled_from(Kind), st.sampled_from(Form), sums, sums)
rows = st.lists(
    st.builds(
        Row,
        pk=st.integers(1, 10**6),
        decided_on=st.dates(date(2023, 1, 1), date(2027, 12, 31)),
        territory=st.integers(1, 3),
        cohort=st.none() | st.integers(1, 3),
        project=st.integers(1, 5),
        source=st.sampled_from(["fpg", "pfki", "ооо заря"]),
        kind=st.sampled_from(Kind),
        proof=st.sampled_from(Proof),
        is_verified=st.booleans(),
        awarded=sums,
        paid=sums,
        requested=sums,
        shares=st.lists(shares, max_size=2).map(tuple),
    ),
    max_size=8,
    unique_by=lambda row: row.pk,
)
filters = st.builds(
    Filter,
    year=st.none() | st.integers(2023, 2027),
    cohort=st.none() | st.integers(0, 3),
    territory=st.none() | st.integers(1, 3),
    source=st.none() | st.sampled_from(["fpg", "pfki", "ооо заря"]),
    kind=st.none() | st.sampled_from(Kind),
    proof=st.none() | st.sampled_from(Proof),
    is_verified=st.none() | st.booleans(),
)


def test_attracted_is_what_was_awarded_and_confirmed():
    expected = Totals(
        decisions=1, confirmed=1, attracted=MILLION, entered=MILLION,
        requested=2 * MILLION, paid=MILLION / 2,
    )  # fmt: skip
    assert totals([ROW]) == expected


def test_what_nobody_confirmed_waits_apart():
    found = totals([replace(ROW, is_verified=False)])

    assert (found.attracted, found.waiting, found.confirmed) == (0, MILLION, 0)


@pytest.mark.parametrize(
    ("kind", "added", "in_kind"), [(Kind.OWN, MILLION, 0), (Kind.IN_KIND, 0, MILLION)]
)
def test_own_money_and_things_are_never_attracted(kind, added, in_kind):
    found = totals([replace(ROW, kind=kind)])

    assert (found.attracted, found.added_promised, found.in_kind_promised) == (0, added, in_kind)


def test_what_others_add_stands_apart_promised_and_given():
    money = Share(Kind.RESIDENTS, Form.MONEY, Decimal(200), Decimal(150))
    labour = Share(Kind.RESIDENTS, Form.LABOUR, Decimal(70), Decimal(30))

    found = totals([replace(ROW, shares=(money, labour))])

    assert found.attracted == MILLION
    assert (found.added_promised, found.added_paid) == (200, 150)
    assert (found.in_kind_promised, found.in_kind_given) == (70, 30)


def test_what_others_add_to_own_money_is_counted_beside_it():
    money = Share(Kind.RESIDENTS, Form.MONEY, Decimal(200), Decimal(150))

    found = totals([replace(ROW, kind=Kind.OWN, shares=(money,))])

    assert (found.attracted, found.added_promised) == (0, MILLION + 200)
    assert found.added_paid == MILLION / 2 + 150


def test_a_row_given_twice_counts_once():
    assert totals([ROW, ROW]) == totals([ROW])


@given(rows, filters, st.sampled_from(By))
def test_under_any_filter_the_parts_come_to_the_whole(found, chosen, by):
    shown = [row for row in found if chosen.admits(row)]

    pieces = parts(shown, by)

    assert sum((piece.totals for piece in pieces), Totals()) == totals(shown)
    assert len({piece.key for piece in pieces}) == len(pieces)


@given(rows, st.sampled_from(By))
def test_a_filter_by_a_part_shows_that_part(found, by):
    for piece in parts(found, by):
        key = 0 if by is By.COHORT and piece.key is None else piece.key
        chosen = Filter(**{by.value: key})

        assert totals(row for row in found if chosen.admits(row)) == piece.totals


@given(rows, st.sampled_from(Proof), st.booleans())
def test_a_filter_by_proof_and_by_confirmation_shows_exactly_these(found, proof, is_verified):
    chosen = Filter(proof=proof, is_verified=is_verified)

    shown = [row for row in found if chosen.admits(row)]

    expected = [row for row in found if (row.proof, row.is_verified) == (proof, is_verified)]
    assert shown == expected


@given(rows)
def test_confirming_moves_a_sum_and_makes_none(found):
    before = totals(found)
    after = totals(replace(row, is_verified=True) for row in found)

    assert after.attracted == before.attracted + before.waiting
    assert (after.entered, after.paid, after.waiting) == (before.entered, before.paid, 0)
    assert after.attracted <= after.entered
