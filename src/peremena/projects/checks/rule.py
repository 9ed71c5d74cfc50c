"""A rule, and what it is given to look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from peremena.projects.brief import Brief, Section

from . import sayings, stems, text
from .contest import ContestFacts
from .remarks import Finding, Severity
from .sayings import Saying


@dataclass(frozen=True)
class Circumstances:
    """What is known outside the brief. None: not known, and rules that need it stay silent.

    `others`: other applications of the applicant or of the cohort; `library`: model projects
    from which one may have copied; `papers`: what other papers of this application say;
    `settlement_ended`: the day on which the rural settlement stopped being a municipality.
    """

    today: date | None = None
    contest: ContestFacts | None = None
    others: tuple[Brief, ...] = ()
    library: tuple[Brief, ...] = ()
    papers: tuple["Paper", ...] = ()
    settlement_ended: date | None = None


@dataclass(frozen=True)
class Paper:
    """A form filled in beside the application: what it repeats of it, None: it does not."""

    name: str
    title: str | None = None
    summary: str | None = None
    asked: Decimal | None = None


@dataclass(frozen=True)
class Case:
    """A brief under its circumstances, with what several rules ask of both."""

    brief: Brief
    circumstances: Circumstances

    @cached_property
    def said(self) -> tuple[Saying, ...]:
        """Everything in free words, in the order of the fields."""
        return tuple(sayings.said(self.brief))

    @cached_property
    def places(self) -> frozenset[str]:
        """Roots of the names of the place and its villages."""
        passport = self.brief.passport
        return text.name_roots([passport.place, *passport.villages])

    def names_place(self, said: str | None) -> bool:
        """Whether the text names a place: one of the passport, or any village, street, district."""
        return bool(stems.A_PLACE.search(text.plain(said))) or text.names_one_of(said, self.places)


Findings = Iterator[Finding]


@dataclass(frozen=True)
class Rule:
    """`find` yields findings; the rule is off in a profile without a severity.

    `section`: whose rule it is. It speaks once people have begun that section and those in
    `needs`. `sources`: ids in `texts/sources.toml`; none means the rule is our own.
    """

    id: str
    section: Section
    find: Callable[[Case], Findings]
    ngo: Severity | None = None
    ib: Severity | None = None
    needs: tuple[Section, ...] = ()
    sources: tuple[str, ...] = ()

    def severity(self, profile: str | None) -> Severity | None:
        """A brief that does not say its profile is read as a grant for an NPO."""
        return self.ib if profile == "ib" else self.ngo
