"""What is known of those who come to a gate, put together for the whole cohort at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from peremena.cohorts.gates import Facts, Lack, Part, lacks
from peremena.cohorts.models import Gate, Passed, PlanStep
from peremena.places.models import Post
from peremena.projects.models import Membership
from peremena.projects.queries import Insight

from .lives import Life


@dataclass(frozen=True)
class Standing:
    """Somebody at a gate. `passed`: None while they have not been let through."""

    life: Life
    lacks: Sequence[Lack]
    passed: Passed | None
    steps: Sequence[PlanStep]

    @property
    def is_ready(self) -> bool:
        return not self.passed and not self.lacks


def at_gate(gate: Gate, found: Sequence[Life], applications: Mapping[int, int]) -> list[Standing]:
    """Whoever learns, in the given order. `applications`: how many were made, by project.

    Five queries.
    """
    facts = facts_of(found, applications)
    passed = {one.enrolment_id: one for one in gate.passed.select_related("by")}
    steps = steps_of(found)
    return [
        Standing(
            life=life,
            lacks=lacks(gate.asks, facts[life.enrolment.pk]),
            passed=passed.get(life.enrolment.pk),
            steps=steps[life.enrolment.pk],
        )
        for life in found
    ]


def steps_of(found: Iterable[Life]) -> Mapping[int, list[PlanStep]]:
    """Steps that are to be done yet, the nearest first, by the enrolment's pk. One query."""
    steps: dict[int, list[PlanStep]] = defaultdict(list)
    for step in PlanStep.objects.to_do().filter(enrolment__in=[one.enrolment.pk for one in found]):
        steps[step.enrolment_id].append(step)
    return steps


def facts_of(found: Iterable[Life], applications: Mapping[int, int]) -> dict[int, Facts]:
    """By the enrolment's pk. Two queries."""
    found = list(found)
    teams = teams_of([life.project.pk for life in found if life.project])
    return {
        life.enrolment.pk: facts(
            life.insight,
            teams[life.project.pk] if life.project else Team(),
            learner=life.enrolment.person_id,
            passport=life.passport,
            is_shown=bool(life.project and life.project.is_shown_to_experts),
            applications=applications.get(life.project.pk, 0) if life.project else 0,
        )
        for life in found
    }


@dataclass(frozen=True)
class Team:
    """By their pk: everybody in a team, and those of them who head a territory now."""

    people: frozenset[int] = frozenset()
    heads: frozenset[int] = frozenset()


def teams_of(projects: Iterable[int]) -> Mapping[int, Team]:
    """By the project's pk. Two queries."""
    teams: dict[int, set[int]] = defaultdict(set)
    rows = Membership.objects.current().filter(project__in=projects)
    for project, person in rows.values_list("project", "person"):
        teams[project].add(person)
    everybody = {person for team in teams.values() for person in team}
    heads = heads_among(everybody)
    return defaultdict(Team) | {
        project: Team(frozenset(team), heads & team) for project, team in teams.items()
    }


def heads_among(people: Iterable[int]) -> frozenset[int]:
    """Of these who heads a territory now. One query."""
    posts = Post.objects.current().filter(is_head=True, person__in=people)
    return frozenset(posts.values_list("person", flat=True))


def facts(
    insight: Insight | None,
    team: Team,
    *,
    learner: int,
    passport: int,
    is_shown: bool,
    applications: int,
) -> Facts:
    """The learner counts as the head of the team, whatever the post is called."""
    if insight is None:
        return Facts(passport=passport)
    return Facts(
        team=len(team.people),
        activists=len(team.people - team.heads - {learner}),
        passport=passport,
        project=insight.percent,
        parts={
            str(section): Part(ready.percent, insight.errors[section])
            for section, ready in insight.readiness.items()
        },
        is_shown=is_shown,
        applications=applications,
    )
