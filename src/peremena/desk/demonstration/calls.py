"""The call of this year's cohort: thirty applications, one by phone and late, one on paper, one
that nobody finished, two of one territory; and the seminar to which they came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from peremena.cohorts.models import Cohort
from peremena.drafts import services as drafts
from peremena.intake import wording
from peremena.intake.checkin import Tick
from peremena.intake.models import Call, Candidate
from peremena.intake.rules import Channel
from peremena.intake.services import calls, candidates, seminar
from peremena.intake.services.candidates import Agreed, Came, Told
from peremena.journal.services import as_of
from peremena.people.models import ConsentText, Person
from peremena.people.rules import Purpose
from peremena.places.models import Territory

from . import chosen
from .applications import paper
from .cohorts import intake, school
from .stories import DATA, Part, table
from .teaching import SEMINAR, Village

OPENED, CLOSED = SEMINAR + 21, SEMINAR + 3
TAGS = ("vk", "paper", "", "max", "mail", "tg")
PAPER, LATE, DOUBLED = 17, 20, 12  # of the applicants, counted from nought


class Words(Part):
    place: str
    teams: tuple[str, ...]
    ideas: tuple[str, ...]
    said: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True)
class Applicant:
    person: Person
    territory: Territory


@cache
def told() -> Words:
    return Words.model_validate(table(DATA / "call.toml"))


def take_in(here: Village) -> None:
    call = opened(here)
    people = list(applicants(here))
    came = [apply(here, call, one, number) for number, one in enumerate(people)]
    double = apply(here, call, stranger(here, "Зоя", people[DOUBLED].territory), DOUBLED)
    begin(here, call, stranger(here, "Тимур", people[LATE].territory, "Приречная"), 5)
    hold_seminar(here, call, came)
    chosen.choose(here, call, [*came, double])


def opened(here: Village) -> Call:
    name = next(one.name for one in school().cohorts if one.key == "now")
    cohort = Cohort.objects.get(name=name, is_demonstration=True)
    with as_of(here.at(OPENED)) as at:
        call = calls.open_call(
            cohort,
            usual=wording.usual("ru"),
            title="Набор в школу: первый поток",
            lead=wording.usual("ru")["lead"],
            text=wording.usual("ru")["text"].strip(),
            slug="potok-1",
            opens_at=at,
            closes_at=here.at(CLOSED),
            seminar_at=here.at(SEMINAR),
            seminar_place=told().place,
            by=here.by,
        )
        calls.publish(call, by=here.by, now=at)
    return call


def applicants(here: Village) -> Iterator[Applicant]:
    """This year's twelve, then those who were not taken."""
    for one in school().enrolled:
        yield Applicant(here.cast[one.person], here.territories[one.territory])
    for other in intake():
        name = {"surname": other.person.surname, "name": other.person.name}
        person = Person.objects.get(**name, is_demonstration=True)
        yield Applicant(person, here.territories[other.territory.name])


def stranger(here: Village, name: str, territory: Territory, village: str = "") -> Applicant:
    """Somebody who is in no other story."""
    person = Person.objects.create(
        name=name,
        surname="Пташкина" if name == "Зоя" else "Сабиров",
        about=f"{village or territory.centre}: подал заявку в школу",
        channel="phone",
        is_demonstration=True,
        joined_at=here.at(OPENED),
    )
    return Applicant(person, territory)


def apply(here: Village, call: Call, one: Applicant, number: int) -> Candidate:
    candidate = begin(here, call, one, number)
    by = candidate.entered_by
    with as_of(here.at(moment(number))) as at:
        content = answers(one.person, number)
        writer = by or one.person
        drafts.replace(candidate.draft, content, by=writer, now=at)
        candidates.hand_in(candidate, by=by, now=at)
    return candidate


def begin(here: Village, call: Call, one: Applicant, number: int) -> Candidate:
    text = ConsentText.objects.in_force().get(purpose=Purpose.APPLYING)
    with as_of(here.at(moment(number) + 0.01)) as at:
        return candidates.begin(
            call,
            card(one),
            Agreed(text, at, paper("Согласие") if number == PAPER else None),
            person=one.person,
            came=way(here, number),
            now=at,
        )


def card(one: Applicant) -> Told:
    person = one.person
    return Told(
        name=person.name,
        surname=person.surname,
        patronymic=person.patronymic,
        phone=person.phone,
        territory=one.territory,
    )


def way(here: Village, number: int) -> Came:
    by_staff = {PAPER: Channel.PAPER, LATE: Channel.PHONE}
    if number in by_staff:
        return Came(by_staff[number], by=here.by)
    return Came(tag=TAGS[number % len(TAGS)])


def moment(number: int) -> float:
    """Days ago: most in the last week, one after the end."""
    return CLOSED - 0.5 if number == LATE else CLOSED + 0.2 + 0.5 * (30 - number)


def answers(person: Person, number: int) -> dict[str, str]:
    ideas, teams = told().ideas, told().teams
    return {
        "post": person.about[:120],
        "idea": ideas[number % len(ideas)],
        "team": teams[number % len(teams)],
        "link": ("good", "weak", "drops", "weak", "none")[number % 5],
        "channel": person.channel,
        "before": "yes" if number % 7 == 3 else "no",
        "seminar": "yes",
    }


def hold_seminar(here: Village, call: Call, came: Sequence[Candidate]) -> None:
    """Thirty were expected and came one after another."""
    Candidate.objects.filter(pk__in=[one.pk for one in came]).update(is_invited=True)
    with as_of(here.at(SEMINAR)) as at:
        ticks = {
            one.pk: [Tick(at - timedelta(minutes=40 - number), has_come=True)]
            for number, one in enumerate(came)
        }
        seminar.tick(call, ticks, by=here.by, now=at)
        for number in range(len(came) - 4):
            useful, clear, text = told().said[number % len(told().said)]
            seminar.tell_impression(
                call,
                key=f"demonstration-{number}",
                now=at,
                useful=useful,
                clear=clear,
                will_go_on=number % 6 != 4,
                text=text if number < len(told().said) else "",
            )
