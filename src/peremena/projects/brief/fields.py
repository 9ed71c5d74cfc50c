"""The kinds of field in a brief: what a file may hold there, and how a person writes it.

Everywhere `null` and an empty string mean "not filled in yet". Messages of these errors are
codes; `texts/*.toml` has the words.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, WithJsonSchema
from pydantic_core import PydanticCustomError

from peremena.drafts.marks import Day, Money, Number, Yes

LARGEST = 999_999_999_999
BLANK = {"enum": [None, ""]}


def blank_is_none(value: Any) -> Any:
    """An empty string in a field that is not free text means: not filled in."""
    return None if value == "" else value


def number(value: Any) -> Decimal | None:
    """An exact number with at most three decimals; floats by their shortest spelling."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise PydanticCustomError("number", "a number")
    exact = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite() or not -LARGEST <= exact <= LARGEST or exact != round(exact, 3):
        raise PydanticCustomError("number", "a number")
    return exact


def positive(value: Any) -> Decimal | None:
    exact = number(value)
    if exact is not None and exact < 0:
        raise PydanticCustomError("positive", "a number, zero or more")
    return exact


def roubles(value: Any) -> Decimal | None:
    """Roubles with at most two decimals, zero or more."""
    exact = positive(value)
    if exact is not None and exact != round(exact, 2):
        raise PydanticCustomError("money", "roubles with kopecks")
    return exact


def whole(value: Any) -> int | None:
    exact = positive(value)
    if exact is None:
        return None
    if exact != exact.to_integral_value():
        raise PydanticCustomError("whole", "a whole number, zero or more")
    return int(exact)


def day(value: Any) -> date | None:
    """A calendar day written 2027-05-31, of a year one can plan for."""
    if value is None or value == "":
        return None
    found = _written_day(value) if isinstance(value, str) else value
    if not isinstance(found, date) or not 1900 <= found.year <= 2200:
        raise PydanticCustomError("day", "a day")
    return found


def _written_day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    # Other ways to write a day would come out of an export differently.
    return found if found.isoformat() == text else None


def without_doubles(rows: list[Any]) -> list[Any]:
    """Rows are referred to by id, so two rows of a list never share one."""
    seen: set[str] = set()
    for row in rows:
        if row.id is not None and row.id in seen:
            raise PydanticCustomError("double_id", "{id}", {"id": row.id})
        seen.add(row.id)
    return rows


def _json(kind: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [kind, BLANK]})


SHORT_NAME = Field(pattern=r"^[\w-]{1,40}$")
Id = Annotated[str, SHORT_NAME]
RowId = Annotated[str | None, SHORT_NAME, Field(exclude=True)]

Whole = Annotated[
    int | None,
    BeforeValidator(whole),
    _json({"type": "integer", "minimum": 0}),
    Number(0, LARGEST),
]
Percent = Annotated[
    int | None,
    BeforeValidator(whole),
    _json({"type": "integer", "minimum": 0}),
    Number(0, 100),
]
Amount = Annotated[
    Decimal | None,
    BeforeValidator(positive),
    _json({"type": "number", "minimum": 0}),
    Number(0, LARGEST, whole=False),
]
Measure = Annotated[
    Decimal | None,
    BeforeValidator(number),
    _json({"type": "number"}),
    Number(-LARGEST, LARGEST, whole=False),
]
Roubles = Annotated[
    Decimal | None,
    BeforeValidator(roubles),
    _json({"type": "number", "minimum": 0, "multipleOf": 0.01}),
    Money(),
]
Date = Annotated[
    date | None, BeforeValidator(day), _json({"type": "string", "format": "date"}), Day()
]
Tick = Annotated[StrictBool | None, BeforeValidator(blank_is_none), Yes()]
Blank = BeforeValidator(blank_is_none)
NoDoubles = AfterValidator(without_doubles)
