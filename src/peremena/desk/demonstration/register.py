"""What staff keep of people: codes on paper, copies of data, a wish to be erased."""

from peremena.desk.services import copies
from peremena.journal.services import as_of
from peremena.people.models import Person
from peremena.people.services import paper_codes, requests

from .cohorts import intake
from .teaching import Village

WISHES_TO_BE_FORGOTTEN = 14  # of the intake, counted from nought


def keep(here: Village) -> None:
    give_paper_codes(here)
    with as_of(here.at(8)):
        copies.note(here.cast["galina"], by=here.cast["galina"])
    ask_to_be_erased(here)


def give_paper_codes(here: Village) -> None:
    """One waits for a colleague; another was confirmed and carried to its village."""
    with as_of(here.at(6)) as at:
        made = paper_codes.make(here.cast["fyodor"], by=here.cast["svetlana"], now=at)
    with as_of(here.at(5.8)) as at:
        paper_codes.confirm(made, by=here.by, now=at)
    with as_of(here.at(0.7)) as at:
        paper_codes.make(here.cast["raisa"], by=here.by, now=at)


def ask_to_be_erased(here: Village) -> None:
    """Somebody who was not taken rang and asked."""
    name = intake()[WISHES_TO_BE_FORGOTTEN].person
    person = Person.objects.get(surname=name.surname, name=name.name, is_demonstration=True)
    with as_of(here.at(1.3)) as at:
        requests.ask_erasure(person, by=here.cast["svetlana"], now=at)
