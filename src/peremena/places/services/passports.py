"""Writing a territory's passport: opening its blocks, saving, bringing back, talking."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from peremena.drafts import services as drafts
from peremena.drafts.models import Comment, Revision
from peremena.drafts.paths import Content
from peremena.drafts.protocol import SaveRequest
from peremena.drafts.services import Saved
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.places.models import PassportBlock, Territory, Village
from peremena.places.passport import Block, facts, model_of, words
from peremena.places.passport.reading import rows_in
from peremena.places.queries.passports import beginning, standing

READS_ONLY = _("You may read this passport. Its head, the keepers and the school write in it.")
LONGEST_NAME = 120
LONGEST_SOURCE = 300


@transaction.atomic
def open_block(territory: Territory, block: Block, *, by: Person, now: datetime) -> PassportBlock:
    """The block, begun with what is known already where nobody has opened it before."""
    Territory.objects.select_for_update().get(pk=territory.pk)
    row = territory.blocks.filter(name=block).select_related("draft").first()
    if row:
        return row
    content = beginning(territory, block)
    draft = drafts.open_draft(f"places.{block}", content, by=by, now=now)
    return PassportBlock.objects.create(territory=territory, name=block, draft=draft)


@transaction.atomic
def open_blocks(territory: Territory, *, by: Person, now: datetime) -> dict[Block, PassportBlock]:
    """The whole passport, each block as `open_block` gives it."""
    return {block: open_block(territory, block, by=by, now=now) for block in Block}


@transaction.atomic
def write(row: PassportBlock, request: SaveRequest, *, by: Person, now: datetime) -> Saved:
    """Keeps what was typed; staff and the head's helper write on the head's behalf."""
    behalf = demand_writer(row.territory, by)
    block, before = Block(row.name), row.draft.content
    saved = drafts.save(
        row.draft, request, model=model_of(block), by=by, now=now, on_behalf_of=behalf
    )
    if saved.at == now:  # else nothing new was said
        follow(row.territory, block, before, saved.content)
    return saved


@transaction.atomic
def bring_back(row: PassportBlock, revision: Revision, *, by: Person, now: datetime) -> None:
    """An earlier version stands again; nothing in between is lost."""
    behalf = demand_writer(row.territory, by)
    before = row.draft.content
    drafts.restore(revision, by=by, now=now, on_behalf_of=behalf)
    follow(row.territory, Block(row.name), before, revision.content)


def say(row: PassportBlock, do: str, text: str, *, by: Person, now: datetime) -> Comment:
    """`do`: the button of the talk, such as `say:population.value`. Gives the talk."""
    return drafts.converse(row.draft, do, text, model=model_of(Block(row.name)), by=by, now=now)


def demand_writer(territory: Territory, person: Person) -> Person | None:
    """Whom the person writes for; None: for themselves."""
    found = standing(territory, person)
    if not found.writes:
        raise Refused(READS_ONLY)
    return found.behalf


def follow(territory: Territory, block: Block, before: Content, after: Content) -> None:
    """Lists and maps show population and villages without opening a draft."""
    if block is Block.PEOPLE and before.get("population") != after.get("population"):
        count_people(territory, after)
    if block is Block.IDENTITY and before.get("villages") != after.get("villages"):
        name_villages(territory, before, after)


def count_people(territory: Territory, content: Content) -> None:
    read = facts(Block.PEOPLE, content, words.of_block(Block.PEOPLE, "ru"))
    found = next((fact for fact in read if fact.path == "population"), None)
    if found is None or not isinstance(found.value, int):
        return
    territory.population = found.value
    territory.population_year = int(found.as_of[:4]) if found.as_of else None
    territory.population_source = found.source[:LONGEST_SOURCE]
    territory.save(update_fields=["population", "population_year", "population_source"])


def name_villages(territory: Territory, before: Content, after: Content) -> None:
    """The list of villages follows what is written; a row that is renamed is the same village.

    One that left the passport goes unless a resource lies in it.
    """
    old, new = villages(before), villages(after)
    there = {village.name: village for village in territory.places.all()}
    for key, name in old.items():
        if key not in new and name in there and not there[name].resources.exists():
            there.pop(name).delete()
    for key, name in new.items():
        village = there.get(name) or there.get(old.get(key, "")) or Village(territory=territory)
        if village.name in new.values() and village.name != name:
            village = Village(territory=territory)
        there.pop(village.name, None)
        there[name] = village
        if village.name != name:
            village.name = name
            village.save()
    count_villages(there, after)


def count_villages(there: dict[str, Village], content: Content) -> None:
    """Residents of each, where the number can be read."""
    for row in rows_of(content):
        village, count = there.get(name_of(row)), row.get("population")
        if village and isinstance(count, int):
            year = str(row.get("as_of") or "")[:4]
            village.population = count
            village.population_year = int(year) if year.isdecimal() else None
            village.population_source = str(row.get("source") or "")[:LONGEST_SOURCE]
            village.save(update_fields=["population", "population_year", "population_source"])


def villages(content: Content) -> dict[str, str]:
    """Names by the id of their row; those without a name and doubles are left out."""
    named = {row["id"]: name_of(row) for row in rows_of(content)}
    first = {name: key for key, name in reversed(named.items()) if name}
    return {key: name for name, key in first.items()}


def rows_of(content: Content) -> list[Content]:
    return rows_in(content, "villages")


def name_of(row: Content) -> str:
    return " ".join(str(row.get("name") or "").split())[:LONGEST_NAME]
