"""The call that is open now, so that the public page has something to apply to: applications of
every kind, one of them twice, and two experts who have begun to mark."""

from datetime import datetime, time, timedelta
from functools import cache
from typing import Literal

from django.utils import timezone

from peremena.cohorts import services as cohorts
from peremena.cohorts.models import Cohort
from peremena.drafts import services as drafts
from peremena.intake import wording
from peremena.intake.models import Call, Candidate
from peremena.intake.rules import Channel, State
from peremena.intake.services import calls, candidates
from peremena.intake.services import selection_marks as marks
from peremena.intake.services.candidates import Agreed, Came, Told
from peremena.journal.services import as_of
from peremena.mail.models import Letter
from peremena.mail.rules import State as Sent
from peremena.people.models import ConsentText, Person
from peremena.people.rules import Purpose
from peremena.places.models import District

from .applications import paper
from .cohorts import Name
from .letters import gone
from .stories import DATA, Part, table
from .teaching import Village

OPENED, CLOSES, SEMINAR, BEGINS = 6, -9, -12, -19
READY = {"need": 3, "team": 2, "will": 2}


class Applicant(Part):
    person: Name
    ago: float
    by: Literal["web", "phone", "paper"] = "web"
    territory: str = ""
    village: str = ""
    district: str = ""
    ends: Literal["begun", "handed-in", "withdrawn"] = "handed-in"
    answers: dict[str, str]


class Words(Part):
    name: str
    title: str
    slug: str
    place: str
    phone: str
    applicants: tuple[Applicant, ...]


@cache
def told() -> Words:
    return Words.model_validate(table(DATA / "open_call.toml"))


def take_in(here: Village, running: Cohort) -> None:
    """`running`: whose programme goes on."""
    call = opened(here, next_cohort(here, running))
    came = [apply(here, call, one) for one in told().applicants]
    ask_experts(here, call, came[0])


def next_cohort(here: Village, running: Cohort) -> Cohort:
    with as_of(here.at(OPENED + 1)):
        return cohorts.add_cohort(
            running.programme, told().name, starts_on=here.on(BEGINS), by=here.by
        )


def opened(here: Village, cohort: Cohort) -> Call:
    usual = wording.usual("ru")
    with as_of(here.at(OPENED)) as at:
        call = calls.open_call(
            cohort,
            usual=usual,
            title=told().title,
            lead=usual["lead"],
            text=usual["text"].strip(),
            slug=told().slug,
            opens_at=at,
            closes_at=at_hour(here, CLOSES, 0),
            seminar_at=at_hour(here, SEMINAR, 10),
            seminar_place=told().place,
            phone=told().phone,
            by=here.by,
        )
        calls.publish(call, by=here.by, now=at)
    return call


def at_hour(here: Village, ago: float, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(here.on(ago), time(hour)))


def apply(here: Village, call: Call, one: Applicant) -> Candidate:
    by = None if one.by == "web" else here.by
    candidate = begun(here, call, one)
    with as_of(here.at(one.ago)) as at:
        drafts.replace(candidate.draft, one.answers, by=by or candidate.person, now=at)
        if one.ends != State.BEGUN:
            candidates.hand_in(candidate, by=by, now=at)
    if one.ends == State.WITHDRAWN:
        with as_of(here.at(one.ago / 2)) as at:
            candidates.withdraw(candidate, now=at)
    return candidate


def begun(here: Village, call: Call, one: Applicant) -> Candidate:
    text = ConsentText.objects.in_force().get(purpose=Purpose.APPLYING)
    scan = paper("Согласие") if one.by == Channel.PAPER else None
    with as_of(here.at(one.ago + 0.01)) as at:
        return candidates.begin(
            call,
            card(here, one),
            Agreed(text, at, scan),
            person=somebody(here, one),
            came=Came(Channel(one.by), by=None if one.by == "web" else here.by),
            now=at,
        )


def card(here: Village, one: Applicant) -> Told:
    district = District.objects.get(name=one.district) if one.district else None
    territory = here.territories[one.territory] if one.territory else None
    name = one.person._asdict()
    return Told(**name, phone="", district=district, territory=territory, village=one.village)


def somebody(here: Village, one: Applicant) -> Person:
    return Person.objects.create(
        **one.person._asdict(),
        about=f"{one.answers['post']}: подаёт заявку во второй поток",
        channel="phone",
        is_demonstration=True,
        joined_at=here.at(one.ago + 0.01),
    )


def ask_experts(here: Village, call: Call, candidate: Candidate) -> None:
    """One of them has marked the first application already; the other has not begun."""
    with as_of(here.at(0.3)) as at:
        due_on = here.on(SEMINAR) + timedelta(days=2)
        markers = [
            marks.ask(call, here.cast[key], due_on=due_on, by=here.by, now=at)
            for key in ("dmitry", "natalya")
        ]
        marks.finish(markers[1], candidate, READY, note="Дело уже живое.", now=at)
    for letter in Letter.objects.filter(kind="intake.marking"):
        gone(letter, Sent.SENT, hours=0.5)
