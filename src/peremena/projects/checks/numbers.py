"""Numbers of people that must agree: a group's size and what is said of it elsewhere."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from peremena.projects.brief import Brief
from peremena.projects.brief.reasons import Group

from . import stems, text
from .remarks import Finding, Severity

# A number, perhaps with its thousands apart, and the one or two words after it.
COUNTED = re.compile(
    r"(?<![\d.,–-])(\d{1,3}(?:[ \u00a0]\d{3})+|\d+)\s+([а-яё-]+)(?:\s+([а-яё-]+))?", re.IGNORECASE
)


@dataclass(frozen=True)
class Count:
    """«40 подростков» in a text: how many, the root of the noun, the words themselves."""

    number: int
    root: str
    place: str


def count_people(said: str | None) -> bool:
    """Whether the text says how many people there are: «около 200 жителей»."""
    return any(text.people(match[0]) for match in COUNTED.finditer(said or ""))


def people_counted(said: str | None) -> list[Count]:
    """Counts whose noun names people: «15 семей», «40 подростков»."""
    return [count for count in _counts(said or "") if text.people(count.place)]


def of_sentences(brief: Brief) -> Iterator[Finding]:
    """The goal or the summary says a number of a group's people that is not its size."""
    groups = _groups_by_root(brief)
    for field, said in (("goal.text", brief.goal.text), ("project.summary", brief.project.summary)):
        by_group = _by_group(_counts(said or ""), groups)
        for group, counts in by_group:
            if group.size and group.size not in [count.number for count in counts]:
                first = counts[0]
                yield Finding(
                    field, place=first.place, variant="sentence",
                    severity=None if first.number > group.size else Severity.WARNING,
                    values={"said": first.number, "size": group.size, "group": group.who},
                )  # fmt: skip


def of_lessons(brief: Brief) -> Iterator[Finding]:
    """More people are taught at once than the goal promises, or than all groups have."""
    promised = _promised(brief)
    for activity in brief.plan:
        if promised and activity.kind == "teach" and (activity.people or 0) > promised:
            values = {"said": activity.people, "size": promised}
            place = activity.title or ""
            yield Finding(
                f"plan.{activity.id}.people", place=place, variant="lesson", values=values
            )


def of_results(brief: Brief) -> Iterator[Finding]:
    """An output promises more people of a group than the group has."""
    groups = _groups_by_root(brief)
    for result in brief.results:
        if result.kind != "output" or not text.plain(result.unit).startswith("чел"):
            continue
        roots = groups.keys() & text.roots(f"{result.text} {result.indicator}")
        meant = {groups[root].id: groups[root] for root in roots}
        group = next(iter(meant.values())) if len(meant) == 1 else None
        if group and group.size and result.target and result.target > group.size:
            values = {"said": result.target, "size": group.size, "group": group.who}
            place = result.text or ""
            yield Finding(
                f"results.{result.id}.target", place=place, variant="result", values=values
            )


def _promised(brief: Brief) -> int | None:
    """People the goal counts if it counts every group once, else people of all groups."""
    counted = _by_group(_counts(brief.goal.text or ""), _groups_by_root(brief))
    if len(counted) == len(brief.groups) and all(len(counts) == 1 for _group, counts in counted):
        return sum(counts[0].number for _group, counts in counted)
    sizes = [group.size for group in brief.groups if group.size is not None]
    return sum(sizes) if len(sizes) == len(brief.groups) else None


def _counts(said: str) -> Iterator[Count]:
    """Numbers right before a noun; «30 из 40» and «не менее 30» are a part, not all."""
    for match in COUNTED.finditer(said):
        noun = 2 if text.is_noun(text.plain(match[2])) else 3
        before = text.words(said[max(0, match.start() - 20) : match.start()])[-1:]
        if match[noun] and not stems.PART_OF.intersection(before):
            number = int(re.sub(r"\D", "", match[1]))
            yield Count(
                number, text.root(text.plain(match[noun])), said[match.start() : match.end(noun)]
            )


def _by_group(
    counts: Iterable[Count], groups: Mapping[str, Group]
) -> list[tuple[Group, list[Count]]]:
    found: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        if count.root in groups:
            found[groups[count.root].id].append(count)
    by_id = {group.id: group for group in groups.values()}
    return [(by_id[group], counts) for group, counts in found.items()]


def _groups_by_root(brief: Brief) -> dict[str, Group]:
    """Root of a noun that names the people of one group and is in no other group's name."""
    mentions = Counter(root for group in brief.groups for root in text.roots(group.who))
    return {
        text.root(word): group
        for group in brief.groups
        for word in text.words(group.who)
        if mentions[text.root(word)] == 1 and text.is_noun(word) and text.people(word)
    }
