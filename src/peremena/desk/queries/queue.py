"""Projects that teams show to experts: what changed since one looked, and who waits for a word."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.projects import queries as projects
from peremena.projects.brief import Section
from peremena.projects.models import Look, Project
from peremena.projects.models import Section as Page
from peremena.projects.queries.verdicts import Tally

NOTHING_SAID = Tally()
LISTED = 50
NAMED = 3


@dataclass(frozen=True)
class Turn:
    """One project. `looked_at`: None when this person has never opened it.

    `answers`: notes of this person to which the team has answered; `questions`: all open notes;
    `tally`: what this person has said of its pages.
    """

    project: Project
    looked_at: datetime | None
    changed: Sequence[str]
    answers: int
    questions: int
    tally: Tally = NOTHING_SAID

    @property
    def is_new(self) -> bool:
        return self.looked_at is None

    @property
    def has_news(self) -> bool:
        return self.is_new or bool(self.changed)

    @property
    def named(self) -> str:
        return ", ".join(self.changed[:NAMED])

    @property
    def more(self) -> int:
        return max(0, len(self.changed) - NAMED)

    @property
    def order(self) -> tuple[bool, bool, bool, int, int, float]:
        """Answers to me, what I have not seen, what changed, questions; then the freshest.

        Within what changed, pages that I had judged come first.
        """
        moment = self.project.changed_at.timestamp()
        return (
            not self.answers,
            not self.is_new,
            not self.changed,
            -self.tally.stale,
            -self.questions,
            -moment,
        )


@dataclass(frozen=True)
class Queue:
    turns: Sequence[Turn]

    @property
    def first(self) -> Turn | None:
        """Where to go on; None when nothing waits."""
        turn = self.turns[0] if self.turns else None
        return turn if turn and (turn.answers or turn.has_news) else None

    @property
    def waiting(self) -> int:
        return sum(bool(turn.answers or turn.has_news) for turn in self.turns)


def queue(person: Person) -> Queue:
    """Six queries, however many projects."""
    centres = person.centres_with(Ability.ADVISE_PROJECTS)
    shown = Project.objects.filter(centre__in=centres, is_shown_to_experts=True)
    others = shown.exclude(pk__in=Project.objects.with_team_of(person).values("pk"))
    found = list(others.select_related("territory__district").order_by("-changed_at")[:LISTED])
    looks = dict(Look.objects.filter(person=person, project__in=found).values_list("project", "at"))
    changed = news(found, looks)
    talks = projects.talks(found)
    tallies = projects.verdicts.tallies(found, person)
    turns = [
        Turn(
            project=one,
            looked_at=looks.get(one.pk),
            changed=changed[one.pk],
            answers=sum(
                talk.begun_by == person.pk and not talk.waits_for_team
                for talk in talks.get(one.pk, ())
            ),
            questions=len(talks.get(one.pk, ())),
            tally=tallies.get(one.pk, NOTHING_SAID),
        )
        for one in found
    ]
    return Queue(sorted(turns, key=lambda turn: turn.order))


def news(found: Sequence[Project], looks: dict[int, datetime]) -> dict[int, list[str]]:
    """Titles of the sections that were written since the last look, in the order of the method."""
    order = list(Section)
    changed: dict[int, list[Section]] = defaultdict(list)
    pages = Page.objects.filter(project__in=found)
    for project, name, at in pages.values_list("project", "name", "draft__changed_at"):
        if project in looks and at > looks[project]:
            changed[project].append(Section(name))
    return defaultdict(list, {
        project: [projects.words_of(one).title for one in sorted(names, key=order.index)]
        for project, names in changed.items()
    })  # fmt: skip
