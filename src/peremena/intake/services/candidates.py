"""An application is begun, written, handed in, taken back; or keyed in by staff."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from peremena.drafts import services as drafts
from peremena.drafts.history import Source
from peremena.drafts.paths import Content
from peremena.drafts.protocol import SaveRequest
from peremena.drafts.services import Saved
from peremena.intake import letters, questions, rules, words
from peremena.intake.models import Call, Candidate
from peremena.intake.rules import Channel, Refusal, State
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people import codes, phones
from peremena.people import services as people
from peremena.people.models import ConsentText, Person
from peremena.people.rules import ConsentWay, Purpose
from peremena.people.services import consents
from peremena.places.models import District, Territory

KIND = "intake.application"
SOURCES = {Channel.WEB: Source.WEB, Channel.PHONE: Source.PHONE, Channel.PAPER: Source.PAPER}
WAYS = {
    Channel.WEB: ConsentWay.WEB,
    Channel.PHONE: ConsentWay.PHONE,
    Channel.PAPER: ConsentWay.PAPER,
}


@dataclass(frozen=True)
class Told:
    """Who applies and from where. `territory` or `village`: one of them."""

    name: str
    surname: str
    phone: str
    patronymic: str = ""
    email: str = ""
    district: District | None = None
    territory: Territory | None = None
    village: str = ""


@dataclass(frozen=True)
class Agreed:
    """The act of consent. `at`: when the person said so, which may be before it was keyed in."""

    text: ConsentText
    at: datetime
    scan: UploadedFile | None = None


@dataclass(frozen=True)
class Came:
    """How the words come here. `tag`: by which copy of the call; `by`: of staff, who keys it in."""

    channel: Channel = Channel.WEB
    tag: str = ""
    by: Person | None = None


BY_ONESELF = Came()


@transaction.atomic
def begin(
    call: Call,
    told: Told,
    agreed: Agreed,
    *,
    person: Person | None = None,
    came: Came = BY_ONESELF,
    now: datetime,
) -> Candidate:
    """The card is made now; no centre knows it before the handing in."""
    demand(call.why_not_write(now, by_staff=came.by is not None))
    applicant = person or make_card(told)
    if applicant.candidacies.in_race().filter(call=call).exists():
        raise Refused(words.REFUSALS[Refusal.TWICE])
    writer, source = came.by or applicant, SOURCES[came.channel]
    draft = drafts.open_draft(KIND, {}, by=writer, now=now, source=source)
    at = {"begun_at": now, "is_demonstration": call.is_demonstration}
    candidate = Candidate.objects.create(
        call=call, person=applicant, draft=draft, **at | placed(told) | ways_of(came)
    )
    agree(candidate, agreed, by=writer)
    record(writer, "intake.application.begun", candidate, channel=came.channel)
    letters.tell_the_way_back(candidate)
    return candidate


def ways_of(came: Came) -> dict[str, object]:
    """A link that cannot be guessed, and a code that can be said over the phone."""
    return {
        "token": secrets.token_urlsafe(32),
        "code": codes.new(secrets.choice),
        "channel": came.channel,
        "tag": came.tag[:40],
        "entered_by": came.by,
    }


def make_card(told: Told) -> Person:
    """The e-mail waits in the application: typing an address proves nothing."""
    return Person.objects.create(
        name=told.name,
        surname=told.surname,
        patronymic=told.patronymic,
        phone=phones.clean(told.phone),
        channel="mail" if told.email else "phone",
    )


def placed(told: Told) -> dict[str, object]:
    district = told.territory.district if told.territory else told.district
    where = [told.territory.name, told.territory.centre] if told.territory else [told.village]
    names = [told.surname, told.name, told.patronymic, *where, district.name if district else ""]
    return {
        "territory": told.territory,
        "district": district,
        "village": "" if told.territory else told.village,
        "email": told.email.strip().lower(),
        "search_text": searchable(" ".join([*names, phones.clean(told.phone)])),
    }


def searchable(text: str) -> str:
    """Small letters and one ё: not every engine knows that Ё and ё are one."""
    return " ".join(text.lower().replace("ё", "е").split())[:700]


def agree(candidate: Candidate, agreed: Agreed, *, by: Person) -> None:
    """A consent of its own, to this centre and this text."""
    consents.give(
        candidate.person,
        agreed.text,
        way=WAYS[Channel(candidate.channel)],
        by=by,
        now=agreed.at,
        scan=agreed.scan,
        operator=candidate.call.cohort.programme.centre.name,
    )
    candidate.consent_text, candidate.agreed_at = agreed.text, agreed.at
    candidate.save(update_fields=["consent_text", "agreed_at"])


@transaction.atomic
def write(
    candidate: Candidate, request: SaveRequest, *, by: Person | None = None, now: datetime
) -> Saved:
    """Keeps what was typed. `by`: of staff, who writes for the applicant."""
    demand(candidate.why_not_write(now, by_staff=by is not None))
    return drafts.save(
        candidate.draft,
        request,
        model=questions.model_of(questions.read(candidate.call.questions)),
        by=by or candidate.person,
        now=now,
        on_behalf_of=candidate.person if by else None,
    )


@transaction.atomic
def hand_in(candidate: Candidate, *, by: Person | None = None, now: datetime) -> None:
    """From now on the centre knows the person. Staff may hand in late; it is marked so."""
    lock(candidate)
    content = candidate.draft.content
    asked = questions.read(candidate.call.questions)
    lacking = [*questions.unanswered(asked, content), *questions.unusable(asked, content)]
    refusal = rules.why_not_hand_in(
        candidate.why_not_write(now, by_staff=by is not None),
        has_agreed=candidate.agreed_at is not None,
        is_whole=not lacking,
    )
    demand(refusal)
    candidate.state, candidate.handed_in_at = State.HANDED_IN, now
    candidate.is_late = rules.is_late(now, candidate.call.closes_at)
    before = content.get("before")
    candidate.is_newcomer = before == "no" if before in ("no", "yes") else None
    candidate.save(update_fields=["state", "handed_in_at", "is_late", "is_newcomer"])
    introduce(candidate, content, now=now)
    is_late = candidate.is_late
    record(by or candidate.person, "intake.application.handed-in", candidate, is_late=is_late)
    letters.tell_of_receipt(candidate)


def introduce(candidate: Candidate, content: Content, *, now: datetime) -> None:
    """The card gets the channel, and the address where nobody else has it."""
    person = candidate.person
    if content.get("channel"):
        person.channel = content["channel"]
    if candidate.email and not person.email:
        is_taken = Person.objects.with_email(candidate.email).exists()
        person.email = None if is_taken else candidate.email
    person.save(update_fields=["channel", "email"])
    people.register(person, candidate.call.cohort.programme.centre, now=now)


@transaction.atomic
def withdraw(candidate: Candidate, *, by: Person | None = None, now: datetime) -> None:
    """The applicant takes it back, and the consent with it; staff when the applicant rings."""
    lock(candidate)
    is_decided = candidate.call.sent_at is not None
    demand(rules.why_not_withdraw(State(candidate.state), is_decided=is_decided))
    candidate.state, candidate.withdrawn_at = State.WITHDRAWN, now
    candidate.save(update_fields=["state", "withdrawn_at"])
    person = candidate.person
    record(by or person, "intake.application.withdrawn", candidate, on_behalf_of=by and person)
    applies_elsewhere = person.candidacies.in_race().exists()
    has_agreed = person.consents.in_force().for_purpose(Purpose.APPLYING).exists()
    if has_agreed and not applies_elsewhere:
        way = ConsentWay.PHONE if by else ConsentWay.WEB
        consents.withdraw(person, Purpose.APPLYING, way=way, by=by or person, now=now)


def lock(candidate: Candidate) -> None:
    candidate.refresh_from_db(from_queryset=Candidate.objects.select_for_update())


def demand(refusal: Refusal | None) -> None:
    if refusal:
        raise Refused(words.REFUSALS[refusal])
