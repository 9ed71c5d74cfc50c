"""The ledger and the indicators as tables: the same rows as on the page, in the same order."""

from collections.abc import Container, Iterator

from django.conf import settings
from django.utils.translation import gettext as _

from peremena.impact.models import Award, AwardQuerySet
from peremena.impact.queries import added_to
from peremena.impact.queries.indicators import Promise, Report
from peremena.people.models import Person

Cells = tuple[object, ...]


def header(*, names: bool) -> list[str]:
    """`names`: with those of persons."""
    columns = [
        _("Number in the ledger"), _("Day of the decision"), _("Project"), _("Territory"),
        _("District"), _("Cohort"), _("Source"), _("Whose money"), _("Asked for, ₽"),
        _("Awarded, ₽"), _("Paid, ₽"), _("Document"), _("Date of the document"), _("Link"),
        _("Proof"), _("Confirmed on"), _("Part of the school"), _("Co-funding promised, ₽"),
        _("Co-funding given, ₽"), _("Things and work promised, ₽"),
        _("Things and work given, ₽"),
    ]  # fmt: skip
    return [*columns, _("Led by"), _("Entered by"), _("Confirmed by")] if names else columns


def rows(awards: AwardQuerySet, *, names: bool, kept: Container[int] = ()) -> Iterator[Cells]:
    """In portions, so that a long ledger asks for no more memory than a short one. `kept`: the
    centres of whose decisions the names of persons may be told."""
    found = awards.with_contributions().select_related("person", "entered_by", "verified_by")
    for award in found.order_by("-decided_on", "-pk").iterator(chunk_size=500):
        cells: Cells = (
            award.pk, award.decided_on, str(award.project), str(award.territory),
            award.territory.district.name, str(award.cohort or ""), award.source,
            str(award.get_kind_display()), award.requested, award.awarded, award.paid,
            award.document, award.document_on, award.link, str(award.get_proof_display()),
            award.verified_at.date() if award.verified_at else None,
            str(award.get_attribution_display()), *beside(award),
        )  # fmt: skip
        persons = (award.person, award.entered_by, award.verified_by)
        people = persons if award.centre_id in kept else (None,) * len(persons)
        yield (*cells, *(named(one) for one in people)) if names else cells


def beside(award: Award) -> Cells:
    added = added_to(award)
    return (added.added_promised, added.added_paid, added.in_kind_promised, added.in_kind_given)


def named(person: Person | None) -> str:
    return str(person or "")


def indicator_header() -> list[str]:
    return [
        _("What is counted"), _("In what"), _("Plan"), _("By which day"), _("Fact"),
        _("Day of the fact"), _("State"), _("What shows it"), _("How it is counted"),
    ]  # fmt: skip


def indicator_rows(report: Report) -> Iterator[Cells]:
    """What was promised first, then what counts itself; addresses lead to the rows."""
    for one in report.promises:
        planned = one.planned
        yield (
            planned.name, planned.unit, planned.plan, planned.due_on, one.fact, one.last,
            str(one.word), shown_by(one), str(one.how),
        )  # fmt: skip
    for shelf in report.shelves:
        for line in shelf.lines:
            name = f"{shelf.title}: {line.name}"
            address = f"{settings.SITE_ADDRESS}{line.url}"
            yield name, "", None, None, line.fact, report.on, "", address, str(line.how)


def shown_by(promise: Promise) -> str:
    if promise.line:
        return f"{settings.SITE_ADDRESS}{promise.line.url}"
    told = (" ".join(part for part in (one.words, one.link) if part) for one in promise.facts)
    return "; ".join(text for text in told if text)
