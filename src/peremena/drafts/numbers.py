"""Numbers and sums as people type them: «1 250 000», «12,5», «1 250,50 ₽», «150 тыс.». Pure."""

import re
from decimal import Decimal

SPACE = r"[ \xa0\u2009\u202f]"
NUMBER = re.compile(
    rf"(?P<sign>[-−–]?)(?P<whole>\d{{1,3}}(?:{SPACE}\d{{3}})+|\d+)(?:[.,](?P<rest>\d+))?"
)
TIMES = {"тыс": 1_000, "млн": 1_000_000}
ROUBLES = re.compile(rf"{SPACE}*(?:(?P<times>тыс|млн)\.?)?{SPACE}*(?:₽|руб(?:\.|лей|ль|ля)?|р\.?)?")
MOST_DIGITS = 15


def number(text: str) -> Decimal | None:
    """Exact; None when the text is not one plain number."""
    match = NUMBER.fullmatch(text.strip())
    return exact(match) if match else None


def roubles(text: str) -> Decimal | None:
    """A sum in roubles, with or without the sign of the currency."""
    text = text.strip().lower()
    match = NUMBER.match(text)
    currency = match and ROUBLES.fullmatch(text, match.end())
    if not match or not currency:
        return None
    return exact(match) * TIMES.get(currency["times"], 1)


def exact(match: re.Match[str]) -> Decimal:
    whole = re.sub(SPACE, "", match["whole"])
    return Decimal(f"{'-' if match['sign'] else ''}{whole}.{match['rest'] or '0'}")


def too_long(value: Decimal) -> bool:
    """More digits than anything that is counted in a project, or than a table can add up."""
    return len(value.normalize().as_tuple().digits) > MOST_DIGITS or abs(value) >= 10**MOST_DIGITS


def stored(value: Decimal, places: int | None = None) -> int | str:
    """JSON without floats: a whole number as it is, a fraction as digits, «1250.50»."""
    if value == value.to_integral_value():
        return int(value)
    return f"{value:.{places}f}" if places is not None else f"{value.normalize():f}"


def shown(value: Decimal) -> str:
    """In groups of three with a comma, as people write it: «1 250,50»."""
    whole, _, rest = f"{value:,f}".partition(".")
    return whole.replace(",", "\xa0") + (f",{rest}" if rest else "")
