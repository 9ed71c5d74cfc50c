"""Letters as staff see them: only those to people whom their own centres know, never codes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peremena.kit import paging
from peremena.kit.paging import Listed
from peremena.mail import letters, words
from peremena.mail.models import Letter, Wishes
from peremena.mail.rules import Deed, State, Wish
from peremena.people.abilities import Ability
from peremena.people.models import Person, Registration

SHELVES: Mapping[str, tuple[str | Promise, frozenset[State]]] = {
    "waiting": (_("Waiting"), frozenset({State.WAITING, State.HELD, State.SENDING})),
    "failed": (_("Not sent"), frozenset({State.FAILED})),
    "gone": (_("Sent"), frozenset({State.SENT, State.GATHERED, State.TOLD})),
    "off": (_("Cancelled"), frozenset({State.CANCELLED, State.UNWANTED})),
}
TONES = {State.FAILED: "late", State.SENT: "good", State.HELD: "soon", State.TOLD: "good"}
LATELY = 20


@dataclass(frozen=True)
class Shelf:
    code: str
    title: str | Promise
    is_open: bool


@dataclass(frozen=True)
class Preview:
    """The letter as the mail server gets it."""

    subject: str
    text: str
    reply_to: str


@dataclass(frozen=True)
class Way:
    """How a letter would reach somebody."""

    person: Person
    words: str | Promise
    tone: str


def kept_by(person: Person) -> QuerySet[Letter]:
    centres = person.centres_with(Ability.KEEP_MAIL)
    known = Registration.objects.filter(centre__in=centres).values("person")
    return Letter.objects.for_staff().filter(person__in=known)


def shelf_meant(code: str) -> str:
    return code if code in SHELVES else "waiting"


def shelves(code: str) -> list[Shelf]:
    return [Shelf(name, title, name == code) for name, (title, _states) in SHELVES.items()]


def shelf(person: Person, code: str, after: str) -> Listed[Letter]:
    rows = kept_by(person).filter(state__in=SHELVES[code][1]).select_related("person")
    return paging.page(rows, by=("-created_at", "-pk"), after=after)


def preview(letter: Letter) -> Preview:
    message = letters.message(letter)
    return Preview(str(message.subject), str(message.body), ", ".join(message.reply_to))


def deeds(letter: Letter) -> frozenset[str]:
    """What may be done with it now."""
    return frozenset(str(deed) for deed in Deed if letter.why_not(deed) is None)


def tone(letter: Letter) -> str:
    return TONES.get(State(letter.state), "plain")


def to_tell(person: Person, after: str) -> Listed[Letter]:
    """By person, so that one call says all."""
    rows = kept_by(person).filter(state=State.TO_TELL).select_related("person")
    return paging.page(rows, by=("person__surname", "person__pk", "pk"), after=after)


def told_lately(person: Person, since: datetime) -> Sequence[Letter]:
    rows = kept_by(person).filter(state=State.TOLD, sent_at__gte=since)
    return list(rows.select_related("person", "told_by").order_by("-sent_at", "-pk")[:LATELY])


def ways(people: Iterable[Person]) -> list[Way]:
    people = list(people)
    wishes = {one.person_id: one for one in Wishes.objects.filter(person__in=people)}
    return [way(person, wishes.get(person.pk)) for person in people]


def way(person: Person, wishes: Wishes | None) -> Way:
    if not person.reads_mail:
        return Way(person, _("on the call list"), "soon")
    if wishes and wishes.effective is Wish.NONE:
        return Way(person, words.STATES[State.UNWANTED], "late")
    return Way(person, _("by e-mail"), "good")
