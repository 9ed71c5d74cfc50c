"""Which first pages somebody has: a person may wear several hats."""

from enum import StrEnum

from peremena.people.abilities import Ability


class Hat(StrEnum):
    """In the order in which one of them becomes the first page."""

    BOARD = "board"
    PATH = "path"
    QUEUE = "queue"
    TOTALS = "totals"
    MORE = "more"


def hats(abilities: frozenset[Ability], *, learns: bool) -> tuple[Hat, ...]:
    """The first is the first page; whoever has no office and no team walks the path, too."""
    runs, advises = Ability.RUN_COHORTS in abilities, Ability.ADVISE_PROJECTS in abilities
    worn = {
        Hat.BOARD: runs,
        Hat.PATH: learns,
        Hat.QUEUE: advises and not runs,
        Hat.TOTALS: Ability.SEE_TOTALS in abilities and not runs,
        Hat.MORE: Ability.GIVE_ROLES in abilities,
    }
    return tuple(hat for hat, is_worn in worn.items() if is_worn) or (Hat.PATH,)
