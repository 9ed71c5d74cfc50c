"""Posts in a territory: given, handed over, ended. Nothing of the passport hangs on them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.abilities import Ability
from peremena.people.models import Organisation, Person
from peremena.places import rules, words
from peremena.places.models import Post, Territory
from peremena.places.rules import Refusal

from .territories import take_care


@dataclass(frozen=True)
class Office:
    """What somebody will be. `title`: what people call it; `since`: None when nobody knows."""

    title: str
    since: date | None = None
    is_head: bool = True
    organisation: Organisation | None = None


@transaction.atomic
def give_post(
    person: Person, territory: Territory, office: Office, *, by: Person, now: datetime
) -> Post:
    """A post that is free: a territory has one head at a time."""
    lock(territory)
    if office.is_head and head_of(territory) not in (None, person):
        raise Refused(words.REFUSALS[Refusal.HEADED])
    return begin(person, territory, office, by=by, now=now)


@transaction.atomic
def hand_over(
    person: Person, territory: Territory, office: Office, *, by: Person, now: datetime
) -> Post:
    """The head of now leaves on the day the new one begins, or today when nobody knows it.

    Whoever leaves writes in the passport no more, unless asked to keep it.
    """
    lock(territory)
    for post in territory.posts.current().filter(is_head=True).exclude(person=person):
        end_post(post, on=office.since or localdate(now), by=by)
    return begin(person, territory, office, by=by, now=now)


@transaction.atomic
def end_post(post: Post, *, on: date, by: Person) -> None:
    """Harmless when it has ended already."""
    post.refresh_from_db(from_queryset=Post.objects.select_for_update())
    if post.until is not None:
        return
    if refusal := rules.why_not_end_post(post.since, on):
        raise Refused(words.REFUSALS[refusal])
    post.until = on
    post.save(update_fields=["until"])
    record(by, "places.post.ended", post, territory=post.territory_id, person=post.person_id)


def begin(
    person: Person, territory: Territory, office: Office, *, by: Person, now: datetime
) -> Post:
    """The same written down twice, as by two presses of a button, is one post."""
    refusal = rules.why_not_take_post(
        is_others_care=is_others_care(territory, by),
        heads_already=office.is_head and head_of(territory) == person,
    )
    if refusal:
        raise Refused(words.REFUSALS[refusal])
    same = territory.posts.current().filter(person=person, title=office.title)
    if known := same.filter(is_head=office.is_head).first():
        return known
    post = Post.objects.create(
        person=person,
        territory=territory,
        organisation=office.organisation,
        title=office.title,
        is_head=office.is_head,
        since=office.since,
    )
    record(by, "places.post.given", post, territory=territory.pk, person=person.pk)
    if not territory.care.filter(until=None).exists():
        care_for(territory, person, by=by, now=now)
    return post


def care_for(territory: Territory, person: Person, *, by: Person, now: datetime) -> None:
    """A centre that gives a post where nobody works yet works there from now on."""
    kept = by.centres_with(Ability.KEEP_PEOPLE)
    known = person.registrations.filter(centre__in=kept).select_related("centre")
    if registration := known.order_by("since").first():
        take_care(territory, registration.centre, now=now, by=by)


def head_of(territory: Territory) -> Person | None:
    post = territory.posts.current().filter(is_head=True).select_related("person").first()
    return post.person if post else None


def is_others_care(territory: Territory, by: Person) -> bool:
    caring = set(territory.care.filter(until=None).values_list("centre", flat=True))
    return bool(caring) and not caring & set(by.centres_with(Ability.KEEP_PEOPLE))


def lock(territory: Territory) -> None:
    territory.refresh_from_db(from_queryset=Territory.objects.select_for_update())
