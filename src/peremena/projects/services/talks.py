"""Notes beside the fields of a page: everybody who sees the project may leave one."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peremena.drafts import services as drafts
from peremena.drafts.models import Comment
from peremena.drafts.waiting import Word, called, waits_for
from peremena.people.models import Person
from peremena.projects import letters, workshop
from peremena.projects.brief import Section
from peremena.projects.models import Section as Page
from peremena.projects.queries import open_talks


@dataclass(frozen=True)
class Said:
    """`is_unheard`: whoever was to be asked is not in the project any more; the words stay.

    `is_reopened`: somebody had closed the talk in the meantime.
    """

    talk: Comment
    is_unheard: bool = False
    is_reopened: bool = False


@transaction.atomic
def say(page: Page, do: str, text: str, *, by: Person, now: datetime, to: str = "") -> Said:
    """`do`: the button of the talk, such as `say:goal.text` or `answer:12`; `to`: a person's key.

    Without `to` the words “@Name” in the text do the same.
    """
    people = {person.pk: person for person in open_talks.addressable(page.project)}
    asked = whom(to, text, people)
    verb, _, number = do.partition(":")
    closed = page.draft.comments.exclude(closed_at=None).values_list("pk", flat=True)
    was_closed = verb == "answer" and number in map(str, closed)
    talk = drafts.converse(
        page.draft,
        do,
        text,
        model=workshop.model_of(Section(page.name)),
        by=by,
        now=now,
        to=asked,
    )
    if verb in ("say", "answer"):
        tell(page, talk, people, by=by, now=now)
    return Said(talk, is_unheard=bool(to) and asked is None, is_reopened=was_closed)


def whom(to: str, text: str, people: dict[int, Person]) -> Person | None:
    """None when nobody is named, or somebody who is not to be reached here."""
    if to:
        return next((person for key, person in people.items() if str(key) == to), None)
    key = called(text, {key: str(person) for key, person in people.items()})
    return people[key] if key else None


def tell(
    page: Page, talk: Comment, people: dict[int, Person], *, by: Person, now: datetime
) -> None:
    """Whoever has to speak next learns of it, unless they have left."""
    words = [talk, *talk.answers.order_by("at", "pk")]
    reader = people.get(waits_for([Word(word.author_id, word.to_id) for word in words]) or 0)
    if reader and reader != by:
        letters.tell_addressee(page, reader, now=now)
