"""What the school writes when it has chosen: an answer with a reason, an offered place."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from peremena.intake import letters
from peremena.intake.models import Candidate, Decision, Offer
from peremena.intake.rules import Alternative, Verdict
from peremena.kit import typography
from peremena.mail.models import Letter
from peremena.people.models import Person


@dataclass(frozen=True)
class Written:
    subject: str
    lines: list[str]

    @property
    def body(self) -> str:
        return "\n\n".join(self.lines)


def answer(decision: Decision) -> Written:
    """The same text before the sending and in the letter."""
    candidate = decision.candidate
    greeting = _("{name}, hello!").format(name=candidate.person.name_and_patronymic)
    write = {
        Verdict.TAKEN: taken,
        Verdict.WAITING: waiting,
        Verdict.NOT_TAKEN: not_taken,
    }[Verdict(decision.verdict)]
    written = write(decision)
    return Written(written.subject, [greeting, *written.lines])


def taken(decision: Decision) -> Written:
    cohort = decision.candidate.call.cohort
    body = [
        _("You are taken into the school: {cohort}.").format(cohort=cohort),
        why(decision),
        _("It begins on {day}.").format(day=typography.day(cohort.starts_on)),
        _("If you cannot come, say so here, and the place goes to the next: {link}").format(
            link=link_of(decision.candidate)
        ),
    ]
    return Written(_("You are taken into the school"), body)


def waiting(decision: Decision) -> Written:
    body = [
        _("You are on the waiting list, number {rank}.").format(rank=decision.rank),
        why(decision),
        _("When a place comes free, we write or ring at once. Nothing is needed from you now."),
    ]
    return Written(_("You are on the waiting list of the school"), body)


def not_taken(decision: Decision) -> Written:
    body = [
        _("This time we could not take you into the school."),
        why(decision),
        instead(decision),
        _(
            "Thank you for your application: it stays yours, and you can read it here: {link}"
        ).format(link=letters.link_of(decision.candidate)),
    ]
    return Written(_("The answer of the school to your application"), body)


def why(decision: Decision) -> str:
    return _("Why: {reason}").format(reason=decision.reason)


def instead(decision: Decision) -> str:
    said = {
        Alternative.NEXT_INTAKE: _(
            "We invite you to the next intake and will write when it opens."
        ),
        Alternative.CASES: _("What others have done is open for you at once: {link}").format(
            link=settings.SITE_ADDRESS + reverse("projects:cases")
        ),
        Alternative.OTHER_SCHOOL: _("Another course fits better. Ring us, we will tell which one."),
    }
    return said[Alternative(decision.alternative)] if decision.alternative else ""


def offer(given: Offer) -> Written:
    candidate = given.candidate
    body = [
        _("{name}, hello!").format(name=candidate.person.name_and_patronymic),
        _("A place has come free in the school: {cohort}.").format(cohort=candidate.call.cohort),
        _("It is kept for you until {moment}.").format(
            moment=typography.full_moment(localtime(given.expires_at))
        ),
        _("Take it or give it up here, without a password: {link}").format(link=link_of(candidate)),
        _("Without an answer the place goes to the next on the list."),
    ]
    return Written(_("A place in the school is free for you"), body)


def welcome(candidate: Candidate) -> Written:
    cohort = candidate.call.cohort
    body = [
        _("The place is yours: {cohort}.").format(cohort=cohort),
        _("It begins on {day}.").format(day=typography.day(cohort.starts_on)),
    ]
    return Written(_("You are taken into the school"), body)


def over() -> Written:
    body = [
        _("We have not heard from you in time, and the place has gone to the next."),
        _("If you still want to learn, ring us: places come free again."),
    ]
    return Written(_("The offered place has passed on"), body)


def link_of(candidate: Candidate) -> str:
    return settings.SITE_ADDRESS + reverse("intake:answer", args=[candidate.token])


def post(candidate: Candidate, written: Written, kind: str, by: Person | None = None) -> Letter:
    return letters.post(candidate, written.subject, written.lines, kind=kind, by=by)
