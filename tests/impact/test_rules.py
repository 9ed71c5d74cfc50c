"""Which money counts, and when a row of the ledger may change."""

from datetime import date
from decimal import Decimal

import pytest

from peremena.impact import rules
from peremena.impact.rules import Proof, Refusal

TODAY = date(2026, 11, 23)
READY = {
    "source": "ФПГ",
    "awarded": Decimal(5),
    "paid": Decimal(),
    "decided_on": TODAY,
    "today": TODAY,
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, None),
        ({"source": " « » "}, Refusal.SOURCE_NEEDED),
        ({"awarded": None}, Refusal.SUM_NEEDED),
        ({"awarded": Decimal()}, Refusal.SUM_NEEDED),
        ({"decided_on": date(2026, 11, 24)}, Refusal.IN_FUTURE),
        ({"document_on": date(2026, 11, 24)}, Refusal.IN_FUTURE),
        ({"paid": Decimal(6)}, Refusal.PAID_TOO_MUCH),
    ],
)
def test_why_not_enter(change, expected):
    assert rules.why_not_enter(**READY | change) == expected


@pytest.mark.parametrize(
    ("same_day", "same_document", "expected"),
    [
        (False, False, None),
        (True, False, Refusal.TWICE),
        (True, True, Refusal.TWICE),
        (False, True, Refusal.SAME_DOCUMENT),
    ],
)
def test_why_not_twice(same_day, same_document, expected):
    assert rules.why_not_twice(same_day=same_day, same_document=same_document) == expected


FRESH = {"proof": Proof.ATTACHED, "is_own": False, "is_verified": False, "is_taken_back": False}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, None),
        ({"proof": Proof.STATED}, Refusal.NO_EVIDENCE),
        ({"is_own": True}, Refusal.SAME_PERSON),
        ({"is_verified": True}, Refusal.VERIFIED_ALREADY),
        ({"is_taken_back": True}, Refusal.TAKEN_BACK),
        ({"is_seen": False}, Refusal.CHANGED_MEANWHILE),
    ],
)
def test_why_not_verify(change, expected):
    said = FRESH | change
    assert rules.why_not_verify(said.pop("proof"), **said) == expected


def test_a_change_says_why():
    assert rules.why_not_change(is_taken_back=False, why="Опечатка") is None
    assert rules.why_not_change(is_taken_back=False, why=" ") is Refusal.WHY_NEEDED
    assert rules.why_not_change(is_taken_back=True, why="Опечатка") is Refusal.TAKEN_BACK


def test_somebody_who_adds_adds_something():
    assert rules.why_not_contribute(None, Decimal(1)) is None
    assert rules.why_not_contribute(None, Decimal()) is Refusal.NOTHING_GIVEN
    assert rules.why_not_contribute(None, Decimal(1), is_known=True) is Refusal.GIVEN_ALREADY


@pytest.mark.parametrize("spelled", ["ООО «Заря»", "ооо  заря", 'ООО "ЗАРЯ"', "OOO Заря."])
def test_one_source_is_one_however_it_is_spelled(spelled):
    assert rules.source_key(spelled) == "ооо заря"


@pytest.mark.parametrize(
    "spelled", ["№ 17-Р", "17-р", " №17-р ", "17–Р", "N 17 — Р", "No.17-р", "17-P", "17-р."]
)
def test_one_document_is_one_however_it_is_spelled(spelled):
    assert rules.document_key(spelled) == "17-р"


def test_a_proof_is_what_there_is():
    assert rules.proof_of(has_evidence=False, is_confirmed=False) is Proof.STATED
    assert rules.proof_of(has_evidence=True, is_confirmed=False) is Proof.ATTACHED
    assert rules.proof_of(has_evidence=True, is_confirmed=True) is Proof.CONFIRMED
