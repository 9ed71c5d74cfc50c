"""LA: our own words, and the same name for the same thing everywhere."""

import re
from collections.abc import Iterator

from peremena.projects.brief import Brief

from . import likeness, text
from .remarks import Finding
from .rule import Case, Findings

TOO_LIKE = 0.6
SHORTEST = 12
ALIKE = 0.5
QUOTED = re.compile(r"«([^«»]{3,80})»")
KINDS = {
    "село": r"с\.|сел[оаеу]м?", "деревня": r"д\.|деревн[яеию]й?",
    "посёлок": r"пос\.|пос[её]лк?[аеу]?",
    "хутор": r"х\.|хутор[ае]?", "станица": r"ст-ца|станиц[аеы]",
}  # fmt: skip
PLACED = re.compile(
    "|".join(
        rf"(?<!\w)(?P<k{n}>{kind})\s+(?P<n{n}>[А-ЯЁ][а-яё]+)"
        for n, kind in enumerate(KINDS.values())
    )
)


def texts_are_our_own(case: Case) -> Findings:
    """LA-03: no longer text stands, by six tenths, in a neighbour's or a model project."""
    others = [*case.circumstances.others, *case.circumstances.library]
    known = [(other, _texts(other)) for other in others]
    for field, said in _fields(case.brief):
        if len(text.words(said)) < SHORTEST:
            continue
        for other, texts in known:
            share = max((likeness.share_of_text(said, one) for one in texts), default=0)
            if share > TOO_LIKE:
                values = {"share": share, "other": other.project.title or ""}
                variant = "named" if other.project.title else "nameless"
                yield Finding(field, place=said, variant=variant, values=values)
                break


def names_are_the_same(case: Case) -> Findings:
    """LA-04: the project has one title, and a place is not now a village, now a hamlet."""
    yield from _titles(case)
    yield from _places(case)


def _titles(case: Case) -> Findings:
    title = case.brief.project.title or ""
    roots, lemmas = text.roots(title), _lemmas(title)
    if len(roots) < 2:
        return
    for saying in case.said:
        if saying.field == "project.title" or ".letter." in saying.field:
            continue
        for name in QUOTED.findall(saying.text):
            if _lemmas(name) != lemmas and text.similarity(name, title) > ALIKE:
                values = {"said": name, "title": title}
                yield Finding(saying.field, place=name, variant="title", values=values)
                break


def _places(case: Case) -> Findings:
    kinds: dict[str, tuple[str, str]] = {}
    for saying in case.said:
        for root, kind, place in _placed(saying.text):
            first, before = kinds.setdefault(root, (kind, place))
            if root in case.places and first != kind:
                values = {"said": place, "before": before}
                yield Finding(saying.field, place=place, variant="place", values=values)
                break


def _placed(said: str) -> Iterator[tuple[str, str, str]]:
    """Root of the name, kind of the place, the words: («ключ», «село», «с. Ключи»)."""
    for match in PLACED.finditer(said):
        for number, kind in enumerate(KINDS):
            if name := match[f"n{number}"]:
                yield text.root(text.plain(name)), kind, match[0]


def _lemmas(said: str) -> tuple[str, ...]:
    return tuple(text.lemma(word) for word in text.words(said))


def _fields(brief: Brief) -> Iterator[tuple[str, str]]:
    texts = (
        ("project.summary", brief.project.summary), ("project.novelty", brief.project.novelty),
        ("problem.core", brief.problem.core), ("afterwards.how", brief.afterwards.how),
    )  # fmt: skip
    yield from ((field, said) for field, said in texts if said)


def _texts(brief: Brief) -> list[str]:
    return [said for _field, said in _fields(brief)]
