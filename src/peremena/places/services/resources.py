"""The map of resources: adding, changing, showing to all, removing and putting back."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from peremena.drafts.history import Source
from peremena.journal.services import record
from peremena.kit.files import Examined, smaller
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.places import editing, sayings, showing
from peremena.places.models import Questionnaire, Resource, ResourceEdit, Territory, Village
from peremena.places.rules import Layer
from peremena.places.showing import Faces

PLAIN = ("title", "story", "whereabouts", "season", "owner", "latitude", "longitude")
WORDS = ("title", "story", "whereabouts", "season", "owner")


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


@dataclass(frozen=True)
class Theirs:
    """What somebody else has meanwhile written. `said`: as in `editing`; `edit`: the last one."""

    by: Person
    said: Any
    edit: int


@dataclass(frozen=True)
class Known:
    """What the page that sends words knows of the edits of a resource.

    `seen`: the last one when it was made, None where nobody knows; `insists`: by name, the last one
    of which the person was told and still wants their own; `sent`: what the page itself has sent
    before, so that it shows those words.
    """

    seen: int | None = None
    insists: Mapping[str, int] = field(default_factory=dict)
    sent: Collection[str] = ()


NOTHING_KNOWN = Known()


@transaction.atomic
def change(
    resource: Resource,
    told: Told,
    *,
    by: Person,
    now: datetime,
    heard: Source | None = None,
    known: Known = NOTHING_KNOWN,
    operation: str = "",
) -> Mapping[str, Theirs]:
    """Nothing when it is changed; else by name what others have changed, too, and nothing is taken.

    `operation`: as in `add`.
    """
    lock(resource)
    if operation and resource.edits.filter(key=operation).exists():
        return {}
    since, stands = unknown_to(known, resource, by), said_of(resource)
    mine = said_of(told) | {"photo": told.photo.sha256 if told.photo else stands["photo"]}
    changes = [editing.Change(edit.by_id, news(edit, known.insists)) for edit in since]
    ends = editing.settled(stands, mine, changes, by=by.pk)
    if ends.quarrels:
        return told_of(ends.quarrels, stands, since)
    take(resource, about_that_photo(told, since), ends.takes, now=now)
    before = {name: stands[name] for name in ends.takes}
    remember(resource, before, operation, by=by, now=now)
    note(resource, "changed", by=by, heard=heard)
    return {}


def unknown_to(known: Known, resource: Resource, by: Person) -> list[ResourceEdit]:
    """Later ones that the page does not show; what it has sent itself, it shows."""
    if known.seen is None:
        return []
    later = resource.edits.filter(pk__gt=known.seen).select_related("by").order_by("pk")
    return [
        edit
        for edit in later
        if edit.by_id != by.pk or edit.key.partition(".")[0] not in known.sent
    ]


def told_of(
    quarrels: Mapping[str, int], stands: Mapping[str, Any], since: Sequence[ResourceEdit]
) -> dict[str, Theirs]:
    people, last = {edit.by_id: edit.by for edit in since}, since[-1].pk
    return {name: Theirs(people[who], stands[name], last) for name, who in quarrels.items()}


def news(edit: ResourceEdit, insists: Mapping[str, int]) -> dict[str, Any]:
    return {name: said for name, said in edit.before.items() if edit.pk > insists.get(name, 0)}


def about_that_photo(told: Told, since: Iterable[ResourceEdit]) -> Told:
    """Who agreed was said of a photo that stands there no more."""
    is_another = not told.photo and any("photo" in edit.before for edit in since)
    return replace(told, faces=None) if is_another else told


def said_of(one: Resource | Told) -> dict[str, Any]:
    """What `editing` compares; a point to the metre, lines ended in one way."""
    plain = {name: getattr(one, name).replace("\r\n", "\n") for name in WORDS}
    point = None
    if one.latitude is not None and one.longitude is not None:
        point = [round(one.latitude, 5), round(one.longitude, 5)]
    photo = str(one.photo) if isinstance(one, Resource) else ""
    village = one.village.pk if one.village else None
    return plain | {"layer": str(one.layer), "village": village, "point": point, "photo": photo}


def take(resource: Resource, told: Told, names: Mapping[str, Any], *, now: datetime) -> None:
    for name in {*names} & {*WORDS}:
        setattr(resource, name, getattr(told, name))
    if "point" in names:
        resource.latitude, resource.longitude = told.latitude, told.longitude
    if "layer" in names:
        resource.layer = told.layer
    if "village" in names:
        resource.village = told.village
    resource.changed_at = now
    show_photo(resource, told)
    resource.save()


def remember(
    resource: Resource, before: Mapping[str, Any], operation: str, *, by: Person, now: datetime
) -> None:
    resource.edits.create(key=operation, by=by, at=now, before=before)


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
    remember(resource, {"photo": str(resource.photo)}, "", by=by, now=now)
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


def forget_edits(before: datetime) -> int:
    """What a resource said before each edit; a phone keeps pages for sixty days."""
    return ResourceEdit.objects.filter(at__lt=before).delete()[0]


def destroy(resource: Resource) -> None:
    drop_photo(resource)
    record(None, "places.resource.destroyed", resource)
    resource.delete()


def write(resource: Resource, told: Told, *, now: datetime) -> None:
    for name in PLAIN:
        setattr(resource, name, getattr(told, name))
    resource.layer, resource.village, resource.changed_at = told.layer, told.village, now
    show_photo(resource, told)
    resource.save()


def show_photo(resource: Resource, told: Told) -> None:
    if told.photo or told.faces:
        resource.people_agreed = showing.AGREEMENT[told.faces or Faces.NOT_YET]
    if told.photo:
        drop_photo(resource)
        resource.photo, resource.small = told.photo.content, smaller(told.photo)


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
