"""When an application may be written, handed in, marked, decided. Pure: no Django, no database."""

from datetime import date, datetime, timedelta
from enum import StrEnum

# Letters with decisions lie in the outbox so long, and nobody reads the answer earlier elsewhere.
FOR_A_LAST_LOOK = timedelta(minutes=30)


class State(StrEnum):
    """What an application is by its applicant's own doing."""

    BEGUN = "begun"
    HANDED_IN = "handed-in"
    WITHDRAWN = "withdrawn"


class Channel(StrEnum):
    """How the words came here."""

    WEB = "web"
    PHONE = "phone"
    PAPER = "paper"


class Verdict(StrEnum):
    TAKEN = "taken"
    WAITING = "waiting"
    NOT_TAKEN = "not-taken"


class Alternative(StrEnum):
    """What somebody who was not taken is offered instead."""

    NEXT_INTAKE = "next-intake"
    CASES = "cases"
    OTHER_SCHOOL = "other-school"


class Answer(StrEnum):
    """What came of an offer of a place."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"


class Interest(StrEnum):
    """Why a marker does not mark an application."""

    SAME_ORGANISATION = "same-organisation"
    SAME_TERRITORY = "same-territory"
    RELATIVE = "relative"
    OWN_WORD = "own-word"


class Refusal(StrEnum):
    NOT_PUBLISHED = "not-published"
    NOT_YET_OPEN = "not-yet-open"
    CLOSED = "closed"
    NOT_BEGUN = "not-begun"
    NOT_WHOLE = "not-whole"
    NO_CONSENT = "no-consent"
    NOT_ELIGIBLE = "not-eligible"
    NOT_HANDED_IN = "not-handed-in"
    NOT_YOURS = "not-yours"
    INTERESTED = "interested"
    MARKS_MISSING = "marks-missing"
    WORDS_NEEDED = "words-needed"
    SENT_ALREADY = "sent-already"
    BEING_SENT = "being-sent"
    REASON_NEEDED = "reason-needed"
    ALTERNATIVE_NEEDED = "alternative-needed"
    UNDECIDED_LEFT = "undecided-left"
    TOO_MANY_TAKEN = "too-many-taken"
    NOT_OFFERED = "not-offered"
    OFFER_OVER = "offer-over"
    NO_QUESTIONS = "no-questions"
    OVER_ALREADY = "over-already"
    TWICE = "twice"
    SETTLED = "settled"
    NOT_THERE = "not-there"
    MARKED_BY_ALL = "marked-by-all"
    NO_TERRITORY = "no-territory"
    NOTHING_TO_SEND = "nothing-to-send"
    NOT_TAKEN = "not-taken"
    RUBRIC_STANDS = "rubric-stands"
    DAY_PASSED = "day-passed"


def why_not_write(
    *, is_published: bool, opens: datetime, closes: datetime, now: datetime, by_staff: bool
) -> Refusal | None:
    """None when an application may be begun or changed. Staff may key in late paper; it is marked
    as late. `opens` is the first moment, `closes` the first moment after the last."""
    if not is_published:
        return Refusal.NOT_PUBLISHED
    if now < opens:
        return Refusal.NOT_YET_OPEN
    return Refusal.CLOSED if now >= closes and not by_staff else None


def why_not_hand_in(write: Refusal | None, *, has_agreed: bool, is_whole: bool) -> Refusal | None:
    """`write`: why the application may not be changed now; `is_whole`: nothing that has to be
    answered is open, and each answer can be used."""
    if write:
        return write
    if not has_agreed:
        return Refusal.NO_CONSENT
    return None if is_whole else Refusal.NOT_WHOLE


def why_not_withdraw(state: State, *, is_decided: bool) -> Refusal | None:
    """Until decisions are sent anybody may take the application back, with or without a reason."""
    if state is State.WITHDRAWN:
        return Refusal.NOT_BEGUN
    return Refusal.SENT_ALREADY if is_decided else None


def why_not_publish(*, questions: int, closes: datetime, now: datetime) -> Refusal | None:
    """None when visitors may see the call."""
    if not questions:
        return Refusal.NO_QUESTIONS
    return Refusal.OVER_ALREADY if now >= closes else None


def why_not_change_rubric(*, marks: int) -> Refusal | None:
    """None while no expert has marked anything: marks by two measures cannot be compared."""
    return Refusal.RUBRIC_STANDS if marks else None


def is_late(handed_in: datetime, closes: datetime) -> bool:
    """Handed in at the closing moment or after it."""
    return handed_in >= closes


def why_not_decide(verdict: Verdict, *, reason: str, alternative: str) -> Refusal | None:
    """None when the verdict may be noted: everybody hears a reason, and who was not taken a way
    to go on."""
    if not reason.strip():
        return Refusal.REASON_NEEDED
    if verdict is Verdict.NOT_TAKEN and not alternative:
        return Refusal.ALTERNATIVE_NEEDED
    return None


def why_not_ask(due_on: date | None, *, today: date) -> Refusal | None:
    """None when an expert may be asked to mark until that day; `due_on`: None without a day."""
    return Refusal.DAY_PASSED if due_on and due_on < today else None


def why_not_mark(*, is_asked: bool, state: State, is_close: bool, is_open: bool) -> Refusal | None:
    """None when the marker may open and mark the application. `is_close`: has an interest;
    `is_open`: all have marked it, so that marks stand."""
    if not is_asked:
        return Refusal.NOT_YOURS
    if state is not State.HANDED_IN:
        return Refusal.NOT_HANDED_IN
    if is_close:
        return Refusal.INTERESTED
    return Refusal.MARKED_BY_ALL if is_open else None


def why_not_send(
    *, untold: int, undecided: int, taken: int, free: int, without_territory: int
) -> Refusal | None:
    """None when all decisions may go out together. `taken`, `without_territory`: of the untold."""
    if undecided:
        return Refusal.UNDECIDED_LEFT
    if not untold:
        return Refusal.NOTHING_TO_SEND
    if taken > free:
        return Refusal.TOO_MANY_TAKEN
    return Refusal.NO_TERRITORY if without_territory else None


def why_not_answer(*, is_open: bool, expires: datetime | None, now: datetime) -> Refusal | None:
    """None when the offered place may be taken or given up. `expires`: None without an offer."""
    if expires is None:
        return Refusal.NOT_OFFERED
    return None if is_open and now < expires else Refusal.OFFER_OVER
