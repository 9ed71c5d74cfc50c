"""All rules over one brief."""

from collections.abc import Iterable, Iterator

from peremena.projects.brief import Brief, Section, section_of

from . import (
    afterwards,
    budget,
    eligibility,
    goal,
    groups,
    partners,
    plan,
    problem,
    results,
    risks,
    speech,
    tasks,
    team,
    telling,
)
from .begun import spoken_of
from .order import by_use
from .remarks import Finding, Remark, Severity
from .rule import Case, Circumstances, Rule
from .wording import LANGUAGES, Filling, sentence, sources, words_of_rules

RULES: tuple[Rule, ...] = (
    *problem.RULES,
    *groups.RULES,
    *goal.RULES,
    *tasks.RULES,
    *plan.RULES,
    *results.RULES,
    *budget.RULES,
    *partners.RULES,
    *team.RULES,
    *risks.RULES,
    *afterwards.RULES,
    *telling.RULES,
    *eligibility.RULES,
    *speech.RULES,
)
START = "START"
NOWHERE = Circumstances()


def check(
    brief: Brief,
    circumstances: Circumstances = NOWHERE,
    *,
    language: str = "ru",
    rules: Iterable[Rule] = RULES,
) -> list[Remark]:
    """All remarks, the most useful first; for an empty brief one that says where to start.

    `language`: `ru` or `en`, of the words of remarks; the brief itself is read as Russian.
    `rules`: those to apply; their order does not matter.
    """
    language = language if language in LANGUAGES else LANGUAGES[0]
    spoken = spoken_of(brief, for_contest=circumstances.contest is not None)
    if not spoken:
        return [_remark(START, Finding("problem.core"), Severity.HINT, language)]
    case = Case(brief, circumstances)
    return by_use(remark for rule in rules for remark in _remarks(rule, case, spoken, language))


def _remarks(rule: Rule, case: Case, spoken: frozenset[Section], language: str) -> Iterator[Remark]:
    severity = rule.severity(case.brief.profile)
    if severity is None or not spoken.issuperset((rule.section, *rule.needs)):
        return
    fields = set()
    for finding in rule.find(case):
        if finding.field not in fields:
            fields.add(finding.field)
            yield _remark(rule.id, finding, finding.severity or severity, language, rule.sources)


def _remark(
    rule: str,
    finding: Finding,
    severity: Severity,
    language: str,
    from_sources: tuple[str, ...] = (),
) -> Remark:
    words = words_of_rules(language)[rule]
    filling = Filling(language, words.names)
    names = sources(language)
    return Remark(
        rule=rule,
        severity=severity,
        section=section_of(finding.field),
        field=finding.field,
        place=finding.place,
        title=words.title,
        text=sentence(words.wrong, finding.variant, filling, finding.values),
        advice=sentence(words.advice, finding.variant, filling, finding.values),
        example=words.example,
        why=words.why,
        source="; ".join(names[source] for source in from_sources or ("own",)),
    )
