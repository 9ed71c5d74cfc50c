"""Certificates: given out to many at once, each under a number of its own, and revoked."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from peremena.cohorts import letters
from peremena.cohorts.models import Certificate, Cohort, Enrolment
from peremena.journal.services import record, record_all
from peremena.kit.refusals import Refused
from peremena.people.models import Person


@transaction.atomic
def issue(
    cohort: Cohort,
    hours: Mapping[int, Decimal],
    *,
    series: str,
    new_key: Callable[[], str],
    by: Person,
    today: date,
) -> list[Certificate]:
    """`hours`: by the pk of the enrolment, of those who get one; whoever has a valid one is left
    out, so that a second press gives nothing twice. `new_key`: a code that cannot be guessed."""
    Cohort.objects.select_for_update().get(pk=cohort.pk)
    last = Certificate.objects.filter(series=series).aggregate(last=Max("number"))["last"] or 0
    made = [
        certificate(one, hours[one.pk], series, number, key=new_key(), by=by, today=today)
        for number, one in enumerate(entitled(cohort, hours), last + 1)
    ]
    Certificate.objects.bulk_create(made)
    record_all(by, "cohorts.certificate.issued", [one.enrolment for one in made], series=series)
    letters.issued(made)
    return made


def entitled(cohort: Cohort, hours: Mapping[int, Decimal]) -> Sequence[Enrolment]:
    """In the order of names, as certificates lie on the table."""
    learners = cohort.enrolments.sitting().filter(pk__in=hours, part="learner")
    without = learners.exclude(certificates__in=Certificate.objects.valid())
    known = without.select_related("person", "project", "cohort__programme__centre")
    return list(known.order_by("person__surname", "person__name", "pk"))


def certificate(
    enrolment: Enrolment,
    hours: Decimal,
    series: str,
    number: int,
    *,
    key: str,
    by: Person,
    today: date,
) -> Certificate:
    """What is printed is kept as it was: names of people and projects change."""
    programme = enrolment.cohort.programme
    return Certificate(
        enrolment=enrolment,
        series=series,
        number=number,
        name=enrolment.person.full_name,
        programme=programme.name,
        centre=programme.centre.name,
        project=str(enrolment.project or ""),
        hours=hours,
        issued_on=today,
        issued_by=by,
        key=key,
    )


@transaction.atomic
def revoke(found: Certificate, *, why: str, by: Person, today: date) -> None:
    """The public page says from then on that it holds no more; the number is not given again."""
    found.refresh_from_db(from_queryset=Certificate.objects.select_for_update())
    if found.revoked_on:
        raise Refused(_("This certificate has been revoked already."))
    if not why.strip():
        raise Refused(_("Write in a few words why."))
    found.revoked_on, found.revoked_by, found.why_revoked = today, by, why.strip()
    found.save(update_fields=["revoked_on", "revoked_by", "why_revoked"])
    record(by, "cohorts.certificate.revoked", found.enrolment, certificate=str(found))
    letters.revoked(found)
