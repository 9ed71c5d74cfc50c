"""A draft as the form on a page: fields, rows, offers and talks, for templates to show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Protocol

from django.utils.functional import Promise
from pydantic import BaseModel

from peremena.kit.fields import Elsewhere, FormField, Kind, Option, Start
from peremena.people.models import Person

from .diff import Piece
from .fields import FieldWords, Picks
from .models import Draft
from .talks import Talks

Notes = Mapping[str, Sequence[Any]]
SILENT_WHEN_EMPTY = frozenset({Kind.TICK, Kind.CHECKS, Kind.RADIO})


class ListWords(Protocol):
    """How the owner room speaks of a list: its title, one row, the button, what to do first."""

    @property
    def title(self) -> str: ...
    @property
    def one(self) -> str: ...
    @property
    def add(self) -> str: ...
    @property
    def empty(self) -> str: ...


class PageWords(Protocol):
    """The owner room's texts by path without ids: `problem.causes.text`."""

    @property
    def fields(self) -> Mapping[str, FieldWords]: ...
    @property
    def rows(self) -> Mapping[str, ListWords]: ...
    @property
    def choices(self) -> Mapping[str, Mapping[str, str]]: ...


@dataclass(frozen=True)
class Page:
    """What the owner room knows of a draft's page.

    `address` takes saves, `talk_address` what people say (nobody can comment without one);
    `picks`: rows of other lists to pick from; `notes`: the owner's own things by path, each shown
    by `note_template` as `note`; `headings`: a title before the field or list of that path;
    `people`: whom a note may ask; `usual`: by path, what holds where the field stays empty;
    `folds`: by path of a question, what the fields beneath it are called; `writer`: who writes
    where nobody has signed in, so that words on a phone that several use do not mix;
    `starts`: by key, words to begin a field with; `carried`: by path, what it could take from
    elsewhere; `elsewhere`: by key, what others wrote there;
    `hangs`: by path of a list, what a button that hangs a row on another one says;
    `part_of`: where words are kept when the page shows only a part of the draft;
    `may_not_know`: “I do not know yet” is an answer.
    """

    model: type[BaseModel]
    words: PageWords
    address: str
    talk_address: str = ""
    picks: Picks = field(default_factory=dict)
    notes: Notes = field(default_factory=dict)
    note_template: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)
    folds: Mapping[str, str] = field(default_factory=dict)
    starts: Mapping[str, Sequence[Start]] = field(default_factory=dict)
    carried: Mapping[str, Start] = field(default_factory=dict)
    elsewhere: Mapping[str, tuple[Elsewhere, ...]] = field(default_factory=dict)
    people: Sequence[Option] = ()
    hangs: Mapping[str, str] = field(default_factory=dict)
    writer: str = ""
    part_of: str = ""
    may_not_know: bool = True
    is_writable: bool = True


@dataclass(frozen=True)
class Offer:
    """What somebody else wrote into a field that now holds other words: both side by side.

    `pieces`: the offered words, marked where they differ; `stands_by`: None where nobody knows;
    `can_join`: both are texts.
    """

    number: int
    text: str
    by: Person
    at: datetime
    stands: str
    stands_by: Person | None
    pieces: Sequence[Piece]
    can_join: bool


@dataclass(frozen=True)
class Question:
    """One field with everything around it. `notes` are the owner room's, shown by its template;
    a bare field is one of several under one label and has no talks of its own. `beneath`: fields
    folded under this one. `starts`, `carried`: words to begin with."""

    template: ClassVar[str] = "drafts/question.html"

    field: FormField
    unknown: FormField | None
    offers: tuple[Offer, ...]
    talks: Talks
    notes: tuple[Any, ...]
    is_bare: bool = False
    beneath: "tuple[Question, ...]" = ()
    fold: str = ""
    starts: tuple[Start, ...] = ()
    carried: Start | None = None

    @property
    def needs_a_look(self) -> bool:
        own = self.field.error or self.offers or self.notes or self.talks.are_open
        return bool(own) or self.opens

    @property
    def opens(self) -> bool:
        """What is folded under it wants to be seen."""
        return any(one.needs_a_look for one in self.beneath)

    @property
    def folded(self) -> str:
        """What stands in the fields beneath, in few words."""
        shown = (one.said or one.field.attributes.get("placeholder") for one in self.beneath)
        return " · ".join(text for text in shown if text)

    @property
    def said(self) -> str:
        """What stands in the field, codes as words."""
        names = {option.value: option.label for option in self.field.options}
        return ", ".join(names.get(code, code) for code in self.field.chosen if code)

    @property
    def is_silent_when_empty(self) -> bool:
        """Browsers send nothing at all for it; a hidden input says that it was on the page."""
        return self.field.kind in SILENT_WHEN_EMPTY


@dataclass(frozen=True)
class Heading:
    template: ClassVar[str] = "drafts/heading.html"

    title: str


@dataclass(frozen=True)
class Hanging:
    """The button that hangs a new row on the row of that path."""

    template: ClassVar[str] = "drafts/hanging.html"

    path: str
    text: str


@dataclass(frozen=True)
class Together:
    """Fields under one label, such as residents by age."""

    template: ClassVar[str] = "drafts/together.html"

    title: str
    hint: str
    items: tuple[Question, ...]


@dataclass(frozen=True)
class Row:
    """`summary`: its first words; `is_open`: it is not folded when the page comes."""

    path: str
    title: str
    summary: str
    items: "tuple[Item, ...]"
    notes: tuple[Any, ...]
    is_first: bool
    is_last: bool
    is_open: bool

    @property
    def id(self) -> str:
        return FormField(self.path, "").id


@dataclass(frozen=True)
class Listing:
    """`removed`: the path of a row that was just removed and can come back. `blank`: a row that the
    page's script fills in and names, without asking the site."""

    template: ClassVar[str] = "drafts/listing.html"

    path: str
    words: ListWords
    rows: tuple[Row, ...]
    notes: tuple[Any, ...] = ()
    error: str | Promise = ""
    removed: str = ""
    blank: Row | None = None

    @property
    def id(self) -> str:
        return FormField(self.path, "").id

    @property
    def ids(self) -> str:
        """In their order, as the page sends them."""
        return " ".join(row.path.rpartition(".")[2] for row in self.rows)


Item = Question | Together | Listing | Heading | Hanging


@dataclass(frozen=True)
class Form:
    """`leftovers`: words for fields that are not on this page any more, to be copied by hand."""

    draft: Draft
    page: Page
    operation: str
    items: tuple[Item, ...]
    talks: Talks
    leftovers: tuple[str, ...]
