"""Who has consented to what, and what the page of consents shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import get_language

from peremena.people import words
from peremena.people.models import Consent, ConsentText, Person
from peremena.people.personal_words import MEANINGS
from peremena.people.rules import Purpose

CENTRE = "{centre}"
ASKED_ELSEWHERE = frozenset({Purpose.APPLYING})  # with an application; here it is only taken back


@dataclass(frozen=True)
class PurposeShown:
    """`text`: the one in force, None when the centre has none; `given`: the latest in force.

    `asked_anew`: the consent is to an earlier text.
    """

    purpose: Purpose
    name: str | Promise
    meaning: str | Promise
    text: ConsentText | None
    title: str
    body: str
    given: Consent | None

    @property
    def asked_anew(self) -> bool:
        return bool(self.given and self.text and self.given.text_id != self.text.pk)

    @property
    def may_be_given(self) -> bool:
        return bool(self.text) and (self.given is None or self.asked_anew)


@dataclass(frozen=True)
class Consents:
    purposes: Sequence[PurposeShown]
    history: Sequence[Consent]


def has_consent(person: Person, purpose: Purpose) -> bool:
    """To whatever version of the text: an earlier one stays agreed to until it is withdrawn."""
    return person.consents.in_force().for_purpose(purpose).exists()


def with_consent(purpose: Purpose) -> QuerySet[Person]:
    """Everybody who has consented to this."""
    given = Consent.objects.in_force().for_purpose(purpose)
    return Person.objects.filter(pk__in=given.values("person"))


def consents(person: Person) -> Consents:
    texts = {text.purpose: text for text in ConsentText.objects.in_force()}
    history = list(
        person.consents.select_related("text", "entered_by").order_by("-given_at", "-pk")
    )
    operator = operator_of(person)
    shown = [
        purpose_shown(purpose, texts.get(str(purpose)), history, operator) for purpose in Purpose
    ]
    asked = (one for one in shown if one.purpose not in ASKED_ELSEWHERE or one.given)
    return Consents(tuple(asked), history)


def purpose_shown(
    purpose: Purpose, text: ConsentText | None, history: Sequence[Consent], operator: str
) -> PurposeShown:
    in_force = (one for one in history if one.text.purpose == purpose and not one.withdrawn_at)
    title, body = wording(text, operator, get_language() or "ru") if text else ("", "")
    return PurposeShown(
        purpose=purpose,
        name=words.PURPOSES[purpose],
        meaning=MEANINGS[purpose],
        text=text,
        title=title,
        body=body,
        given=next(in_force, None),
    )


def wording(text: ConsentText, operator: str, language: str = "ru") -> tuple[str, str]:
    """Title and body with the operator's name in its place."""
    in_english = language.startswith("en") and text.body_en
    title, body = (text.title_en, text.body_en) if in_english else (text.title, text.body)
    return title, body.replace(CENTRE, operator)


def operator_of(person: Person) -> str:
    """The centres that know the person, by their full names."""
    known = person.registrations.order_by("since").values_list("centre__name", flat=True)
    return ", ".join(known) or "________________"
