"""How a project got better: what each sitting mended, and the line of remarks over time."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language

from peremena.drafts.outline import outline, pattern
from peremena.drafts.paths import BadPath
from peremena.people.models import Person
from peremena.projects import trend, workshop
from peremena.projects.brief import Section
from peremena.projects.checks.wording import LANGUAGES, words_of_rules
from peremena.projects.models import Project, Step
from peremena.projects.trend import Count, Trend

from .insight import words_of

MOST_STEPS = 200
TOLD = 12
NAMED = 3


@dataclass(frozen=True)
class Chapter:
    """One sitting: `fields` that were written in, `mended` titles of rules, by people's words."""

    at: datetime
    who: Person
    on_behalf_of: Person | None
    section: Section
    title: str
    fields: Sequence[str]
    gone: int
    came: int
    mended: Sequence[str]
    left: int


@dataclass(frozen=True)
class Story:
    """`chapters`: the newest first; `trend`: None while there is nothing to compare."""

    chapters: Sequence[Chapter]
    trend: Trend | None


def story(project: Project) -> Story:
    """One query."""
    steps = list(project.steps.newest_first()[:MOST_STEPS])
    return Story(
        chapters=[chapter(step) for step in steps[:TOLD]],
        trend=trend.trend(list(counts(reversed(steps)))),
    )


def counts(steps: Iterable[Step]) -> Iterator[Count]:
    """What stood before the first step begins the line."""
    for place, step in enumerate(steps):
        if place == 0:
            yield Count(step.begun_at, step.number + len(step.gone) - len(step.came))
        yield Count(step.at, step.number)


def chapter(step: Step) -> Chapter:
    section = Section(step.section)
    language = get_language()
    titles = words_of_rules(language if language in LANGUAGES else LANGUAGES[0])
    rules = Counter(key.partition(":")[0] for key in step.gone)
    known = [titles[rule].title for rule, _number in rules.most_common() if rule in titles]
    return Chapter(
        at=step.at,
        who=step.by,
        on_behalf_of=step.on_behalf_of,
        section=section,
        title=words_of(section).title,
        fields=list(labels(section, step.fields))[:NAMED],
        gone=len(step.gone),
        came=len(step.came),
        mended=known[:NAMED],
        left=step.number,
    )


def labels(section: Section, paths: Iterable[str]) -> Iterator[str]:
    """Names of the fields, each once; paths that are no fields any more are left out."""
    group, fields = outline(workshop.model_of(section)), words_of(section).fields
    told = set()
    for path in paths:
        try:
            words = fields.get(pattern(group, path))
        except BadPath:
            continue
        if words and words.label not in told:
            told.add(words.label)
            yield words.label
