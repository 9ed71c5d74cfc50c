"""When staff may do what with people, roles and codes."""

import pytest

from peremena.people import rules
from peremena.people.rules import RegisterRefusal

FREE = {"has_signed_in": False, "keeps_people": False, "is_known_elsewhere": False}
GIVES = {"is_for_administrators": False, "gives_all": False, "keeps_centre": True}
FIT = {"is_closed": False, "keeps_people": False, "is_in_register": True}
READY = {"is_over": False, "is_confirmed": False, "is_maker": False, "shares_centre": True}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, None),
        ({"has_signed_in": True}, RegisterRefusal.ADDRESS_IS_THEIRS),
        ({"keeps_people": True}, RegisterRefusal.ADDRESS_IS_THEIRS),
        ({"is_known_elsewhere": True}, RegisterRefusal.ADDRESS_IS_THEIRS),
    ],
)
def test_why_not_set_address(change, expected):
    assert rules.why_not_set_address(**FREE | change) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, None),
        ({"keeps_centre": False}, RegisterRefusal.NOT_OF_YOUR_CENTRE),
        ({"keeps_centre": False, "gives_all": True}, None),
        ({"is_for_administrators": True}, RegisterRefusal.ROLE_NOT_YOURS),
        ({"is_for_administrators": True, "gives_all": True}, None),
    ],
)
def test_why_not_give(change, expected):
    assert rules.why_not_give(**GIVES | change) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, None),
        ({"is_in_register": False}, RegisterRefusal.NOT_OF_YOUR_CENTRE),
        ({"is_closed": True}, RegisterRefusal.ACCOUNT_CLOSED),
        ({"keeps_people": True}, RegisterRefusal.KEEPS_PEOPLE),
    ],
)
def test_why_not_code(change, expected):
    assert rules.why_not_code(**FIT | change) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, None),
        ({"is_over": True}, RegisterRefusal.CODE_OVER),
        ({"is_confirmed": True}, RegisterRefusal.CODE_CONFIRMED),
        ({"is_maker": True}, RegisterRefusal.SECOND_PERSON_NEEDED),
        ({"shares_centre": False}, RegisterRefusal.NOT_OF_YOUR_CENTRE),
    ],
)
def test_why_not_confirm(change, expected):
    assert rules.why_not_confirm(**READY | change) == expected
