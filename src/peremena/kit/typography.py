"""How sums, days and names are set in type."""

import re
from datetime import date, datetime
from decimal import Decimal

from django.utils.formats import date_format, number_format

NBSP = "\xa0"
SHORT_WORD = re.compile(r"(?<![\w-])(\w{1,2}) (?=[\w«(])")
DASH = re.compile(r" (?=[—–])")


def roubles(value: Decimal | int | str | None) -> str:
    """1 250 000 ₽, with kopecks only where there are some; nothing for an unknown sum."""
    if value in (None, ""):
        return ""
    exact = Decimal(value)
    places = 0 if exact == exact.to_integral_value() else 2
    return f"{number_format(exact, places, force_grouping=True)}{NBSP}₽"


def day(value: date | None) -> str:
    """12 марта 2027; nothing for an unknown day."""
    return written(value, "j E Y")


def day_and_month(value: date | None) -> str:
    """12 марта."""
    return written(value, "j E")


def moment(value: datetime | None) -> str:
    """12 марта, 09:30."""
    return written(value, "j E, H:i")


def full_moment(value: datetime | None) -> str:
    """12 марта 2027, 09:30."""
    return written(value, "j E Y, H:i")


def written(value: date | None, form: str) -> str:
    """The number of the day never parts from its month; nothing for an unknown day."""
    return date_format(value, form).replace(" ", NBSP, 1) if value else ""


def initials(name: str) -> str:
    """Two letters at most: «Ирина Петровна» gives «ИП»."""
    return "".join(word[0] for word in name.split()[:2]).upper()


def tidy(text: str) -> str:
    """Short words stay with the next word, a dash with the word before it."""
    return DASH.sub(NBSP, SHORT_WORD.sub(rf"\1{NBSP}", text))
