"""The map of resources: adding, changing, showing to all, removing and putting back."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import transaction

from peremena.drafts.history import Source
from peremena.journal.services import record
from peremena.kit.files import Examined, smaller
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.places import sayings, showing
from peremena.places.models import Questionnaire, Resource, Territory, Village
from peremena.places.rules import Layer
from peremena.places.showing import Faces

PLAIN = ("title", "story", "whereabouts", "season", "owner", "latitude", "longitude")


@dataclass(frozen=True)
class Told:
    """What people say of a resource. A photo that is not sent leaves the one that is there; about
    a new photo of which nothing is said nobody has agreed yet."""

    title: str
    layer: Layer
    story: str = ""
    village: Village | None = None
    whereabouts: str = ""
    latitude: float | None = None
    longitude: float | None = None
    season: str = ""
    owner: str = ""
    photo: Examined | None = None
    faces: Faces | None = None


@transaction.atomic
def add(
    territory: Territory,
    told: Told,
    *,
    by: Person,
    now: datetime,
    questionnaire: Questionnaire | None = None,
    heard: Source | None = None,
    operation: str = "",
) -> Resource:
    """`heard`: how somebody who writes for the head learned it; None: nobody said.

    `operation`: of the page; what it has sent before is there already and comes back as it is.
    """
    if operation and (known := sent_before(territory, operation)):
        return known
    resource = Resource(
        territory=territory,
        operation=operation,
        questionnaire=questionnaire,
        added_by=by,
        on_behalf_of=head_for(territory, by),
        added_at=now,
        is_demonstration=by.is_demonstration,
    )
    write(resource, told, now=now)
    note(resource, "added", by=by, heard=heard)
    return resource


def sent_before(territory: Territory, operation: str) -> Resource | None:
    """The territory is locked, so that the same sent twice at once makes one row."""
    Territory.objects.select_for_update().get(pk=territory.pk)
    return territory.resources.filter(operation=operation).first()


@transaction.atomic
def change(
    resource: Resource, told: Told, *, by: Person, now: datetime, heard: Source | None = None
) -> None:
    lock(resource)
    write(resource, told, now=now)
    note(resource, "changed", by=by, heard=heard)


@transaction.atomic
def show(resource: Resource, *, shown: bool, by: Person, heard: Source | None = None) -> None:
    """To everybody on the internet, or to nobody but those who read the passport."""
    resource.is_shown = shown
    resource.save(update_fields=["is_shown"])
    note(resource, "shown" if shown else "hidden", by=by, heard=heard)


@transaction.atomic
def remove(resource: Resource, *, by: Person, now: datetime, heard: Source | None = None) -> None:
    """Off the map; it waits for a month in case somebody wants it back."""
    resource.removed_at = now
    resource.save(update_fields=["removed_at"])
    note(resource, "removed", by=by, heard=heard)


@transaction.atomic
def put_back(resource: Resource, *, by: Person, now: datetime, heard: Source | None = None) -> None:
    lock(resource)
    if resource.removed_at is None:
        return
    if refusal := showing.why_not_put_back(resource.removed_at, now):
        raise Refused(sayings.REFUSALS[refusal])
    resource.removed_at = None
    resource.save(update_fields=["removed_at"])
    note(resource, "put-back", by=by, heard=heard)


@transaction.atomic
def take_photo_off(
    resource: Resource, *, by: Person, now: datetime, heard: Source | None = None
) -> None:
    lock(resource)
    drop_photo(resource)
    resource.people_agreed, resource.changed_at = None, now
    resource.save(update_fields=["photo", "small", "people_agreed", "changed_at"])
    note(resource, "photo-removed", by=by, heard=heard)


@transaction.atomic
def forget_removed(before: datetime) -> int:
    """Destroy what was removed before that moment, photos too; how many there were."""
    old = list(Resource.objects.filter(removed_at__lt=before))
    for resource in old:
        destroy(resource)
    return len(old)


def destroy(resource: Resource) -> None:
    drop_photo(resource)
    record(None, "places.resource.destroyed", resource)
    resource.delete()


def write(resource: Resource, told: Told, *, now: datetime) -> None:
    for name in PLAIN:
        setattr(resource, name, getattr(told, name))
    resource.layer, resource.village, resource.changed_at = told.layer, told.village, now
    if told.photo or told.faces:
        resource.people_agreed = showing.AGREEMENT[told.faces or Faces.NOT_YET]
    if told.photo:
        drop_photo(resource)
        resource.photo, resource.small = told.photo.content, smaller(told.photo)
    resource.save()


def note(resource: Resource, verb: str, *, by: Person, heard: Source | None) -> None:
    """In the journal: on whose behalf, and how it was learned where that was said."""
    behalf = head_for(resource.territory, by)
    how = {"heard": heard.value} if behalf and heard else {}
    record(by, f"places.resource.{verb}", resource, on_behalf_of=behalf, **how)


def drop_photo(resource: Resource) -> None:
    """The files go when the deed stands, so that a deed undone leaves them where they are."""
    for file in (resource.photo, resource.small):
        if file:
            transaction.on_commit(partial(file.storage.delete, str(file.name)))
    resource.photo = resource.small = ""


def head_for(territory: Territory, person: Person) -> Person | None:
    """Whom the person writes for: nobody where they keep the passport, else the head of now."""
    if Territory.objects.kept_by(person).filter(pk=territory.pk).exists():
        return None
    post = territory.posts.current().filter(is_head=True).select_related("person").first()
    return post.person if post else None


def lock(resource: Resource) -> None:
    resource.refresh_from_db(from_queryset=Resource.objects.select_for_update())
