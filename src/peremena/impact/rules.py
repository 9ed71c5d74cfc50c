"""Which money counts, and when a row of the ledger may change. Pure: no Django, no clock."""

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """Whose money it is."""

    REGIONAL = "regional"
    FEDERAL = "federal"
    MUNICIPAL = "municipal"
    FUND = "fund"
    BUSINESS = "business"
    RESIDENTS = "residents"
    OWN = "own"
    IN_KIND = "in-kind"


class Form(StrEnum):
    """How somebody adds to a project: only money is added to money."""

    MONEY = "money"
    PROPERTY = "property"
    LABOUR = "labour"


class Proof(StrEnum):
    STATED = "stated"
    ATTACHED = "attached"
    CONFIRMED = "confirmed"


class Attribution(StrEnum):
    """What part the school has in it."""

    FULL = "full"
    HELPED = "helped"
    ALUMNI = "alumni"


class Refusal(StrEnum):
    NOT_YOURS = "not-yours"
    TWICE = "twice"
    SAME_DOCUMENT = "same-document"
    SUM_NEEDED = "sum-needed"
    SOURCE_NEEDED = "source-needed"
    IN_FUTURE = "in-future"
    PAID_TOO_MUCH = "paid-too-much"
    NO_EVIDENCE = "no-evidence"
    SAME_PERSON = "same-person"
    VERIFIED_ALREADY = "verified-already"
    TAKEN_BACK = "taken-back"
    WHY_NEEDED = "why-needed"
    NOTHING_GIVEN = "nothing-given"
    GIVEN_ALREADY = "given-already"
    NOTHING_CHANGED = "nothing-changed"
    CHANGED_MEANWHILE = "changed-meanwhile"


NOT_ATTRACTED = frozenset({Kind.OWN, Kind.IN_KIND})
SAME_DECISION = timedelta(days=366)
DASHES = re.compile(r"[\u2010-\u2015\u2212]")
NUMBER_SIGN = re.compile(r"№|#|\bn(?:o|r)?\.?\s*(?=\d)")
LOOK_ALIKE = str.maketrans("abcehkmoptxy", "авсенкмортху")


def source_key(source: str) -> str:
    """One source is one, however it is spelled: without case, quotes, dashes' kinds and doubled
    spaces; «OOO» typed in Latin letters is «ООО»."""
    words = re.sub(r"[«»“”„\"'.,;]", " ", plain(source))
    is_russian = re.search(r"[а-я]", words) is not None
    return " ".join((words.translate(LOOK_ALIKE) if is_russian else words).split())


def document_key(number: str) -> str:
    """«№ 17-П», «N 17 – п» and a number with a Latin letter that looks the same are one document;
    "" when no number is known."""
    signs = NUMBER_SIGN.sub("", plain(number)).translate(LOOK_ALIKE)
    return re.sub(r"[^\w/-]", "", signs)


def plain(words: str) -> str:
    """Small letters, one kind of dash, no ё."""
    small = unicodedata.normalize("NFC", words).casefold().replace("ё", "е")
    return DASHES.sub("-", small)


def proof_of(*, has_evidence: bool, is_confirmed: bool) -> Proof:
    """`is_confirmed`: whoever gives the money has said so itself."""
    if is_confirmed:
        return Proof.CONFIRMED
    return Proof.ATTACHED if has_evidence else Proof.STATED


def is_attracted(kind: Kind) -> bool:
    """Own money and things are counted apart."""
    return kind not in NOT_ATTRACTED


def why_not_enter(
    *,
    source: str,
    awarded: Decimal | None,
    paid: Decimal,
    decided_on: date,
    today: date,
    document_on: date | None = None,
) -> Refusal | None:
    """None when a decision with these words may stand in the ledger."""
    if not source_key(source):
        return Refusal.SOURCE_NEEDED
    if awarded is None or awarded <= 0:
        return Refusal.SUM_NEEDED
    if decided_on > today or (document_on and document_on > today):
        return Refusal.IN_FUTURE
    return Refusal.PAID_TOO_MUCH if paid > awarded else None


def why_not_twice(*, same_day: bool, same_document: bool) -> Refusal | None:
    """None when the decision is new. One source decides on one project once a day; one document
    of a project within a year is one decision, whatever the source was called."""
    if same_day:
        return Refusal.TWICE
    return Refusal.SAME_DOCUMENT if same_document else None


def why_not_verify(
    proof: Proof, *, is_own: bool, is_verified: bool, is_taken_back: bool, is_seen: bool = True
) -> Refusal | None:
    """None when somebody may confirm the row. `is_own`: entered or last changed by them;
    `is_seen`: the row is still what they have compared with the document."""
    if is_taken_back:
        return Refusal.TAKEN_BACK
    if is_verified:
        return Refusal.VERIFIED_ALREADY
    if is_own:
        return Refusal.SAME_PERSON
    if proof is Proof.STATED:
        return Refusal.NO_EVIDENCE
    return None if is_seen else Refusal.CHANGED_MEANWHILE


def why_not_change(*, is_taken_back: bool, why: str) -> Refusal | None:
    """None when the row may be corrected, doubted or taken back; the reason for that is kept."""
    if is_taken_back:
        return Refusal.TAKEN_BACK
    return None if why.strip() else Refusal.WHY_NEEDED


def why_not_contribute(
    promised: Decimal | None, paid: Decimal | None, *, is_known: bool = False
) -> Refusal | None:
    """`is_known`: the very same stands at the decision already."""
    if not promised and not paid:
        return Refusal.NOTHING_GIVEN
    return Refusal.GIVEN_ALREADY if is_known else None
