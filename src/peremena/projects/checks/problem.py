"""PR: the problem. Who, where and what is wrong, shown by facts and heard from people."""

from peremena.projects.brief import Brief, Section
from peremena.projects.brief.reasons import Fact

from . import assets, stems, text
from .remarks import Finding, Severity
from .rule import Case, Findings, Rule

E, W, H = Severity


def core_tells_who_and_where(case: Case) -> Findings:
    """PR-01: sixty characters that name people and a place."""
    core = case.brief.problem.core or ""
    if len(core.strip()) < 60:
        yield Finding("problem.core", place=core.strip(), variant="short")
        return
    # A passport without names cannot be asked, so any text will do.
    who, where = _names_people(case, core), not case.places or case.names_place(core)
    if not (who and where):
        variant = "where" if who else "who" if where else "both"
        yield Finding("problem.core", variant=variant)


def core_is_not_a_wish(case: Case) -> Findings:
    """PR-02: «нет площадки» while the project buys that very thing hides the causes.

    In «нет у детей площадки», «нет в селе площадки» people and places are passed over.
    """
    core = case.brief.problem.core or ""
    lack = stems.LACK.search(text.plain(core))
    if lack is None or len(text.words(core[: lack.start()])) > 3:
        return
    bought = text.roots(case.brief.project.title).union(
        *(text.roots(line.title) for line in case.brief.budget)
    )
    first, *_ = text.sentences(core[lack.start() :])
    for word in list(text.WORD.finditer(first))[1:7]:
        aside = text.people(word[0]) or case.names_place(word[0])
        if text.is_noun(text.plain(word[0])) and not aside:
            if text.root(text.plain(word[0])) in bought:
                yield Finding("problem.core", place=first[: word.end()])
            return


def facts_are_backed(case: Case) -> Findings:
    """PR-03: at least two facts with a number, a day and a source."""
    facts = case.brief.problem.facts
    backed = [fact for fact in facts if fact.number is not None and fact.date and fact.source]
    if len(backed) < 2:
        yield Finding("problem.facts", variant="one" if backed else "none")


def facts_are_local(case: Case) -> Findings:
    """PR-04: no more than half of the facts that name a place are about somewhere else."""
    placed = [fact for fact in case.brief.problem.facts if fact.place]
    foreign = [fact for fact in placed if _is_elsewhere(case, fact)]
    if foreign and len(foreign) * 2 > len(placed):
        yield Finding(
            "problem.facts", place=foreign[0].text or "", values={"place": foreign[0].place}
        )


def no_set_phrases(case: Case) -> Findings:
    """PR-05: a set phrase in a sentence without a figure."""
    problem = case.brief.problem
    texts = [("problem.core", problem.core)]
    texts += [(f"problem.causes.{cause.id}.text", cause.text) for cause in problem.causes]
    texts += [(f"problem.effects.{effect.id}.text", effect.text) for effect in problem.effects]
    for field, said in texts:
        for sentence in text.sentences(said):
            phrase = text.found(stems.CLICHE, sentence)
            if phrase and not any(sign.isdigit() for sign in sentence):
                yield Finding(field, place=phrase)


def causes_and_effects_are_apart(case: Case) -> Findings:
    """PR-06: two causes, an effect, and none of them says the same as another."""
    problem = case.brief.problem
    causes = [cause for cause in problem.causes if cause.text]
    effects = [effect for effect in problem.effects if effect.text]
    if len(causes) < 2:
        yield Finding("problem.causes", variant="causes")
    if not effects:
        yield Finding("problem.effects", variant="effects")
    for effect in effects:
        field = f"problem.effects.{effect.id}.text"
        if text.similarity(effect.text, problem.core) > 0.8:
            yield Finding(field, place=effect.text or "", variant="core")
        if any(text.similarity(effect.text, cause.text) > 0.8 for cause in causes):
            yield Finding(field, place=effect.text or "", variant="circle")


def people_were_heard(case: Case) -> Findings:
    """PR-07: an assembly, a survey or interviews with a day and a number of people."""
    voices = case.brief.problem.voices
    if not any(voice.date and voice.people for voice in voices):
        yield Finding("problem.voices", variant="incomplete" if voices else "none")


def novelty_is_told(case: Case) -> Findings:
    """PR-10: forty characters on what is new, and no repeat of an earlier project."""
    project = case.brief.project
    novelty = (project.novelty or "").strip()
    if len(novelty) < 40:
        yield Finding("project.novelty", place=novelty, variant="short")
    elif text.words(novelty) == text.words(project.summary):
        yield Finding("project.novelty", variant="summary")
    elif earlier := _repeated(case):
        yield Finding("project.novelty", variant="again", severity=E, values={"title": earlier})


def _names_people(case: Case, said: str) -> bool:
    if text.people(said) or stems.OF_PEOPLE.search(text.plain(said)):
        return True
    return any(text.roots(group.who) & text.roots(said) for group in case.brief.groups)


def _is_elsewhere(case: Case, fact: Fact) -> bool:
    """Surely not here: the place is a country or a region, and the fact does not name ours."""
    said = f"{fact.place} {fact.text}"
    return bool(stems.BROAD_PLACE.search(text.plain(fact.place))) and not text.names_one_of(
        said, case.places
    )


def _gist(brief: Brief) -> str:
    return f"{brief.project.title} {brief.project.summary} {brief.goal.text}"


def _repeated(case: Case) -> str:
    """The title of an earlier project of the same applicant that says nearly the same."""
    mine = case.brief
    for other in case.circumstances.others:
        same = mine.applicant.inn and mine.applicant.inn == other.applicant.inn
        earlier = (
            mine.project.start and other.project.end and other.project.end < mine.project.start
        )
        if same and earlier and text.similarity(_gist(mine), _gist(other)) > 0.6:
            return other.project.title or ""
    return ""


RULES = (
    Rule("PR-01", Section.PROBLEM, core_tells_who_and_where, ngo=E, ib=E, sources=("M6",)),
    Rule("PR-02", Section.PROBLEM, core_is_not_a_wish, ngo=W, ib=W),
    Rule("PR-03", Section.PROBLEM, facts_are_backed, ngo=E, ib=W, sources=("K1",)),
    Rule("PR-04", Section.PROBLEM, facts_are_local, ngo=W, ib=W, sources=("K1",)),
    Rule("PR-05", Section.PROBLEM, no_set_phrases, ngo=H, ib=H, sources=("M18", "K1")),
    Rule("PR-06", Section.PROBLEM, causes_and_effects_are_apart, ngo=W, ib=W, sources=("M9", "M3")),
    Rule("PR-07", Section.PROBLEM, people_were_heard, ngo=W, ib=E, sources=("I4", "L12")),
    Rule(
        "PR-08",
        Section.PLACE,
        assets.local_resources_are_used,
        ngo=H,
        ib=H,
        needs=(Section.PLAN,),
        sources=("O1", "L6"),
    ),
    Rule(
        "PR-09",
        Section.ABOUT,
        assets.topic_is_in_the_deeds,
        ngo=W,
        needs=(Section.PLAN,),
        sources=("F11",),
    ),
    Rule("PR-10", Section.ABOUT, novelty_is_told, ngo=W, sources=("M14", "K6", "F13")),
)
