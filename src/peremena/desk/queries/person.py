"""What staff see of a person: everything that the rooms below know, put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from peremena.cohorts.models import Enrolment
from peremena.people import queries as people
from peremena.people.models import Centre, ConsentText, Merge, PaperCode, Person, Trust
from peremena.people.queries import RolesShown
from peremena.places.models import Post
from peremena.projects.models import Membership, Project

MANY = 50


@dataclass(frozen=True)
class Card:
    """`consents`: in force; `texts`: how many there are to agree to. `written`: entered for them.

    `merges`: cards joined to this one, or waiting for that.
    `code`: one on paper that has not been used; `may_code`: staff may make one.
    """

    roles: RolesShown
    posts: Sequence[Post]
    enrolments: Sequence[Enrolment]
    memberships: Sequence[Membership]
    helpers: Sequence[Trust]
    consents: int
    texts: int
    centres: Sequence[Centre]
    code: PaperCode | None
    may_code: bool
    merges: Sequence[Merge]


def card(person: Person, viewer: Person, now: datetime) -> Card:
    """A fixed number of queries, however much is known."""
    enrolments = Enrolment.objects.visible_to(viewer).of(person)
    seen = Project.objects.visible_to(viewer)
    memberships = Membership.objects.of(person).filter(project__in=seen)
    return Card(
        roles=people.roles(person, viewer),
        posts=list(Post.objects.of(person)[:MANY]),
        enrolments=list(
            enrolments.select_related("cohort", "territory").order_by("-enrolled_at")[:MANY]
        ),
        memberships=list(
            memberships.select_related("project__territory").order_by("-joined_at")[:MANY]
        ),
        helpers=helpers_of(person),
        consents=person.consents.in_force().filter(text__until=None).count(),
        texts=ConsentText.objects.in_force().count(),
        centres=people.centres_kept(viewer, person),
        code=person.paper_codes.open(now).order_by("-made_at").first(),
        merges=list(person.merges.open().select_related("gone", "asked_by").order_by("asked_at")),
        may_code=not people.keeps_people(person) and person.is_active,
    )


def helpers_of(person: Person) -> list[Trust]:
    """Whom the person has named to write for them."""
    return list(person.helpers.current().select_related("helper").order_by("since")[:MANY])


def helped_by(person: Person) -> list[Trust]:
    """Who has named the person."""
    return list(Trust.objects.in_hands_of(person).select_related("person").order_by("since")[:MANY])


def at_address(email: str) -> Person | None:
    return Person.objects.with_email(email).filter(is_active=True, erased_at=None).first()


def fellows(person: Person) -> list[Person]:
    """Members of the person's teams who are not helpers yet."""
    mine = Project.objects.with_team_of(person)
    members = Membership.objects.current().filter(project__in=mine).values("person")
    helpers = person.helpers.current().values("helper")
    known = Person.objects.filter(pk__in=members, is_active=True, erased_at=None)
    return list(known.exclude(pk=person.pk).exclude(pk__in=helpers).order_by("surname")[:MANY])
