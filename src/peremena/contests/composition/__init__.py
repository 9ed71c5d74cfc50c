"""A brief and a contest made into one application, from which every paper is drawn. Pure."""

from collections.abc import Callable
from datetime import date

from peremena.contests.records import Contest
from peremena.kit.typesetting import clean, day, period, roubles
from peremena.projects.brief import Brief

from . import money, story, work
from .missing import missing
from .parts import Pair, Paper, Part, Section, Sums
from .words import table, word

SECTIONS: dict[str, Callable[[Brief], list[Part]]] = {
    "summary": story.summary,
    "novelty": story.novelty,
    "place": story.place,
    "problem": story.problem,
    "groups": story.groups,
    "goal": story.goal,
    "tasks": story.tasks,
    "plan": work.plan,
    "results": work.results,
    "team": work.team,
    "budget": money.budget,
    "partners": work.partners,
    "risks": work.risks,
    "afterwards": work.afterwards,
    "telling": work.telling,
}


def compose(brief: Brief, contest: Contest, made: date | None = None) -> Paper:
    """Only what the brief holds; the rest is in `missing`. The same input, the same paper."""
    sums = money.reckon(brief)
    return Paper(
        contest=contest.title.ru,
        title=clean(brief.project.title),
        applicant=clean(brief.applicant.name),
        summary=clean(brief.project.summary),
        sums=sums,
        head=_head(brief, contest, sums),
        sections=_sections(brief, contest),
        lines=money.lines(brief),
        missing=missing(brief, contest),
        made=made,
    )


def _head(brief: Brief, contest: Contest, sums: Sums) -> tuple[Pair, ...]:
    project, applicant, labels = brief.project, brief.applicant, _titles("head", contest)
    told = {
        "title": clean(project.title),
        "direction": clean(project.direction),
        "dates": period(project.start, project.end),
        "applicant": clean(applicant.name),
        "kind": word("kinds", applicant.kind),
        "inn": clean(applicant.inn),
        "ogrn": clean(applicant.ogrn),
        "registered": day(applicant.registered),
        "signatory": clean(applicant.signatory),
        "authority": clean(applicant.authority),
        "requested": roubles(sums.requested),
        "own": roubles(sums.own),
        "unnamed": roubles(sums.unnamed) if sums.unnamed else "",
        "total": roubles(sums.total),
    }
    return tuple(Pair(code, labels[code], said) for code, said in told.items() if said)


def _sections(brief: Brief, contest: Contest) -> tuple[Section, ...]:
    titles, limits = _titles("sections", contest), _limits(contest)
    told = ((code, tuple(tell(brief))) for code, tell in SECTIONS.items())
    return tuple(
        Section(code, titles[code], parts, limits.get(code)) for code, parts in told if parts
    )


def _titles(name: str, contest: Contest) -> dict[str, str]:
    """Our words, and over them the words of the contest's own form."""
    theirs = {field.content: field.title for field in contest.form.fields} if contest.form else {}
    return table(name) | {code: title for code, title in theirs.items() if code in table(name)}


def _limits(contest: Contest) -> dict[str, int]:
    fields = contest.form.fields if contest.form else ()
    return {field.content: field.limit for field in fields if field.limit}
