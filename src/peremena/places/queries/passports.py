"""A passport as other pages need it: what is in it, how full it is, who writes it for whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language

from peremena.drafts import history
from peremena.drafts.models import Revision
from peremena.drafts.paths import Content
from peremena.drafts.texts import PageText
from peremena.people.models import Person
from peremena.places import passport
from peremena.places.models import PassportBlock, Territory
from peremena.places.passport import Block, Completeness, Fact, completeness, words
from peremena.places.passport.yearly import Statement, Yearly, yearly

Blocks = Mapping[Block, Content]
PassportFact = Fact


@dataclass(frozen=True)
class Standing:
    """What this person may do here. `behalf`: whom they write for, None: for themselves."""

    writes: bool
    behalf: Person | None


def standing(territory: Territory, person: Person) -> Standing:
    """Those who keep the passport write for themselves; staff and helpers for the head of now."""
    if Territory.objects.kept_by(person).filter(pk=territory.pk).exists():
        return Standing(writes=True, behalf=None)
    if not Territory.objects.with_passport_by(person).filter(pk=territory.pk).exists():
        return Standing(writes=False, behalf=None)
    post = territory.posts.current().filter(is_head=True).select_related("person").first()
    return Standing(writes=True, behalf=post.person if post else None)


def words_of(block: Block) -> PageText:
    """In the language of the page."""
    return words.of_block(block, get_language() or "ru")


def beginning(territory: Territory, block: Block) -> Content:
    """What is known before anybody opens the block; nobody has to type it again."""
    if block is Block.PEOPLE and territory.population is not None:
        return {"population": known_number(territory.population, territory)}
    if block is not Block.IDENTITY:
        return {}
    status = next((one for one in territory.statuses.all() if one.until is None), None)
    return {
        "name": {"value": territory.name},
        "centre": {"value": territory.centre},
        "status": {
            "kind": status.status if status else None,
            "since": status.since.isoformat() if status and status.since else None,
            "source": status.source if status else None,
        },
        "villages": [
            {
                "id": f"village{village.pk}",
                "name": village.name,
                "population": village.population,
                "as_of": as_text(village.population_year),
                "source": village.population_source,
            }
            for village in sorted(territory.places.all(), key=lambda one: one.pk)
        ],
    }


def known_number(value: int, territory: Territory) -> Content:
    return {
        "value": value,
        "as_of": as_text(territory.population_year),
        "source": territory.population_source,
    }


def as_text(year: int | None) -> str | None:
    return str(year) if year else None


def contents(territories: Iterable[Territory]) -> dict[int, dict[Block, Content]]:
    """All blocks of each, written or known beforehand. Three queries for any number of them."""
    listed = list(territories)
    prefetch_related_objects(listed, "statuses", "places")
    written: dict[int, dict[Block, Content]] = defaultdict(dict)
    rows = PassportBlock.objects.filter(territory__in=listed).select_related("draft")
    for row in rows:
        written[row.territory_id][Block(row.name)] = row.draft.content
    return {
        territory.pk: {block: beginning(territory, block) for block in Block}
        | written[territory.pk]
        for territory in listed
    }


def completeness_of(territories: Iterable[Territory]) -> dict[int, Completeness]:
    """By the territory's number. Three queries for any number of territories."""
    return {pk: completeness(blocks) for pk, blocks in contents(territories).items()}


def facts(territory: Territory) -> tuple[PassportFact, ...]:
    """Everything that stands in the passport, in the order of its blocks."""
    blocks = contents([territory])[territory.pk]
    return passport_facts(blocks)


def passport_facts(blocks: Blocks) -> tuple[PassportFact, ...]:
    return tuple(
        fact
        for block in Block
        for fact in passport.facts(block, blocks.get(block, {}), words_of(block))
    )


def years(territory: Territory) -> Yearly:
    """The numbers by year, out of all that ever stood in the passport. Two queries.

    Of a burst of writing only the end counts: on the way a number stands beside the old year.
    """
    there = Revision.objects.filter(draft__passport_block__territory=territory)
    by_draft: dict[int, list[Revision]] = defaultdict(list)
    for revision in there.defer("content").order_by("draft", "version"):
        by_draft[revision.draft_id].append(revision)
    ends = [burst.last.pk for kept in by_draft.values() for burst in history.bursts(kept)]
    said = there.filter(pk__in=ends).select_related("draft__passport_block")
    return yearly(Statement(fact, revision.at) for revision in said for fact in said_in(revision))


def said_in(revision: Revision) -> tuple[PassportFact, ...]:
    block = Block(revision.draft.passport_block.name)
    return passport.facts(block, revision.content, words_of(block))
