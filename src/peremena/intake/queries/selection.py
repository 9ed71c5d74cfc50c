"""What pages of the selection need: the markers' table, the marker's queue, the shortlist."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Max, QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from peremena.intake import choosing, marking_letters, rules
from peremena.intake.choosing import QuotaMet, Runner
from peremena.intake.models import Call, Candidate, Decision, Mark, Marker, Offer, Sending
from peremena.intake.models.closeness import closeness, to_mark
from peremena.intake.rules import Verdict
from peremena.kit import paging
from peremena.mail.models import Letter
from peremena.people.abilities import Role
from peremena.people.models import Person

from .candidates import doubles_of

TO_READ = timedelta(days=5)
FEW = 20
NO_PROGRESS = timedelta(minutes=5)  # longer than a batch, and than the worker's first pause
AS_THEY_CAME = ("handed_in_at", "pk")
BEST = ("-standing__mean", "standing__spread", "handed_in_at", "pk")


@dataclass(frozen=True)
class Asked:
    """How far a marker is; `close`: how many applications they do not read."""

    marker: Marker
    done: int
    of: int
    close: int

    @property
    def left(self) -> int:
        return self.of - self.done

    @property
    def minutes(self) -> int:
        return marking_letters.minutes_for(self.left)


@dataclass(frozen=True)
class Queue:
    """A page of what a marker reads; `done`: what this marker is done with, by number."""

    rows: Sequence[Candidate]
    done: Collection[int]
    after: str
    is_first: bool


@dataclass(frozen=True)
class Line:
    """A rubric's line on the marker's page."""

    key: str
    title: str
    chosen: int | None
    steps: Sequence[tuple[int, str]]


@dataclass(frozen=True)
class Row:
    """`doubles`: why this may be there twice."""

    candidate: Candidate
    is_disputed: bool
    doubles: Sequence[str | Promise]


@dataclass(frozen=True)
class Shortlist:
    """`next`: the best of those whom all have marked and about whom nothing is decided; `late`:
    who came after the letters and has no decision, marked or not."""

    rows: Sequence[Row]
    after: str
    is_first: bool
    quotas: Sequence[QuotaMet]
    counts: Mapping[str, int]
    undecided: int
    next: Candidate | None
    late: Candidate | None
    untold: int
    markers: int
    places: int


def experts(call: Call) -> QuerySet[Person]:
    """Who can be asked: experts of the centre who are not asked yet."""
    centre = call.cohort.programme.centre_id
    held = {"roles__role": Role.EXPERT, "roles__centre": centre, "roles__until": None}
    asked = call.markers.filter(until=None).values("person")
    return (
        Person.objects.filter(**held).exclude(pk__in=asked).order_by("surname", "name").distinct()
    )


def asked_experts(call: Call) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=call.markers.filter(until=None).values("person"))


def day_for_marks(call: Call, today: date) -> date:
    """What the page offers: the day that others were given, else five days to read."""
    given = call.markers.filter(until=None, due_on__gte=today).order_by("-pk").first()
    if given and given.due_on:
        return given.due_on
    return max(today, timezone.localdate(call.last_day)) + TO_READ


def asked(call: Call) -> list[Asked]:
    rows = call.markers.filter(until=None).select_related("person").order_by("since", "pk")
    return [progress(one) for one in rows]


def progress(marker: Marker) -> Asked:
    mine = to_mark(marker)
    done = mine.filter(pk__in=marker.marks.exclude(done_at=None).values("candidate")).count()
    close = Candidate.objects.filter(closeness(marker), call=marker.call_id).handed_in().count()
    return Asked(marker, done, mine.count(), close)


def markers_of(person: Person) -> QuerySet[Marker]:
    return (
        Marker.objects.filter(person=person, until=None)
        .select_related("call__cohort")
        .order_by("-since")
    )


def queue(marker: Marker, *, after: str = "") -> Queue:
    """Everything to read, in an order that no mark changes, and what one is done with."""
    page = paging.page(to_mark(marker).with_place(), by=AS_THEY_CAME, after=after)
    mine = marker.marks.filter(candidate__in=page.rows).exclude(done_at=None)
    done = set(mine.values_list("candidate", flat=True))
    return Queue(page.rows, done, page.after, page.is_first)


def next_of(marker: Marker) -> Candidate | None:
    done = marker.marks.exclude(done_at=None).values("candidate")
    return to_mark(marker).with_place().exclude(pk__in=done).order_by(*AS_THEY_CAME).first()


def lines(call: Call, mark: Mark | None) -> list[Line]:
    given = mark.points if mark else {}
    return [
        Line(one["key"], one["title"], given.get(one["key"]), steps(one)) for one in call.rubric
    ]


def steps(line: Mapping[str, Any]) -> list[tuple[int, str]]:
    """Points from zero to the top, each with its descriptor where there is one."""
    said = list(line.get("descriptors", ()))
    return [
        (number, said[number] if number < len(said) else "") for number in range(line["top"] + 1)
    ]


def shortlist(call: Call, *, after: str = "") -> Shortlist:
    """Best mean first, then who is less disputed, then who applied earlier; who is not marked by
    all comes last, in the order of applying."""
    rows = call.candidates.handed_in().with_place().select_related("standing", "decision")
    page = paging.page(rows, by=BEST, after=after)
    doubles = doubles_of(call, page.rows)
    chosen = call.candidates.handed_in().filter(decision__isnull=False)
    found = dict(chosen.order_by().values_list("decision__verdict").annotate(number=Count("pk")))
    return Shortlist(
        rows=[Row(one, disputed(one), doubles.get(one.pk, ())) for one in page.rows],
        after=page.after,
        is_first=page.is_first,
        quotas=choosing.quotas_met(call.quotas, taken(call)),
        counts={one: found.get(one, 0) for one in Verdict},
        undecided=call.candidates.handed_in().filter(decision=None).count(),
        next=rows.filter(decision=None, standing__isnull=False).order_by(*BEST).first(),
        late=rows.filter(decision=None).order_by(*AS_THEY_CAME).first() if call.sent_at else None,
        untold=Decision.objects.untold_of(call).count(),
        markers=call.markers.count(),
        places=call.cohort.places,
    )


def disputed(candidate: Candidate) -> bool:
    standing = getattr(candidate, "standing", None)
    return choosing.is_disputed(standing.spread if standing else None)


def taken(call: Call) -> list[Runner]:
    rows = call.candidates.handed_in().filter(decision__verdict=Verdict.TAKEN)
    return [
        Runner(district, bool(new))
        for district, new in rows.values_list("district_id", "is_newcomer")
    ]


def opened(candidate: Candidate) -> list[Mark]:
    """Who gave what: nothing before all are done."""
    if not hasattr(candidate, "standing"):
        return []
    marks = candidate.marks.exclude(done_at=None).select_related("marker__person")
    return list(marks.order_by("done_at", "pk"))


def to_send(call: Call, *, after: str = "") -> paging.Listed[Decision]:
    """Decisions that nobody has heard of yet, a page at a time."""
    rows = Decision.objects.untold_of(call).for_letters()
    return paging.page(rows, by=("verdict", "rank", "pk"), after=after)


def without_territory(call: Call) -> list[Candidate]:
    """Who would be taken and has no territory of the list."""
    taken = call.candidates.handed_in().filter(decision__verdict=Verdict.TAKEN, territory=None)
    return list(taken.with_place().order_by("pk")[:FEW])


@dataclass(frozen=True)
class OnItsWay:
    """`done`: how many of `total` have a letter; `to_ring`: how many people of these read no mail;
    `undecided`: who came after; `may_change`: letters still lie in the outbox. `is_stuck`: none was
    written for minutes; `left`: whose, where these are few."""

    is_going_on: bool
    is_stuck: bool
    left: Sequence[Decision]
    done: int
    total: int
    to_ring: int
    undecided: int
    may_change: bool

    @property
    def tone(self) -> str:
        return "info" if self.undecided else "success"


def on_its_way(call: Call, untold: int, now: datetime) -> OnItsWay | None:
    """Letters that are being written, or that were, while there is nothing new to send."""
    last = call.sendings.order_by("-pk").first()
    if last is None or (untold and not last.is_going_on):
        return None
    is_stuck = last.is_going_on and now - last_written(last) > NO_PROGRESS
    return OnItsWay(
        is_going_on=last.is_going_on,
        is_stuck=is_stuck,
        left=unwritten(call) if is_stuck and untold <= FEW else (),
        done=max(0, last.total - untold),
        total=last.total,
        to_ring=by_phone(last).values("person").distinct().count(),
        undecided=call.candidates.handed_in().filter(decision=None).count(),
        may_change=last.ended_at is None or now < last.ended_at + rules.FOR_A_LAST_LOOK,
    )


def last_written(last: Sending) -> datetime:
    told = Decision.objects.filter(candidate__call=last.call_id, told_at__gte=last.at)
    return told.aggregate(last=Max("told_at"))["last"] or last.at


def unwritten(call: Call) -> Sequence[Decision]:
    rows = Decision.objects.untold_of(call).select_related("candidate__person")
    return list(rows.order_by("pk")[:FEW])


def by_phone(last: Sending) -> QuerySet[Letter]:
    """Of this sending: an answer of last year that nobody has told is not of it."""
    people = last.call.candidates.values("person")
    return Letter.objects.filter(
        kind="intake.decision", state="to_tell", person__in=people, created_at__gte=last.at
    )


def told(candidate: Candidate, now: datetime) -> Decision | None:
    """What the applicant reads on the page: not before the letter may have gone."""
    gone = {"told_at__isnull": False, "told_at__lte": now - rules.FOR_A_LAST_LOOK}
    return Decision.objects.filter(candidate=candidate, **gone).first()


def waiting(call: Call) -> QuerySet[Decision]:
    rows = Decision.objects.filter(candidate__call=call, verdict=Verdict.WAITING)
    return (
        rows.exclude(told_at=None)
        .select_related("candidate__person", "candidate__territory", "enrolment")
        .prefetch_related("candidate__offers")
        .order_by("rank", "pk")
    )


def last_offer(candidate: Candidate) -> Offer | None:
    return candidate.offers.order_by("-pk").first()
