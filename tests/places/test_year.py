"""In which months something happens, out of the words of people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.places.year import months


@pytest.mark.parametrize(
    ("season", "expected"),
    [
        ("", ()),
        ("когда как", ()),
        ("Масленица", (2, 3)),
        ("Масленица, в марте", (3,)),
        ("в июле, на Ивана Купалу", (7,)),
        ("9 мая", (5,)),
        ("Маяк у реки", ()),
        ("зимой", (1, 2, 12)),
        ("летом и в сентябре", (9,)),
        ("круглый год", tuple(range(1, 13))),
        ("Новый год", (1, 12)),
        ("Easter", (4, 5)),
        ("In June and August", (6, 8)),
    ],
)
def test_months(season, expected):
    assert months(season) == expected


@given(st.text(max_size=60))
def test_whatever_is_written_names_months_of_a_year_in_order(season):
    found = months(season)

    assert list(found) == sorted(set(found))
    assert set(found) <= set(range(1, 13))
