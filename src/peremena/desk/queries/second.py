"""What waits for a second person: sums, codes on paper, two cards of one person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peremena.impact.models import Award
from peremena.kit.typography import roubles
from peremena.people.models import Merge, PaperCode, Person

FEW = 5


@dataclass(frozen=True)
class Waiting:
    """`said`: what it is, in a few words; `about`: whom or what it is about."""

    said: str | Promise
    about: str
    url: str


def waiting(person: Person, now: datetime) -> list[Waiting]:
    """The oldest of each first; nothing that the person has done alone. Three queries."""
    return [*sums(person), *codes(person, now), *cards(person)]


def sums(person: Person) -> Iterator[Waiting]:
    """Only where there is a document to compare with, and nobody has doubted it."""
    own = Q(entered_by=person) | Q(changed_by=person)
    found = Award.objects.verified_by(person).counted().filter(verified_at=None, doubt="")
    rows = found.exclude(proof="stated").exclude(pk__in=found.filter(own).values("pk"))
    for award in rows.select_related("project").order_by("entered_at", "pk")[:FEW]:
        about = f"{roubles(award.awarded)}, {award.source} → {award.project.title}"
        yield Waiting(_("sum"), about, award.get_absolute_url())


def codes(person: Person, now: datetime) -> Iterator[Waiting]:
    rows = PaperCode.objects.kept_by(person).open(now).filter(confirmed_at=None)
    for code in rows.exclude(made_by=person).order_by("made_at", "pk")[:FEW]:
        yield Waiting(_("code on paper"), str(code.person), reverse("paper_codes"))


def cards(person: Person) -> Iterator[Waiting]:
    rows = Merge.objects.kept_by(person).waiting().exclude(asked_by=person)
    for one in rows.order_by("asked_at", "pk")[:FEW]:
        address = reverse("desk:pair", args=[one.kept_id, one.gone_id])
        yield Waiting(_("two cards of one person"), str(one.kept), address)
