"""What became of applications: the path of one, the marks that projects have received."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.functional import Promise

from peremena.contests import words
from peremena.contests.models import Application, Life, Turn
from peremena.contests.rules import FOLLOWS, Kind, State
from peremena.kit.typography import full_moment
from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.projects.models import Project
from peremena.projects.rules import TeamRole

TOTAL = "total"


@dataclass(frozen=True)
class Step:
    """One stop of the path. `state`: done, current, todo or late; `turns`: what was recorded."""

    kind: Kind
    title: str | Promise
    state: str
    turns: Sequence[Turn]

    @property
    def badge(self) -> str | Promise:
        """A step that ended badly says so; it is not overdue."""
        return words.STATES[State(self.kind)] if self.state == "late" else ""


@dataclass(frozen=True)
class Mark:
    title: str
    mark: str


@dataclass(frozen=True)
class Path:
    """The life of one application as one person sees it. `may`: what the person may record now."""

    state: State
    life: Life
    steps: Sequence[Step]
    may: frozenset[Kind]
    runs: bool
    closed: Sequence[Turn]
    outcome: Turn | None

    @property
    def word(self) -> str | Promise:
        return words.STATES[self.state]

    @property
    def tone(self) -> str:
        return words.STATE_TONES[self.state]

    @property
    def has_ended_badly(self) -> bool:
        return self.state in (State.LOST, State.REFUSED)

    @property
    def left_to_pay(self) -> Decimal:
        return (self.life.contracted or self.life.awarded or Decimal()) - self.life.paid


STOPS: Sequence[tuple[Kind, ...]] = (
    (Kind.SUBMITTED,),
    (Kind.ADMITTED, Kind.REFUSED),
    (Kind.WON, Kind.LOST, Kind.RESERVED),
    (Kind.CONTRACTED,),
    (Kind.PAID,),
)


def life_of(application: Application) -> Life:
    """A row that was never saved where nothing has happened yet."""
    try:
        return application.life
    except Life.DoesNotExist:
        return Life(application=application)


def path(application: Application, person: Person) -> Path:
    life, turns = life_of(application), turns_of(application)
    current = [turn for turn in turns if turn.is_current]
    project = application.project
    runs = project.centre_id in person.centres_with(Ability.RUN_CONTESTS)
    leads = not runs and project.memberships.role_of(person) is TeamRole.LEADER
    follows = frozenset(FOLLOWS[life.current])
    may = follows if runs else follows & {Kind.SUBMITTED} if leads else frozenset[Kind]()
    return Path(
        state=life.current,
        life=life,
        steps=steps(life.current, current),
        may=may,
        runs=runs,
        closed=[turn for turn in turns if not turn.is_current],
        outcome=next((turn for turn in reversed(current) if turn.kind in DECIDED), None),
    )


DECIDED = frozenset({Kind.WON, Kind.LOST, Kind.RESERVED, Kind.REFUSED})


def turns_of(application: Application) -> list[Turn]:
    everything = application.turns.in_order()
    return list(everything.select_related("entered_by", "on_behalf_of", "closed_by", "replaced_by"))


def steps(state: State, turns: Sequence[Turn]) -> list[Step]:
    """Where nothing can follow, the stops that were not reached are left out."""
    reached: list[Step] = []
    follows = FOLLOWS[state]
    for stop in STOPS:
        found = [turn for turn in turns if turn.kind in stop]
        if found:
            reached.append(stop_of(found))
        elif follows:
            nearest = any(kind in follows for kind in stop) and not waiting(reached)
            reached.append(
                Step(stop[0], words.STOPS[stop[0]], "current" if nearest else "todo", ())
            )
    return reached


def waiting(found: Sequence[Step]) -> bool:
    return any(step.state == "current" for step in found)


def stop_of(turns: Sequence[Turn]) -> Step:
    kind = Kind(turns[-1].kind)
    state = "late" if kind in (Kind.REFUSED, Kind.LOST) else "done"
    return Step(kind, words.KINDS_OF_TURN[kind], state, turns)


def marks(turn: Turn, application: Application) -> list[Mark]:
    """In the order of the contest's own sheet; the sum of all comes last."""
    titles = {one.code: one.title for one in application.frozen_record.criteria}
    known = [Mark(title, turn.marks[code]) for code, title in titles.items() if code in turn.marks]
    total = turn.marks.get(TOTAL)
    return [*known, Mark(str(words.TOTAL_MARK), total)] if total else known


@dataclass(frozen=True)
class Lesson:
    """What a contest that was not won has left: the experts' words and marks."""

    application: Application
    turn: Turn
    marks: Sequence[Mark]


def lessons(project: Project) -> list[Lesson]:
    """From contests that were not won, the latest first, at most three."""
    turns = Turn.objects.current().filter(application__project=project)
    lost = turns.filter(kind__in=[Kind.LOST, Kind.REFUSED]).select_related("application")
    return [
        Lesson(turn.application, turn, marks(turn, turn.application))
        for turn in lost.order_by("-on", "-pk")[:3]
    ]


@dataclass(frozen=True)
class Moment:
    """`text`: day and hour by the clock of `zone`."""

    text: str
    zone: str


def clock(turn: Turn) -> list[Moment]:
    """The moment by the clock it was read from, and by ours where that differs."""
    if turn.at is None:
        return []
    own = timezone.get_current_timezone_name()
    zones = dict.fromkeys([turn.zone or own, own])
    return [
        Moment(full_moment(timezone.localtime(turn.at, ZoneInfo(zone))), zone) for zone in zones
    ]
