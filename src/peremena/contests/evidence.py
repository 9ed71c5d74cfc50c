"""Words and figures we say of a contest, each with its source. Pure: no Django, no clock.

A figure names where it was read, the edition it was said of, and the day somebody compared it with
the official text (`verified_on`; None: nobody has).
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, TypeAdapter

Key = Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]


def _web_address(address: str) -> str:
    TypeAdapter(HttpUrl).validate_python(address)
    return address


class Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Value):
    """One sentence in both languages."""

    ru: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def spoken(self, language: str | None) -> str:
        """In English for "en", else in Russian."""
        return self.en if language == "en" else self.ru


class Source(Value):
    """Where we read it. `url`: None when the address was not kept."""

    title: str = Field(min_length=1)
    url: Annotated[str, AfterValidator(_web_address)] | None
    kind: Literal["official", "copy", "media", "case", "digest"]


class Evidence(Value):
    """Something we say of a contest, and why we say it."""

    sources: tuple[Key, ...] = Field(min_length=1)
    edition: str | None = None
    verified_on: date | None = None


class Statement(Evidence):
    text: Words


class Names(Evidence):
    """The contest's own wording, kept in the language of the contest."""

    names: tuple[str, ...] = Field(min_length=1)


class Amount(Evidence):
    """Roubles."""

    value: Decimal = Field(gt=0)


class Percent(Evidence):
    value: Decimal = Field(gt=0, le=100)


class Months(Evidence):
    value: int = Field(gt=0)
