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
