"""Numbers of people that must agree: a group's size and what is said of it elsewhere."""

import re
from collections.abc import Iterator

from peremena.projects.brief import Brief
from peremena.projects.brief.reasons import Group

from . import stems, text
from .remarks import Finding, Severity

# A number, perhaps with its thousands apart, and the one or two words after it.
COUNTED = re.compile(
    r"(?<![\d.,–-])(\d{1,3}(?:[ \u00a0]\d{3})+|\d+)\s+([а-яё-]+)(?:\s+([а-яё-]+))?", re.IGNORECASE
)


def of_sentences(brief: Brief) -> Iterator[Finding]:
    """The goal or the summary says a number of a group's people that is not its size."""
    for field, said in (("goal.text", brief.goal.text), ("project.summary", brief.project.summary)):
        for group in brief.groups:
            counts = list(_counts(said or "", group, brief.groups))
            if group.size and counts and group.size not in [count for count, _place in counts]:
                count, place = counts[0]
                yield Finding(
                    field, place=place, variant="sentence",
                    severity=None if count > group.size else Severity.WARNING,
                    values={"said": count, "size": group.size, "group": group.who},
                )  # fmt: skip


def of_lessons(brief: Brief) -> Iterator[Finding]:
    """More people are taught at once than the goal promises, or than all groups have."""
    sizes = [group.size for group in brief.groups]
    promised = [
        count
        for group in brief.groups
        for count, _place in _counts(brief.goal.text or "", group, brief.groups)
    ]
    if len(promised) != len(sizes):
        promised = [size for size in sizes if size is not None]
    if not promised or len(promised) < len(sizes):
        return
    for activity in brief.plan:
        if activity.kind == "teach" and activity.people and activity.people > sum(promised):
            values = {"said": activity.people, "size": sum(promised)}
            place = activity.title or ""
            yield Finding(
                f"plan.{activity.id}.people", place=place, variant="lesson", values=values
            )


def of_results(brief: Brief) -> Iterator[Finding]:
    """An output promises more people of a group than the group has."""
    for result in brief.results:
        said = f"{result.text} {result.indicator}"
        if result.kind != "output" or not text.plain(result.unit).startswith("чел"):
            continue
        meant = [
            group for group in brief.groups if _own_roots(group, brief.groups) & text.roots(said)
        ]
        if len(meant) == 1 and meant[0].size and result.target and result.target > meant[0].size:
            values = {"said": result.target, "size": meant[0].size, "group": meant[0].who}
            place = result.text or ""
            yield Finding(
                f"results.{result.id}.target", place=place, variant="result", values=values
            )


def _counts(said: str, group: Group, groups: list[Group]) -> Iterator[tuple[int, str]]:
    """Numbers said of the group's people, with the words around; «30 из 40» is a part, not all."""
    own = _own_roots(group, groups)
    for match in COUNTED.finditer(said):
        nearest = match[2] if text.is_noun(text.plain(match[2])) else match[3]
        before = text.words(said[: match.start()])[-1:]
        if (
            nearest
            and text.root(text.plain(nearest)) in own
            and not stems.PART_OF.intersection(before)
        ):
            yield (
                int(re.sub(r"\D", "", match[1])),
                said[match.start() : said.index(nearest, match.start()) + len(nearest)],
            )


def _own_roots(group: Group, groups: list[Group]) -> frozenset[str]:
    """Roots of nouns that name this group's people and no other group's."""
    others = [text.roots(other.who) for other in groups if other.id != group.id]
    nouns = frozenset(
        text.root(word)
        for word in text.words(group.who)
        if text.is_noun(word) and text.people(word)
    )
    return nouns.difference(*others)
