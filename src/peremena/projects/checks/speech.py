"""LA: the words themselves. They fit the form, are plain, our own, and the same everywhere."""

from operator import attrgetter

from peremena.projects.brief import Section

from . import language, phrases, sameness, text
from .remarks import Finding, Severity
from .rule import Case, Findings, Rule

E, W, H = Severity


def texts_fit_the_form(case: Case) -> Findings:
    """LA-02: no text is longer than the contest's form takes."""
    contest = case.circumstances.contest
    if contest is None:
        return
    for field, limit in contest.field_limits.items():
        length = len((attrgetter(field)(case.brief) or "").strip())
        if length > limit:
            values = {"contest": contest.title, "length": length, "limit": limit}
            yield Finding(field, values=values | {"over": length - limit})


def nothing_is_left_for_later(case: Case) -> Findings:
    """LA-06: no «уточнить», no blanks and question marks where words are to come."""
    for saying in case.said:
        if place := text.found(phrases.STOPGAP, saying.text):
            yield Finding(saying.field, place=place)


RULES = (
    Rule("LA-01", Section.ABOUT, language.words_are_plain, ngo=H, ib=H, sources=("M17",)),
    Rule("LA-02", Section.ABOUT, texts_fit_the_form, ngo=E, ib=E),
    Rule("LA-03", Section.ABOUT, sameness.texts_are_our_own, ngo=W, ib=W, sources=("M18",)),
    Rule("LA-04", Section.ABOUT, sameness.names_are_the_same, ngo=W, ib=W, sources=("F6",)),
    Rule("LA-05", Section.ABOUT, language.sentences_are_short, ngo=H, ib=H),
    Rule("LA-06", Section.ABOUT, nothing_is_left_for_later, ngo=E, ib=E),
    Rule(
        "LA-07", Section.ABOUT, language.words_are_in_the_dictionary, ngo=H, ib=H, sources=("Q2",)
    ),
)
