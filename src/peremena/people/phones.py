"""Telephone numbers: kept in one form, shown so that they can be read aloud. Pure."""

import re

SIGNS = re.compile(r"[\d\s()+./—–-]+")
NBSP = "\xa0"


def clean(typed: str) -> str:
    """`+79131234567` for a Russian number however typed; others without spaces and brackets.

    What is not a number alone, such as “8 913 123-45-67, ask for Anna”, stays as typed.
    """
    words = " ".join(typed.split())
    digits = digits_of(words)
    if not SIGNS.fullmatch(words) or not digits:
        return words
    if len(digits) == 10 and not words.startswith("+"):
        return f"+7{digits}"
    if len(digits) == 11 and digits[0] in "78":
        return f"+7{digits[1:]}"
    return f"+{digits}" if words.startswith("+") else digits


def shown(phone: str) -> str:
    """+7 913 123-45-67, on one line; a number of another kind as it is kept."""
    if not re.fullmatch(r"\+7\d{10}", phone):
        return phone
    return NBSP.join(["+7", phone[2:5], f"{phone[5:8]}-{phone[8:10]}-{phone[10:]}"])


def dialled(phone: str) -> str:
    """For a `tel:` link: the digits, with a plus where there is one."""
    return ("+" if phone.startswith("+") else "") + digits_of(phone)


def digits_of(text: str) -> str:
    return "".join(sign for sign in text if sign in "0123456789")
