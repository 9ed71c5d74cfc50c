"""Letters of which nothing may stay behind, and letters that lie in a folder."""

import logging
import re
from collections.abc import Collection
from email import message_from_bytes, policy
from pathlib import Path
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from peremena.mail import services as mail
from peremena.people.models import Person

BETWEEN_LETTERS = b"\n" + b"-" * 79 + b"\n"
log = logging.getLogger(__name__)


def tell_of_erasure(address: str | None, name: str) -> bool:
    """The last letter, stored nowhere: the address is gone already. False: it did not go out."""
    if not address:
        return False
    body = "\n\n".join(
        [
            _("Good day, {name}!").format(name=name),
            _(
                "You asked us to erase your data, and it is done: your name, contacts, consents "
                "and letters are no longer kept in Peremena, and nobody can sign in as you."
            ),
            _(
                "What you wrote for your project stays with the team, without your name. Copies "
                "of the database that were made before are destroyed within a month."
            ),
            _("If you did not ask for this, answer this letter at once."),
        ]
    )
    letter = EmailMessage(subject=_("Your data are erased"), body=body, to=[address])
    try:
        letter.send()
    except (OSError, SMTPException) as error:
        log.warning("The last letter could not be sent: %s", type(error).__name__)
        return False
    return True


def tell_of_merge(person: Person, addresses: Collection[str]) -> None:
    """To every address that either card had: whoever did not expect it answers."""
    for address in addresses:
        body = [_("Good day, {name}!").format(name=person.name_and_patronymic)]
        body.append(
            _(
                "There were two cards of yours in Peremena. "
                "Now there is one, with all that you wrote."
            )
        )
        if person.email:
            body.append(_("Sign in with this address: {email}").format(email=person.email))
        body.append(_("If you do not know of a second card, answer this letter: it can be undone."))
        mail.post(
            to=address,
            subject=_("Two cards of yours are one now"),
            body="\n\n".join(body),
            kind="people.merged",
            person=person,
        )


def forget_files_with(pattern: re.Pattern[str]) -> int:
    """Where letters become files, those that name somebody are deleted; how many."""
    folder = Path(getattr(settings, "EMAIL_FILE_PATH", None) or "/nonexistent")
    found = [file for file in folder.glob("**/*") if file.is_file() and names(file, pattern)]
    for file in found:
        file.unlink(missing_ok=True)
    return len(found)


def names(file: Path, pattern: re.Pattern[str]) -> bool:
    content = file.read_bytes()
    if pattern.search(content.decode("utf-8", errors="ignore")):
        return True
    return any(pattern.search(text_of(one)) for one in content.split(BETWEEN_LETTERS) if one)


def text_of(letter: bytes) -> str:
    message = message_from_bytes(letter.lstrip(), policy=policy.default)
    headers = "\n".join(str(value) for value in message.values())
    parts = (part.get_content() for part in message.walk() if part.get_content_maintype() == "text")
    return "\n".join([headers, *map(str, parts)])
