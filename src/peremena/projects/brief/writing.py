"""A brief written down again, and the JSON Schema of the format."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from .models import FORMAT, Brief


def export(brief: Brief) -> str:
    """JSON that reads back as the same brief; fields that were never given stay absent."""
    content = {"format": FORMAT} | brief.model_dump(by_alias=True, exclude_unset=True)
    return json.dumps(content, ensure_ascii=False, indent=2, default=_plain) + "\n"


def schema() -> dict[str, Any]:
    """JSON Schema of `peremena.brief/1`."""
    described = Brief.model_json_schema(by_alias=True)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": FORMAT}
    return head | described | {"required": ["format"]}


def _plain(value: date | Decimal) -> str | int | float:
    if isinstance(value, date):
        return value.isoformat()
    # Fields hold at most fifteen digits, and so many survive the way through a float unchanged.
    return int(value) if value == value.to_integral_value() else float(value)
