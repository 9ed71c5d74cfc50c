"""Applications whose time is over: they go, and so do cards that nothing else holds on to."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import F

from peremena.intake.models import Candidate, CandidateQuerySet
from peremena.intake.services.erasure import forget
from peremena.people.models import Person

from .erasure import empty, erase


def unfinished(before: datetime) -> int:
    """Nobody handed them in while the call was open."""
    return destroy(Candidate.objects.filter(state="begun", call__closes_at__lt=before), before)


def withdrawn(before: datetime) -> int:
    """Their authors took them back, and the consent with them."""
    return destroy(Candidate.objects.filter(withdrawn_at__lt=before), before)


def not_taken(before: datetime) -> int:
    """Of calls that closed before; whoever learns in the cohort keeps the application."""
    old = Candidate.objects.filter(state="handed-in", call__closes_at__lt=before)
    return destroy(old.exclude(person__enrolments__cohort=F("call__cohort")), before)


def destroy(due: CandidateQuerySet, now: datetime) -> int:
    """People who are invented for the show stay."""
    found = list(due.exclude(is_demonstration=True).values_list("pk", "person"))
    count = forget([pk for pk, _person in found])
    forget_people({person for _pk, person in found}, now)
    return count


def forget_people(people: Collection[int], now: datetime) -> None:
    """A card of which no centre knows and to which nothing was sent needs no search for traces."""
    alone = Person.objects.filter(
        pk__in=people, roles=None, memberships=None, enrolments=None, candidacies=None,
        posts=None, last_login=None, erased_at=None, is_demonstration=False,
    )  # fmt: skip
    for person in alone:
        leaves_traces = (
            person.registrations.exists()
            or person.letters.exists()
            or person.consents.exclude(scan="").exists()
        )
        (erase if leaves_traces else empty)(person, now=now)
