"""Days as people type them: «31.05.2028», «31 мая 2028 г.», «2028-05-31». Pure."""

import re
from datetime import date

MONTHS = {
    "январь": 1, "февраль": 2, "март": 3, "апрель": 4, "май": 5, "июнь": 6, "июль": 7,
    "август": 8, "сентябрь": 9, "октябрь": 10, "ноябрь": 11, "декабрь": 12,
    "января": 1, "февраля": 2, "марта": 3, "апреля": 4, "мая": 5, "июня": 6, "июля": 7,
    "августа": 8, "сентября": 9, "октября": 10, "ноября": 11, "декабря": 12,
    "янв": 1, "фев": 2, "мар": 3, "апр": 4, "июн": 6, "июл": 7,
    "авг": 8, "сен": 9, "сент": 9, "окт": 10, "ноя": 11, "нояб": 11, "дек": 12,
}  # fmt: skip
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
FIGURES = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4}|\d{2})")
WORDS = re.compile(r"(?P<day>\d{1,2})\s+(?P<month>[а-я]+)\.?\s+(?P<year>\d{4})")
AFTER = re.compile(r"\s*(?:года|г\.?)$")
YEARS = range(1900, 2101)


def figures(text: str) -> str:
    """A stored day as people write it, «31.05.2028»; other words stay as they are."""
    match = ISO.fullmatch(text)
    return f"{match['day']:0>2}.{match['month']:0>2}.{match['year']}" if match else text


class NoSuchDay(ValueError):  # noqa: N818 -- reads better where it is caught
    """It is written like a day, but no calendar has it: 31 February, or the year 2280."""


def day(text: str) -> date | None:
    """None when the text is not written like a day. Raises `NoSuchDay`."""
    text = AFTER.sub("", text.strip().lower())
    match = ISO.fullmatch(text) or FIGURES.fullmatch(text) or WORDS.fullmatch(text)
    if not match:
        return None
    month = MONTHS.get(match["month"]) or (match["month"].isdigit() and int(match["month"]))
    if not month:
        return None
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    if year not in YEARS:
        raise NoSuchDay(text)
    try:
        return date(year, month, int(match["day"]))
    except ValueError as error:
        raise NoSuchDay(text) from error
