"""What we write about days of the timetable."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from peremena.cohorts.models import Cohort
from peremena.kit import typography
from peremena.lessons.models import Handed, Session, Survey
from peremena.lessons.queries.readers import readers, team
from peremena.mail import services as mail
from peremena.mail.models import Letter
from peremena.mail.rules import State, Urgency
from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.people.queries.register import able

SIGNER = Signer(salt="lessons.day", sep="~")
SAYS = Signer(salt="lessons.survey", sep="~")
TOLD = 8  # sessions in one letter; the rest stands in the timetable


def made(cohort: Cohort, sessions: Sequence[Session], *, now: datetime) -> None:
    lines = [line(one) for one in sessions[:TOLD]]
    if len(sessions) > TOLD:
        lines.append(_("and {number} more").format(number=len(sessions) - TOLD))
    parts = [_("These days are in your timetable now:"), "\n".join(lines), all_days(cohort)]
    tell(cohort, _("New days in the timetable"), parts, kind="lessons.made", now=now)


def moved(session: Session, before: str, *, now: datetime) -> None:
    """`before`: when and where it was going to be."""
    parts = [
        _("“{title}” has changed.").format(title=session.title),
        _("It was: {line}").format(line=before),
        _("It is now: {line}").format(line=line(session)),
        calendar(session),
    ]
    subject = _("Moved: {title}").format(title=session.title)
    tell(session.cohort, subject, parts, kind="lessons.moved", urgency=Urgency.TODAY, now=now)


def cancelled(session: Session, *, now: datetime) -> None:
    parts = [
        _("It will not take place: {line}").format(line=line(session)),
        session.why_cancelled,
        all_days(session.cohort),
        calendar(session),
    ]
    subject = _("Cancelled: {title}").format(title=session.title)
    tell(session.cohort, subject, parts, kind="lessons.cancelled", urgency=Urgency.TODAY, now=now)


def tell(
    cohort: Cohort,
    subject: str,
    parts: Sequence[str],
    *,
    kind: str,
    now: datetime,
    urgency: Urgency = Urgency.CAN_WAIT,
) -> None:
    body = "\n\n".join(part for part in parts if part)
    for person in readers(cohort):
        mail.post(
            subject=subject, body=body, kind=kind, person=person, urgency=urgency, now=now
        )  # fmt: skip


def line(session: Session) -> str:
    """19 ноября, 10:00–13:00, «Цель и задачи», Омск, ул. Ленина, 1."""
    said = [when(session), f"«{session.title}»", session.place, session.link]
    return ", ".join(part for part in said if part)


def when(session: Session) -> str:
    starts, ends = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
    return f"{typography.moment(starts)}–{ends:%H:%M}"


def all_days(cohort: Cohort) -> str:
    address = f"{settings.SITE_ADDRESS}{reverse('lessons:timetable', args=[cohort.pk])}"
    return _("The whole timetable: {address}").format(address=address)


def calendar(session: Session) -> str:
    address = f"{settings.SITE_ADDRESS}{address_of_day(session)}"
    return _("For the calendar of the phone: {address}").format(address=address)


def address_of_day(session: Session) -> str:
    """Opens without signing in, as a calendar has to; it tells no more than the letter does."""
    return reverse("lessons:day", args=[SIGNER.sign(str(session.pk))])


def whose(token: str) -> int | None:
    """The session's number; None when the address was not given out here."""
    try:
        return int(SIGNER.unsign(token))
    except (BadSignature, ValueError):
        return None


def survey(asked: Survey, people: Sequence[Person], *, now: datetime) -> None:
    """Each gets a link of their own: it knows who may answer, and that only once."""
    said = _("How was “{title}”? A few questions, one minute.").format(title=asked.session.title)
    for person in people:
        parts = [said, address_to_say(asked, person), promise(asked), until(asked)]
        mail.post(
            subject=_("One minute about the day"),
            body="\n\n".join(filter(None, parts)),
            kind="lessons.survey",
            person=person,
            now=now,
        )


def survey_reminder(asked: Survey, people: Sequence[Person], *, now: datetime) -> None:
    """Not at night. Without names the words are the same for everybody."""
    said = _("“{title}”: a few questions about this day, one minute.")
    for person in people:
        parts = [
            said.format(title=asked.session.title),
            address_to_say(asked, person),
            until(asked),
            promise(asked),
            _("Everybody who was asked gets this letter, whether they have answered or not."
              " If you have, thank you, nothing is needed.") if asked.is_anonymous else "",
        ]  # fmt: skip
        mail.post(
            subject=_("The questions about the day end soon"),
            body="\n\n".join(filter(None, parts)),
            kind="lessons.survey-reminder",
            person=person,
            urgency=Urgency.TODAY,
            now=now,
        )


def address_to_say(asked: Survey, person: Person) -> str:
    token = SAYS.sign(f"{asked.pk}.{person.pk}")
    return f"{settings.SITE_ADDRESS}{reverse('lessons:say', args=[token])}"


def who_was_asked(asked: Survey) -> list[Person]:
    """Named by the letters themselves, as the list of the day may have changed since."""
    sent = Letter.objects.filter(
        kind="lessons.survey", created_at__gte=asked.asked_at, body__contains=f"/say/{asked.pk}."
    )
    people = sent.exclude(state=State.CANCELLED).values("person")
    return list(Person.objects.filter(pk__in=people, is_active=True).order_by("surname", "pk"))


def promise(asked: Survey) -> str:
    if asked.is_anonymous:
        return _("Without your name: nobody learns who has answered what.")
    return _("The school’s staff see who has answered what.")


def until(asked: Survey) -> str:
    if not asked.closes_on:
        return ""
    return _("Answers are taken until {day}.").format(day=typography.day(asked.closes_on))


def who_says(token: str) -> tuple[int, int]:
    """The numbers of the questionnaire and of the person; zeros when it was not given out here."""
    try:
        asked, _dot, person = SAYS.unsign(token).partition(".")
        return int(asked), int(person)
    except (BadSignature, ValueError):
        return 0, 0


def handed_in(handed: Handed, *, now: datetime) -> None:
    """To the team: it has arrived, nobody needs to send it again."""
    said = _("“{task}” is handed in and waits for an answer. What was written then is kept.")
    to_team(handed, _("Homework is handed in"), said.format(task=handed.task), now=now)


def to_curators(handed: Handed, *, now: datetime) -> None:
    """To the staff who may answer: one letter a day tells of all that came."""
    cohort, team = handed.enrolment.cohort, handed.enrolment.territory
    said = _("“{task}”, {team}: handed in by {who}. Read it and accept it or return it.")
    address = f"{settings.SITE_ADDRESS}{handed.get_absolute_url()}"
    body = said.format(task=handed.task, team=team, who=handed.by)
    for person in able(Ability.RUN_COHORTS, cohort.programme.centre_id).exclude(pk=handed.by_id):
        mail.post(
            subject=_("Homework to answer"), body=f"{body}\n\n{address}",
            kind="lessons.homework.to-answer", person=person, urgency=Urgency.CAN_WAIT, now=now,
        )  # fmt: skip


def answered(handed: Handed, *, now: datetime) -> None:
    is_accepted = handed.state == "accepted"
    said = _("“{task}” is accepted.") if is_accepted else _("“{task}” came back to be improved.")
    body = "\n\n".join(part for part in (said.format(task=handed.task), handed.words) if part)
    to_team(handed, _("An answer to your homework"), body, now=now)


def to_team(handed: Handed, subject: str, body: str, *, now: datetime) -> None:
    address = f"{settings.SITE_ADDRESS}{handed.task.get_absolute_url()}"
    kind = f"lessons.homework.{handed.state}"
    for person in team(handed.enrolment):
        mail.post(subject=subject, body=f"{body}\n\n{address}", kind=kind, person=person,
                  urgency=Urgency.CAN_WAIT, now=now)  # fmt: skip
