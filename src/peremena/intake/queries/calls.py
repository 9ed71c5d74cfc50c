"""What pages of a call need: for visitors, and for staff who keep it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from peremena.drafts import content as contents
from peremena.drafts import writing
from peremena.drafts.fields import field
from peremena.drafts.forms import Page
from peremena.drafts.texts import PageText
from peremena.intake import questions, wording
from peremena.intake.models import Call
from peremena.intake.questions import Question
from peremena.kit import typography
from peremena.kit.fields import FormField
from peremena.people.models import ConsentText, Person
from peremena.people.queries.consents import wording as consent_wording
from peremena.people.rules import Purpose

SOURCES = {"vk": "ВКонтакте", "max": "MAX", "tg": "Telegram", "mail": _("E-mail")}
PAPER = "paper"


@dataclass(frozen=True)
class Copy:
    """The text of a call for one place, with an address that says where it was read."""

    code: str
    title: str
    text: str


@dataclass(frozen=True)
class Tally:
    """`unanswered`: handed in, and no letter with a decision is written."""

    handed_in: int
    unanswered: int
    begun: int
    late: int
    invited: int
    arrived: int


@dataclass(frozen=True)
class ConsentShown:
    text: ConsentText
    title: str
    body: str


def tally(call: Call) -> Tally:
    """One query."""
    counted = call.candidates.aggregate(
        handed_in=Count("pk", filter=Q(state="handed-in")),
        unanswered=Count("pk", filter=Q(state="handed-in", decision__told_at=None)),
        begun=Count("pk", filter=Q(state="begun")),
        late=Count("pk", filter=Q(state="handed-in", is_late=True)),
        invited=Count("pk", filter=Q(is_invited=True)),
        arrived=Count("pk", filter=Q(arrived_at__isnull=False)),
    )
    return Tally(**counted)


def calls_run_by(person: Person) -> Sequence[Call]:
    counted = Count("candidates", filter=Q(candidates__state="handed-in"))
    return list(
        Call.objects.run_by(person).annotate(handed_in=counted).order_by("-closes_at", "-pk")
    )


def open_calls(now: datetime) -> Sequence[Call]:
    """What visitors may apply to now; one query."""
    return list(Call.objects.open_at(now))


def words_of(call: Call) -> PageText:
    return wording.of_questions(questions.read(call.questions), get_language() or "ru")


def asked(call: Call) -> Sequence[Question]:
    return questions.read(call.questions)


def form_page(call: Call, address: str, *, writer: str = "", is_writable: bool = True) -> Page:
    """The form of a call as the page of a draft."""
    return Page(
        model=questions.model_of(asked(call)),
        words=words_of(call),
        address=address,
        writer=writer,
        may_not_know=False,
        is_writable=is_writable,
    )


def address_of(call: Call, tag: str = "") -> str:
    """Short enough to be typed from a paper. `tag`: by which copy people came."""
    return settings.SITE_ADDRESS + call.public_url + (f"?from={tag}" if tag else "")


def copies(call: Call) -> list[Copy]:
    return [Copy(code, str(title), written(call, code)) for code, title in SOURCES.items()]


def written(call: Call, tag: str) -> str:
    days = _("Applications until {day}.").format(day=typography.day(localtime(call.last_day)))
    seminar = seminar_line(call)
    address = _("Apply in seven minutes: {address}").format(address=address_of(call, tag))
    ring = _("Or ring: {phone}").format(phone=call.phone) if call.phone else ""
    parts = [call.title, call.lead, f"{days} {seminar}".strip(), address, ring]
    return "\n\n".join(filter(None, parts))


def seminar_line(call: Call) -> str:
    if not call.seminar_at:
        return ""
    moment, place = typography.moment(localtime(call.seminar_at)), call.seminar_place
    return _("Seminar: {moment}{place}.").format(moment=moment, place=f", {place}" if place else "")


def consent_of(call: Call) -> ConsentShown | None:
    """The text in force with this centre as its operator; None: nobody has loaded one."""
    text = ConsentText.objects.in_force().filter(purpose=Purpose.APPLYING).first()
    if text is None:
        return None
    operator = call.cohort.programme.centre.name
    title, body = consent_wording(text, operator, get_language() or "ru")
    return ConsentShown(text, title, body)


def usual() -> Mapping[str, Any]:
    return wording.usual(get_language() or "ru")


def survey_address(call: Call) -> str:
    return settings.SITE_ADDRESS + reverse("intake:impression", args=[call.slug])


def questions_shown(call: Call, typed: Mapping[str, Any]) -> list[FormField]:
    """The questions as plain fields, for a page on which staff key everything in at once."""
    texts = words_of(call)
    content = writing.write(
        {},
        questions.group_of(asked(call)),
        {one.key: typed[one.key] for one in asked(call) if one.key in typed},
        {},
    ).content
    return [
        field(leaf, texts.fields[leaf.path], names=texts.choices[leaf.path], picks={})
        for leaf in contents.leaves(questions.group_of(asked(call)), content)
    ]
