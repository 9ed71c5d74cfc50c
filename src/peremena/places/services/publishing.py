"""What the head shows of the passport to everybody; nothing until somebody ticks it."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction

from peremena.drafts.outline import outline
from peremena.journal.services import record
from peremena.people.models import Person
from peremena.places.models import Territory
from peremena.places.passport import Block, model_of
from peremena.places.passport.reading import personal_in

from .passports import demand_writer, open_block


@transaction.atomic
def publish(
    territory: Territory, ticks: Mapping[Block, Collection[str]], *, by: Person, now: datetime
) -> None:
    """Exactly these fields are shown from now on; what is personal stays out whoever asks."""
    behalf = demand_writer(territory, by)
    changed = False
    for block in Block:
        may = outline(model_of(block)).fields.keys() - personal_in(block) - {"known"}
        shown = sorted(may & set(ticks.get(block, ())))
        row = territory.blocks.filter(name=block).first()
        if row is None and shown:
            row = open_block(territory, block, by=by, now=now)
        if row and row.shown != shown:
            row.shown, changed = shown, True
            row.save(update_fields=["shown"])
    if changed:
        record(by, "places.passport.published", territory, on_behalf_of=behalf)


@transaction.atomic
def hide(territory: Territory, *, by: Person) -> None:
    """Nothing of the passport is shown any more, at once."""
    behalf = demand_writer(territory, by)
    if territory.blocks.exclude(shown=[]).update(shown=[]):
        record(by, "places.passport.hidden", territory, on_behalf_of=behalf)
