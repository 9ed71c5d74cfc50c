"""How promises are counted, and facts that are written down by hand."""

from datetime import date, datetime
from decimal import Decimal

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from peremena.cohorts.models import PlannedIndicator
from peremena.impact import indicator_words as words
from peremena.impact import indicators
from peremena.impact.indicators import Code, Refusal
from peremena.impact.models import CountedBy, Fact
from peremena.journal.services import record
from peremena.kit.files import examined_paper
from peremena.kit.refusals import Refused
from peremena.people.models import Person


def demand(refusal: Refusal | None) -> None:
    if refusal:
        raise Refused(words.REFUSALS[refusal])


@transaction.atomic
def count_by(promise: PlannedIndicator, code: Code | None, *, by: Person) -> None:
    """None: by hand from now on. Facts stay as they are, whatever counts."""
    if code is None:
        CountedBy.objects.filter(promise=promise).delete()
    else:
        CountedBy.objects.update_or_create(promise=promise, defaults={"code": code.value})
    record(by, "impact.promise.counted", promise.programme, promise=promise.name, code=code or "")


@transaction.atomic
def add_fact(
    promise: PlannedIndicator,
    *,
    amount: Decimal,
    on: date,
    said: str = "",
    link: str = "",
    file: UploadedFile | None = None,
    by: Person,
    now: datetime,
) -> Fact:
    """The very same sent twice is one fact."""
    PlannedIndicator.objects.select_for_update().get(pk=promise.pk)
    fact = Fact(promise=promise, amount=amount, on=on, words=said.strip(), link=link)
    demand_room(fact, has_proof=bool(fact.words or link or file), today=timezone.localdate(now))
    if file:
        examined = examined_paper(file)
        fact.file, fact.sha256 = examined.content, examined.sha256
    if same := same_as(fact):
        return same
    fact.entered_by, fact.entered_at = by, now
    fact.save()
    record(by, "impact.fact.entered", promise.programme, promise=promise.name, amount=str(amount))
    return fact


def demand_room(fact: Fact, *, has_proof: bool, today: date) -> None:
    demand(
        indicators.why_not_add(
            counts_itself=CountedBy.objects.filter(promise=fact.promise).exists(),
            amount=fact.amount,
            on=fact.on,
            today=today,
            has_proof=has_proof,
        )
    )


def same_as(fact: Fact) -> Fact | None:
    known = {name: getattr(fact, name) for name in ("amount", "on", "words", "link", "sha256")}
    return Fact.objects.standing().filter(promise=fact.promise, **known).first()


@transaction.atomic
def take_back_fact(fact: Fact, *, why: str, by: Person, now: datetime) -> None:
    fact.refresh_from_db(from_queryset=Fact.objects.select_for_update())
    demand(indicators.why_not_take_back(is_taken_back=fact.taken_back_at is not None, why=why))
    fact.taken_back_at, fact.taken_back_by, fact.why_taken_back = now, by, why.strip()
    fact.save(update_fields=["taken_back_at", "taken_back_by", "why_taken_back"])
    programme = fact.promise.programme
    record(by, "impact.fact.taken-back", programme, promise=fact.promise.name, why=why.strip())
