"""A paper list as it was printed: whose number is which."""

from dataclasses import dataclass

from peremena.lessons.models import Session, Sheet

from . import roll


@dataclass(frozen=True)
class Numbered:
    """`key`: of the roll. A name may be blank: somebody has been erased since."""

    number: int
    key: str
    name: str
    place: str


def numbered(sheet: Sheet) -> list[Numbered]:
    """In the order of the paper, with whoever has left since; five queries at most."""
    told = dict.fromkeys(sheet.rows, None)
    people = roll.who(sheet.session.cohort, told)
    return [
        Numbered(number, key, people[key][0].full_name, people[key][1])
        if key in people
        else Numbered(number, key, "", "")
        for number, key in enumerate(sheet.rows, start=1)
    ]


def latest(session: Session) -> Sheet | None:
    return session.sheets.order_by("-pk").first()
