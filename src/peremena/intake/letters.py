"""What the intake writes to applicants; whoever has no e-mail comes to the staff's call list."""

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from peremena.intake.models import Candidate
from peremena.kit import typography
from peremena.mail import services as mail
from peremena.mail.models import Letter
from peremena.mail.rules import Urgency
from peremena.people import codes
from peremena.people.models import Person


def tell_the_way_back(candidate: Candidate) -> None:
    """Only by e-mail: whoever gave none has seen the code on the page."""
    if candidate.email:
        body = [
            _("You have begun an application: {call}.").format(call=candidate.call),
            _("Go on from any phone: {link}").format(link=link_of(candidate)),
            _("Or enter this code on the site: {code}").format(code=codes.shown(candidate.code)),
            _("Applications are taken until {moment}.").format(
                moment=typography.full_moment(localtime(candidate.call.last_day))
            ),
        ]
        post(candidate, _("Your application: how to come back to it"), body, kind="way-back")


def tell_of_receipt(candidate: Candidate) -> None:
    if candidate.email:
        body = [
            _("Your application has reached us: {call}.").format(call=candidate.call),
            *seminar_of(candidate),
            _("Everybody gets an answer with a reason. You can read what you have sent here:")
            + f" {link_of(candidate)}",
        ]
        post(candidate, _("We have received your application"), body, kind="received")


def invite(candidate: Candidate, *, by: Person) -> None:
    """To the seminar; those without e-mail are rung up."""
    body = [
        _("We are waiting for you at the seminar: {call}.").format(call=candidate.call),
        *seminar_of(candidate),
        _("If you cannot come, tell us, please: we will find a way."),
    ]
    post(candidate, _("An invitation to the seminar"), body, kind="invitation", by=by)


def seminar_of(candidate: Candidate) -> list[str]:
    call = candidate.call
    if not call.seminar_at:
        return []
    moment = typography.full_moment(localtime(call.seminar_at))
    return [_("Seminar: {moment}, {place}.").format(moment=moment, place=call.seminar_place)]


def link_of(candidate: Candidate) -> str:
    return settings.SITE_ADDRESS + reverse("intake:application", args=[candidate.token])


def post(
    candidate: Candidate, subject: str, body: list[str], *, kind: str, by: Person | None = None
) -> Letter:
    """An answer to what somebody has just done goes at once, an invitation not at night."""
    return mail.post(
        to=candidate.email,
        subject=subject,
        body="\n\n".join(body),
        kind=f"intake.{kind}",
        person=candidate.person,
        urgency=Urgency.TODAY if by else Urgency.NOW,
        written_by=by,
    )
