"""A programme by its numbers: promised and reached, each down to its rows or its facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise as Words

from peremena.cohorts.models import PlannedIndicator, Programme
from peremena.impact import indicator_words as words
from peremena.impact.indicators import Code, Group, State, group_of, state_of
from peremena.impact.models import Fact
from peremena.kit import paging

from .countings import COUNTINGS, Told, numbers

PAGE = 100


@dataclass(frozen=True)
class Line:
    """A number that counts itself."""

    code: Code
    fact: Decimal
    url: str

    @property
    def name(self) -> str | Words:
        return words.CODES[self.code]

    @property
    def how(self) -> str | Words:
        return words.HOW[self.code]


@dataclass(frozen=True)
class Promise:
    """What was promised, and how far it is. `line`: None where it is counted by hand; `last`: the
    day of the last fact, today for what counts itself."""

    planned: PlannedIndicator
    line: Line | None
    facts: Sequence[Fact]
    today: date

    @property
    def fact(self) -> Decimal:
        if self.line:
            return self.line.fact
        return sum((one.amount for one in self.facts), Decimal())

    @property
    def last(self) -> date | None:
        return self.today if self.line else max((one.on for one in self.facts), default=None)

    @property
    def state(self) -> State:
        return state_of(self.planned.plan, self.fact, self.planned.due_on, self.today)

    @property
    def word(self) -> str | Words:
        return words.STATES[self.state]

    @property
    def tone(self) -> str:
        return words.TONES[self.state]

    @property
    def how(self) -> str | Words:
        return self.line.how if self.line else words.BY_HAND


@dataclass(frozen=True)
class Shelf:
    title: str | Words
    lines: Sequence[Line]


@dataclass(frozen=True)
class Report:
    promises: Sequence[Promise]
    shelves: Sequence[Shelf]
    on: date


def report(programme: Programme, now: datetime) -> Report:
    lines = {code: line(programme, code, fact) for code, fact in numbers(programme, now).items()}
    return Report(
        promises=promises(programme, lines, timezone.localdate(now)),
        shelves=[
            Shelf(words.GROUPS[group], [lines[code] for code in Code if group_of(code) is group])
            for group in Group
        ],
        on=timezone.localdate(now),
    )


def line(programme: Programme, code: Code, fact: Decimal) -> Line:
    return Line(code, fact, reverse("impact:counted", args=[programme.pk, code.value]))


def promises(programme: Programme, lines: Mapping[Code, Line], today: date) -> list[Promise]:
    """Two queries."""
    planned = programme.indicators.select_related("counted_by").order_by("due_on", "pk")
    facts: dict[int, list[Fact]] = {}
    for fact in Fact.objects.standing().filter(promise__programme=programme).order_by("-on", "-pk"):
        facts.setdefault(fact.promise_id, []).append(fact)
    return [
        Promise(
            one, lines.get(code) if (code := code_of(one)) else None, facts.get(one.pk, ()), today
        )
        for one in planned
    ]


def code_of(planned: PlannedIndicator) -> Code | None:
    """None where it is counted by hand, or by something this version does not know."""
    counted = getattr(planned, "counted_by", None)
    return Code(counted.code) if counted and counted.code in set(Code) else None


def promise(planned: PlannedIndicator, now: datetime) -> Promise:
    code = code_of(planned)
    facts = list(
        Fact.objects.standing()
        .filter(promise=planned)
        .select_related("entered_by")
        .order_by("-on", "-pk")
    )
    number = COUNTINGS[code].number(planned.programme, now) if code else Decimal()
    found = line(planned.programme, code, number) if code else None
    return Promise(planned, found, facts, timezone.localdate(now))


@dataclass(frozen=True)
class Rows:
    """`after`: for the next page; empty on the last one."""

    line: Line
    told: Sequence[Told]
    after: str
    adds: bool


def rows(programme: Programme, code: Code, now: datetime, after: str = "") -> Rows:
    counting = COUNTINGS[code]
    total = counting.number(programme, now) if counting.by_hand else None
    found = counting.rows(programme, now)
    if counting.keep:
        listed, further = counting.keep(list(found)), ""
    else:
        page = paging.page(found, by=("-pk",), after=after, size=PAGE)
        listed, further = page.rows, page.after
    number = Decimal(found.count()) if total is None else total
    told = [counting.tell(row) for row in listed]
    return Rows(line(programme, code, number), told, further, counting.adds)
