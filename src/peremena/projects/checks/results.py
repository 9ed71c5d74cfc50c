"""RE: results. What comes out, in numbers that agree, and the change that grows out of it."""

from peremena.projects.brief import Section
from peremena.projects.brief.work import Result

from . import numbers, stems, text
from .remarks import Finding, Severity
from .rule import Case, Findings, Rule

E, W, H = Severity


def results_are_complete(case: Case) -> Findings:
    """RE-01: indicator, unit, value now, value then, day, evidence."""
    if not case.brief.results:
        yield Finding("results", variant="none")
    for result in case.brief.results:
        parts = {
            "indicator": result.indicator, "unit": result.unit, "base": result.base,
            "target": result.target, "date": result.date, "evidence": result.evidence,
        }  # fmt: skip
        missing = [part for part, value in parts.items() if value in (None, "")]
        if missing:
            yield Finding(
                f"results.{result.id}.{missing[0]}", place=result.text or "", variant="partly",
                values={"missing": missing},
            )  # fmt: skip


def results_are_not_deeds(case: Case) -> Findings:
    """RE-02: outputs that only say what was held; one real consequence is enough for silence."""
    told = [result for result in case.brief.results if result.text]
    outputs = [result for result in told if result.kind != "outcome"] or told
    if outputs and all(_retells(output) for output in outputs):
        for output in outputs:
            yield Finding(
                f"results.{output.id}.text", place=text.found(stems.RETELLING, output.text)
            )


def results_name_a_number(case: Case) -> Findings:
    """RE-03: an output has a number of its own; «много» and «более» without one are not numbers."""
    for result in case.brief.results:
        path = f"results.{result.id}"
        counted = any(sign.isdigit() for sign in result.text or "") and not _retells(result)
        if result.kind == "output" and result.text and result.target is None and not counted:
            yield Finding(f"{path}.target", place=result.text, variant="none")
        elif vague := text.found(stems.UNCOUNTED, result.text):
            yield Finding(f"{path}.text", place=vague, variant="vague", severity=W)


def outcomes_tell_how_we_know(case: Case) -> Findings:
    """RE-04: an outcome names a change, or moves a number, and says how it is seen."""
    for result in case.brief.results:
        if result.kind != "outcome" or not result.text:
            continue
        moves = (
            result.base is not None and result.target is not None and result.base != result.target
        )
        if not result.evidence:
            yield Finding(f"results.{result.id}.evidence", place=result.text, variant="evidence")
        elif not (moves or stems.CHANGE.search(text.plain(result.text))):
            yield Finding(f"results.{result.id}.text", place=result.text, variant="change")


def results_are_not_empty_words(case: Case) -> Findings:
    """RE-05: «укрепление», «развитие» with neither a number nor an indicator."""
    for result in case.brief.results:
        measured = result.indicator or any(sign.isdigit() for sign in result.text or "")
        if (empty := text.found(stems.EMPTY, result.text)) and not measured:
            yield Finding(f"results.{result.id}.text", place=empty)


def numbers_agree(case: Case) -> Findings:
    """RE-06: the same people are as many in the goal, the summary, the plan and the results."""
    yield from numbers.of_sentences(case.brief)
    yield from numbers.of_lessons(case.brief)
    yield from numbers.of_results(case.brief)


def change_grows_out_of_deeds(case: Case) -> Findings:
    """RE-07: an outcome has an output, an output has a deed."""
    outputs = {result.id for result in case.brief.results if result.kind == "output"}
    made = {result for activity in case.brief.plan for result in activity.results}
    for result in case.brief.results:
        if result.kind == "outcome" and not outputs.intersection(result.outputs):
            yield Finding(
                f"results.{result.id}.outputs", place=result.text or "", variant="outcome"
            )
        if result.kind == "output" and result.id not in made:
            yield Finding(f"results.{result.id}.text", place=result.text or "", variant="output")


def results_are_realistic(case: Case) -> Findings:
    """RE-08: not a hundred per cent, not everybody."""
    for result in case.brief.results:
        if everything := text.found(stems.EVERYTHING, result.text):
            yield Finding(f"results.{result.id}.text", place=everything)


def surveys_are_planned(case: Case) -> Findings:
    """RE-09: an outcome proved by a survey has one before and one after in the plan."""
    measured = [activity for activity in case.brief.plan if activity.kind == "measure"]
    for result in case.brief.results:
        survey = text.found(stems.SURVEY, result.evidence)
        if result.kind == "outcome" and survey and len(measured) < 2:
            yield Finding(f"results.{result.id}.evidence", place=survey)


def _retells(result: Result) -> bool:
    """Whether the text opens with what was held: «Проведено 3 соревнования»."""
    opening = " ".join(text.words(result.text)[:3])
    return bool(stems.RETELLING.search(opening))


RULES = (
    Rule("RE-01", Section.RESULTS, results_are_complete, ngo=E, ib=W, sources=("L2", "L4", "F9")),
    Rule("RE-02", Section.RESULTS, results_are_not_deeds, ngo=W, ib=H, sources=("M8",)),
    Rule("RE-03", Section.RESULTS, results_name_a_number, ngo=E, ib=E, sources=("K11",)),
    Rule("RE-04", Section.RESULTS, outcomes_tell_how_we_know, ngo=W, sources=("M10", "L10")),
    Rule("RE-05", Section.RESULTS, results_are_not_empty_words, ngo=H, ib=H, sources=("K3",)),
    Rule("RE-06", Section.GROUPS, numbers_agree, ngo=E, ib=E, sources=("K4", "F6")),
    Rule(
        "RE-07",
        Section.RESULTS,
        change_grows_out_of_deeds,
        ngo=W,
        needs=(Section.PLAN,),
        sources=("L12", "L10"),
    ),
    Rule("RE-08", Section.RESULTS, results_are_realistic, ngo=H, ib=H, sources=("L10",)),
    Rule(
        "RE-09", Section.RESULTS, surveys_are_planned, ngo=W, needs=(Section.PLAN,), sources=("L2",)
    ),
)
