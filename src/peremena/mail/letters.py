"""What stands around a letter when it goes out: greeting, signature, the way to stop letters."""

from collections.abc import Sequence
from hashlib import sha256
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Letter
from .rules import Urgency

SIGNER = Signer(salt="letters.stop", sep="~")
LINE = "—" * 12


def message(letter: Letter) -> EmailMessage:
    """Exactly what the mail server gets; the page of staff shows the same."""
    return EmailMessage(
        subject=" ".join(letter.subject.split()),
        body=whole(letter),
        to=[letter.to],
        reply_to=reply_to(letter),
        headers=headers(letter),
    )


def whole(letter: Letter) -> str:
    """Letters about an account say everything themselves and cannot be stopped."""
    if letter.urgency == Urgency.NOW:
        return letter.body
    parts = [_("Good day!"), letter.body.strip(), signature()]
    if letter.person_id:
        parts.append(way_out(letter.person_id))
    return "\n\n".join(parts)


def signature() -> str:
    return f"{_('Peremena, a school of leaders of change')}\n{settings.SITE_ADDRESS}"


def way_out(person: int) -> str:
    how_often = f"{settings.SITE_ADDRESS}{reverse('mail:wishes')}"
    return "\n".join(
        [
            LINE,
            _("How often to write to you, and when not: {address}").format(address=how_often),
            _("To stop these letters: {address}").format(address=stop_address(person)),
        ]
    )


def headers(letter: Letter) -> dict[str, str]:
    """The same Message-ID at each attempt, so that mail servers can drop a second copy."""
    found = {"Message-ID": name(letter)}
    if not letter.written_by_id:
        found["Auto-Submitted"] = "auto-generated"
    if letter.person_id and letter.urgency != Urgency.NOW:
        found["List-Unsubscribe"] = f"<{stop_address(letter.person_id)}>"
        found["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return found


def name(letter: Letter) -> str:
    mark = sha256(f"{settings.SECRET_KEY}:{letter.pk}".encode()).hexdigest()[:16]
    return f"<{letter.pk}.{mark}@{urlsplit(settings.SITE_ADDRESS).hostname}>"


def reply_to(letter: Letter) -> list[str]:
    """An answer to a letter that somebody of staff wrote goes to them."""
    address = letter.written_by.email if letter.written_by else None
    return [address] if address else []


def stop_address(person: int) -> str:
    return f"{settings.SITE_ADDRESS}{reverse('mail:stop', args=[SIGNER.sign(str(person))])}"


def whose(token: str) -> int | None:
    """None when the address of the link was not given out here."""
    try:
        return int(SIGNER.unsign(token))
    except (BadSignature, ValueError):
        return None


def of_the_day(letters: Sequence[Letter]) -> tuple[str, str]:
    """Subject and body of one letter that carries several."""
    subject = ngettext("{n} message for you", "{n} messages for you", len(letters))
    parts = [
        f"{number}. {one.subject}\n\n{one.body.strip()}" for number, one in enumerate(letters, 1)
    ]
    return subject.format(n=len(letters)), f"\n\n{LINE}\n\n".join(parts)
