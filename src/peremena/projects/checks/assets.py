"""PR: the project stands on what the place has, and its topic is in its deeds."""

import re
from collections.abc import Iterator

from peremena.projects.brief import Brief
from peremena.projects.brief.place import Asset

from . import text
from .remarks import Finding
from .rule import Case, Findings
from .yardsticks import yardsticks

FEWEST = 2
# With a capital, as decrees and posters write it; «к маю 2028 года через ремесло» is no topic.
YEAR_OF = re.compile(r"(?<!\w)Год(?:а|у|ом)?\s+([а-яёА-ЯЁ][а-яё]{3,})")


def local_resources_are_used(case: Case) -> Findings:
    """PR-08: two resources of the map work in the plan or the budget."""
    assets = [asset for asset in case.brief.passport.assets if (asset.title or "").strip()]
    if not assets:
        yield Finding("passport.assets", variant="map")
        return
    used = sum(_is_used(asset, case) for asset in assets)
    if used < FEWEST:
        values = {"used": used, "count": len(assets)}
        yield Finding("passport.assets", variant="one" if used else "none", values=values)


def topic_is_in_the_deeds(case: Case) -> Findings:
    """PR-09: the topic of the year named in title, summary or goal is named in a deed as well."""
    brief = case.brief
    deeds = text.roots(" ".join(filter(None, _deeds(brief))))
    told = (
        ("project.title", brief.project.title), ("project.summary", brief.project.summary),
        ("goal.text", brief.goal.text),
    )  # fmt: skip
    for field, said in told:
        for topic, place in _topics(said or ""):
            if brief.plan and not text.kin(topic, deeds):
                yield Finding(field, place=place)
                return


def _is_used(asset: Asset, case: Case) -> bool:
    """A deed names it as its own, or a deed, a line, a member or a partner shares its words."""
    brief = case.brief
    if any(asset.id in deed.assets for deed in brief.plan):
        return True
    roots = text.roots(asset.title) - case.places
    return any(len(text.kin(roots, words)) >= min(2, len(roots)) for words in _words(brief))


def _words(brief: Brief) -> Iterator[frozenset[str]]:
    for deed in brief.plan:
        yield text.roots(f"{deed.title} {deed.place} {deed.free_because}")
    for line in brief.budget:
        yield text.roots(f"{line.title} {line.comment}")
    for member in brief.team:
        yield text.roots(f"{member.person} {member.role} {member.function} {member.past}")
    for partner in brief.partners:
        yield text.roots(f"{partner.org} {partner.contribution}")


def _topics(said: str) -> Iterator[tuple[frozenset[str], str]]:
    """Roots of each topic and the words that name it: «Год защитника»."""
    for match in YEAR_OF.finditer(said):
        if roots := text.roots(match[1]):
            yield roots, match[0]
    for topic in yardsticks().topics:
        if found := re.search(rf"(?<!\w){re.escape(topic)}\w*", text.plain(said)):
            yield text.roots(found[0]), said[found.start() : found.end()]


def _deeds(brief: Brief) -> Iterator[str | None]:
    yield from (deed.title for deed in brief.plan)
    yield from (group.who for group in brief.groups)
    yield from (result.text for result in brief.results)
