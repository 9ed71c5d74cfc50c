"""Criteria of a jury: what their weights say together."""

from decimal import Decimal

import pytest

from peremena.rubrics.criteria import Criterion, repeated_codes, total_weight


def criterion(code: str, weight: str | None = None) -> Criterion:
    return Criterion(code, "Актуальность", None if weight is None else Decimal(weight), "rules")


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ([], None),
        ([criterion("a", "0.1"), criterion("b", "0.2")], Decimal("0.3")),
        ([criterion("a", "60"), criterion("b")], None),
        ([criterion("a")], None),
    ],
)
def test_the_total_is_known_only_when_every_weight_is(criteria, expected):
    assert total_weight(criteria) == expected


def test_codes_that_stand_twice_are_named():
    criteria = [criterion("a"), criterion("b"), criterion("a"), criterion("b"), criterion("c")]

    assert repeated_codes(criteria) == ["a", "b"]
