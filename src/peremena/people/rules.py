"""Kinds and states of the people room. Pure: no Django, no database, no clock."""

from enum import StrEnum


class Channel(StrEnum):
    """How somebody is best reached."""

    MAIL = "mail"
    PHONE = "phone"
    MESSENGER = "messenger"
    PAPER = "paper"


class OrganisationKind(StrEnum):
    NGO = "ngo"
    TOS = "tos"
    MUNICIPAL_BODY = "municipal_body"
    MUNICIPAL_INSTITUTION = "municipal_institution"
    STATE = "state"
    FUND = "fund"
    BUSINESS = "business"
    SOLE_TRADER = "sole_trader"
    OTHER = "other"


class Purpose(StrEnum):
    """What a consent is for; each has a text of its own (152-ФЗ, from 1 September 2025)."""

    APPLYING = "applying"
    LEARNING = "learning"
    PUBLIC = "public"
    CONTACTS = "contacts"
    LETTERS = "letters"


class ConsentWay(StrEnum):
    WEB = "web"
    PAPER = "paper"
    PHONE = "phone"


class RequestState(StrEnum):
    ASKED = "asked"
    REFUSED = "refused"
    FULFILLED = "fulfilled"


class RegisterRefusal(StrEnum):
    """Why something in the register of people may not be done."""

    ADDRESS_TAKEN = "address-taken"
    ADDRESS_IS_THEIRS = "address-is-theirs"
    ROLE_NOT_YOURS = "role-not-yours"
    NOT_OF_YOUR_CENTRE = "not-of-your-centre"
    OGRN_TAKEN = "ogrn-taken"
    NAME_TAKEN = "name-taken"
    OWN_HELPER = "own-helper"
    NOBODY_AT_ADDRESS = "nobody-at-address"
    ACCOUNT_CLOSED = "account-closed"
    KEEPS_PEOPLE = "keeps-people"
    CODE_OVER = "code-over"
    CODE_CONFIRMED = "code-confirmed"
    SECOND_PERSON_NEEDED = "second-person-needed"


class Part(StrEnum):
    """What of two cards is chosen as one: a name is not made of two names."""

    NAME = "name"
    PHONE = "phone"
    ABOUT = "about"
    CHANNEL = "channel"
    SIGN_IN = "sign-in"


class MergeRefusal(StrEnum):
    """Why two cards may not become one."""

    SAME_CARD = "same-card"
    KEEPS_PEOPLE = "merge-keeps-people"
    KNOWN_ELSEWHERE = "known-elsewhere"
    ASKED_TO_BE_ERASED = "asked-to-be-erased"
    MERGED_ALREADY = "merged-already"
    DEMONSTRATION = "demonstration"
    COLLEAGUE_NEEDED = "colleague-needed"
    OVER = "merge-over"


def why_not_merge(
    *,
    is_same: bool,
    merged_already: bool,
    keeps_people: bool,
    is_known_elsewhere: bool,
    asked_to_be_erased: bool,
    one_is_invented: bool,
) -> MergeRefusal | None:
    """None when two cards may become one; each of the facts holds when it does for either card."""
    facts = {
        MergeRefusal.SAME_CARD: is_same,
        MergeRefusal.MERGED_ALREADY: merged_already,
        MergeRefusal.KEEPS_PEOPLE: keeps_people,
        MergeRefusal.KNOWN_ELSEWHERE: is_known_elsewhere,
        MergeRefusal.ASKED_TO_BE_ERASED: asked_to_be_erased,
        MergeRefusal.DEMONSTRATION: one_is_invented,
    }
    return next((refusal for refusal, holds in facts.items() if holds), None)


def sign_in_taken(*, kept: bool, gone: bool, wanted: bool) -> bool:
    """Whether the way in of the second card stays; `kept`, `gone`: which were signed in to.

    Whoever signs in already goes on as before; only otherwise it may be chosen.
    """
    return wanted if kept == gone else gone


def why_not_set_address(
    *, has_signed_in: bool, keeps_people: bool, is_known_elsewhere: bool
) -> RegisterRefusal | None:
    """None when staff may write down somebody's e-mail: whoever owns it can sign in.

    `keeps_people`: the person is staff or an administrator; `is_known_elsewhere`: to a centre of
    which whoever writes is not staff.
    """
    if has_signed_in or keeps_people or is_known_elsewhere:
        return RegisterRefusal.ADDRESS_IS_THEIRS
    return None


def why_not_give(
    *, is_for_administrators: bool, gives_all: bool, keeps_centre: bool
) -> RegisterRefusal | None:
    """None when a role may be given or taken.

    `is_for_administrators`: roles that open the people of a centre; `gives_all`: an administrator
    acts; `keeps_centre`: staff of the very centre in which the role is held.
    """
    if gives_all or (keeps_centre and not is_for_administrators):
        return None
    if is_for_administrators:
        return RegisterRefusal.ROLE_NOT_YOURS
    return RegisterRefusal.NOT_OF_YOUR_CENTRE


def why_not_code(
    *, is_closed: bool, keeps_people: bool, is_in_register: bool
) -> RegisterRefusal | None:
    """None when the person may get a code on paper; `is_in_register`: of the maker's centre."""
    if not is_in_register:
        return RegisterRefusal.NOT_OF_YOUR_CENTRE
    if is_closed:
        return RegisterRefusal.ACCOUNT_CLOSED
    return RegisterRefusal.KEEPS_PEOPLE if keeps_people else None


def why_not_confirm(
    *, is_over: bool, is_confirmed: bool, is_maker: bool, shares_centre: bool
) -> RegisterRefusal | None:
    """None when a second member of staff may confirm a code.

    `shares_centre`: some centre knows the person and has both members of staff.
    """
    if is_over:
        return RegisterRefusal.CODE_OVER
    if is_confirmed:
        return RegisterRefusal.CODE_CONFIRMED
    if is_maker:
        return RegisterRefusal.SECOND_PERSON_NEEDED
    return None if shares_centre else RegisterRefusal.NOT_OF_YOUR_CENTRE
