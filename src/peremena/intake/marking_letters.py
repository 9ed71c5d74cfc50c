"""What the school writes to experts whom it asks to mark: the request, and one reminder."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peremena.intake.models import Marker
from peremena.kit import typography
from peremena.mail import services as mail
from peremena.mail.rules import Urgency
from peremena.people.models import Person

MINUTES_EACH = 4  # half a page to read, a few lines to mark


def ask(marker: Marker, waiting: int, *, by: Person, now: datetime) -> None:
    """`waiting`: how many applications there are to mark today."""
    call = marker.call
    body = [
        greeting(marker),
        _("The school asks you to mark applications: {call}.").format(call=call),
        work(waiting) if waiting else _("Applications are still coming in."),
        until(marker),
        _("Begin here: {link}").format(link=link_of(marker)),
        _(
            "Each application is one page. What you mark is kept at once: you can stop and go on"
            " later, on a phone as well."
        ),
        _(
            "Nobody sees your marks before all experts are done with an application. If you know"
            " an applicant too well, say so on the page: others will mark that one."
        ),
    ]
    post(marker, _("Please mark applications to the school"), body, kind="marking", by=by, now=now)


def remind(marker: Marker, left: int, *, now: datetime) -> None:
    body = [
        greeting(marker),
        work(left),
        until(marker),
        _("Go on here: {link}").format(link=link_of(marker)),
        _("If you cannot, answer this letter or ring the school: we will wait for you no more."),
    ]
    post(marker, _("Applications wait for your marks"), body, kind="marking-reminder", now=now)


def greeting(marker: Marker) -> str:
    return _("{name}, hello!").format(name=marker.person.name_and_patronymic)


def work(number: int) -> str:
    """How many wait, and how long that takes."""
    waits = ngettext(
        "{number} application waits for your marks.",
        "{number} applications wait for your marks.",
        number,
    ).format(number=number)
    minutes = minutes_for(number)
    takes = ngettext(
        "It takes about {minutes} minute.", "It takes about {minutes} minutes.", minutes
    ).format(minutes=minutes)
    return f"{waits} {takes}"


def minutes_for(number: int) -> int:
    return MINUTES_EACH * number


def until(marker: Marker) -> str:
    if not marker.due_on:
        return ""
    return _("Please finish by {day}.").format(day=typography.day(marker.due_on))


def link_of(marker: Marker) -> str:
    return settings.SITE_ADDRESS + reverse("intake:marking_of", args=[marker.call_id])


def post(
    marker: Marker,
    subject: str,
    body: list[str],
    *,
    kind: str,
    by: Person | None = None,
    now: datetime,
) -> None:
    """Not at night; experts without e-mail come to the staff's call list."""
    mail.post(
        subject=subject,
        body="\n\n".join(filter(None, body)),
        kind=f"intake.{kind}",
        person=marker.person,
        urgency=Urgency.TODAY,
        written_by=by,
        now=now,
    )
