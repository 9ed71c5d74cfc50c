"""Asking neighbours what they can do and have; their answers go when they take them back."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.places import capacity, sayings, showing
from peremena.places.models import Questionnaire, Resource, Territory
from peremena.places.rules import Layer

from . import resources
from .resources import Told

LONGEST = 1000
TITLE = 200


@transaction.atomic
def ask(territory: Territory, *, token: str, by: Person, now: datetime) -> Questionnaire:
    """A questionnaire for one neighbour. `token`: cannot be guessed; whoever has it may answer."""
    made = Questionnaire.objects.create(
        territory=territory,
        token=token,
        wording=capacity.WORDING,
        made_by=by,
        made_at=now,
        changed_at=now,
        is_demonstration=by.is_demonstration,
    )
    behalf = resources.head_for(territory, by)
    record(by, "places.questionnaire.made", made, on_behalf_of=behalf)
    return made


@transaction.atomic
def answer(questionnaire: Questionnaire, key: str, text: str, *, now: datetime) -> None:
    """One answer at a time, so that nothing is lost with the link; an empty one takes it away."""
    lock(questionnaire)
    demand_fresh(questionnaire, now)
    said = text.strip()[:LONGEST]
    others = {known: words for known, words in questionnaire.answers.items() if known != key}
    questionnaire.answers = others | ({key: said} if said else {})
    questionnaire.changed_at = now
    questionnaire.save(update_fields=["answers", "changed_at"])


@transaction.atomic
def introduce(
    questionnaire: Questionnaire,
    *,
    name: str,
    phone: str,
    name_agreed: bool,
    phone_agreed: bool,
    now: datetime,
) -> None:
    """The end of the questions. What the neighbour has not agreed to is not kept."""
    lock(questionnaire)
    demand_fresh(questionnaire, now)
    named, rung = bool(name and name_agreed), bool(phone and phone_agreed)
    questionnaire.name = name if named else ""
    questionnaire.name_agreed_at = now if named else None
    questionnaire.phone = phone if rung else ""
    questionnaire.phone_agreed_at = now if rung else None
    questionnaire.finished_at = questionnaire.changed_at = now
    questionnaire.save()
    record(None, "places.questionnaire.finished", questionnaire, named=named, may_ring=rung)


@transaction.atomic
def put_on_map(questionnaire: Questionnaire, key: str, *, by: Person, now: datetime) -> Resource:
    """An answer becomes a resource, word for word; the keeper can change it there."""
    lock(questionnaire)
    question = capacity.BY_KEY[key]
    said = questionnaire.answers.get(key, "")
    is_there = questionnaire.resources.filter(story=said, removed_at=None).exists()
    if refusal := showing.why_not_put_on_the_map(said, is_there=is_there):
        raise Refused(sayings.REFUSALS[refusal])
    told = Told(
        title=short(said),
        story=said,
        layer=question.layer or Layer.PEOPLE,
        owner=questionnaire.name,
    )
    return resources.add(questionnaire.territory, told, by=by, now=now, questionnaire=questionnaire)


@transaction.atomic
def erase(questionnaire: Questionnaire, *, by: Person | None) -> None:
    """Answers, name, phone and what came of them on the map. `by`: None for the neighbour."""
    lock(questionnaire)
    for resource in questionnaire.resources.all():
        resources.destroy(resource)
    record(by, "places.questionnaire.erased", questionnaire)
    questionnaire.delete()


@transaction.atomic
def forget_names(before: datetime) -> int:
    """Who has not answered since then is no longer known by name; the answers stay."""
    named = ~Q(name="") | ~Q(phone="")
    old = Questionnaire.objects.filter(named, changed_at__lt=before)
    Resource.objects.filter(questionnaire__in=old).update(owner="")
    return old.update(name="", phone="", name_agreed_at=None, phone_agreed_at=None)


def demand_fresh(questionnaire: Questionnaire, now: datetime) -> None:
    if refusal := showing.why_not_answer(questionnaire.made_at, now):
        raise Refused(sayings.REFUSALS[refusal])


def short(said: str) -> str:
    """The first line or sentence, to stand in lists."""
    first = said.splitlines()[0].split(". ")[0].rstrip(".")
    return first if len(first) <= TITLE else first[: TITLE - 1].rstrip() + "…"


def lock(questionnaire: Questionnaire) -> None:
    questionnaire.refresh_from_db(from_queryset=Questionnaire.objects.select_for_update())
