"""Letters of the school in every state, and what there is to say by telephone."""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from functools import cache

from peremena.desk.services import outbox
from peremena.journal.services import as_of
from peremena.mail.models import Letter
from peremena.mail.rules import Deed, State, Urgency
from peremena.mail.services.sending import gather

from .stories import DATA, Part, table
from .teaching import Village

REFUSED = "SMTPRecipientsRefused: 550 5.1.1 mailbox unavailable"


class End(StrEnum):
    """What has become of it. SOON: it waits for its hour; a reader without mail is to be rung."""

    SOON = "soon"
    SENT = "sent"
    GATHERED = "gathered"
    HELD = "held"
    FAILED = "failed"
    TOLD = "told"


class Written(Part):
    to: tuple[str, ...]
    ago: float
    end: End
    subject: str
    body: str
    by: str = "marina"


@cache
def told() -> tuple[Written, ...]:
    return tuple(map(Written.model_validate, table(DATA / "letters.toml")["letters"]))


def write(here: Village) -> None:
    for one in told():
        for letter in posted(here, one):
            end(here, one, letter)
    gather_the_day(here)


def posted(here: Village, one: Written) -> Iterable[Letter]:
    for key in one.to:
        person = here.cast[key]
        with as_of(here.at(one.ago)) as at:
            outbox.write(
                [person],
                about=person,
                subject=one.subject,
                body=one.body.strip(),
                urgency=Urgency.CAN_WAIT,
                by=here.cast[one.by],
                now=at,
            )
        yield Letter.objects.filter(person=person).latest("pk")


def end(here: Village, one: Written, letter: Letter) -> None:
    """Nothing is sent anew: what has gone long ago is written down as gone."""
    match one.end:
        case End.SENT:
            gone(letter, State.SENT, hours=10)
        case End.FAILED:
            letter.state, letter.attempts, letter.failure = State.FAILED, 1, REFUSED
            letter.save(update_fields=["state", "attempts", "failure"])
        case End.HELD:
            with as_of(here.at(one.ago)) as at:
                outbox.act(letter, Deed.HOLD, by=here.cast[one.by], now=at)
        case End.TOLD:
            with as_of(here.at(one.ago - 1)) as at:
                outbox.act(letter, Deed.TELL, by=here.cast[one.by], now=at)


def gone(letter: Letter, state: State, *, hours: float) -> None:
    letter.state, letter.sent_at = state, letter.created_at + timedelta(hours=hours)
    letter.save(update_fields=["state", "sent_at"])


def gather_the_day(here: Village) -> None:
    """What the same reader was to get goes in one letter of the day."""
    days = {one.ago for one in told() if one.end is End.GATHERED}
    for ago in days:
        gather(here.at(ago - 1.2))
    for daily in Letter.objects.filter(kind="mail.daily").order_by("pk"):
        gone(daily, State.SENT, hours=0)
