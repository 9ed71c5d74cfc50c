"""Hypothesis makes any content a brief may hold, by the marks on the fields of its models."""

from datetime import date
from typing import Any, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from peremena.drafts.marks import Bands, Choice, Day, Money, Names, Number, Ref, Refs, Text, Yes
from peremena.projects.brief.models import FORMAT, Brief

SIGNS = st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n")
IDS = st.from_regex(r"[a-z][0-9]{1,2}", fullmatch=True)
WORDS = st.text(SIGNS, max_size=40) | st.sampled_from(
    [
        "Создать клуб и открыть музей",
        "Нет площадки",
        "40 подростков",
        "с. Ключи",
        "В России",
        "100 %",
    ]
)


def numbers(places: int, least: int = 0) -> st.SearchStrategy[int | float]:
    """As JSON has them; floats only where they are exact in their shortest spelling."""
    exact = st.decimals(least, 999_999_999_999, places=places)
    return exact.map(lambda n: int(n) if n == int(n) else float(n))


PLAIN = {
    Text: WORDS,
    Money: numbers(2),
    Day: st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(date.isoformat),
    Yes: st.booleans(),
    Names: st.lists(WORDS, max_size=3),
    Ref: IDS,
    Refs: st.lists(IDS, max_size=3),
}


def by_mark(mark: Any) -> st.SearchStrategy[Any]:
    match mark:
        case Number():
            return st.integers(0, 5000) if mark.whole else numbers(3, mark.minimum)
        case Choice():
            return st.sampled_from(mark.options)
        case Bands():
            return st.dictionaries(st.sampled_from(mark.keys), st.integers(0, 900))
    return PLAIN[type(mark)]


def of_field(field: FieldInfo) -> st.SearchStrategy[Any]:
    if below := model_in(field.annotation):
        if get_origin(field.annotation) is not list:
            return contents(below)
        return st.lists(contents(below), max_size=3, unique_by=lambda row: row.get("id", id(row)))
    mark = next(m for m in field.metadata if type(m).__module__ == "peremena.drafts.marks")
    filled = by_mark(mark)
    return filled if isinstance(mark, Names | Refs | Bands) else st.none() | filled


def model_in(annotation: Any) -> type[BaseModel] | None:
    candidates = (annotation, *get_args(annotation))
    return next((c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel)), None)


def contents(model: type[BaseModel] = Brief) -> st.SearchStrategy[dict[str, Any]]:
    """JSON content the model accepts; any key may be absent, except ids and the format."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    required = {"format": st.just(FORMAT)} if model is Brief else {}
    if "id" in fields and fields["id"].is_required():
        required["id"] = IDS
    optional = {key: of_field(f) for key, f in fields.items() if key not in ("id", "format")}
    return st.fixed_dictionaries(required, optional=optional)
