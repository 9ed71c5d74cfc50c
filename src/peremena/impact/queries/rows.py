"""Rows of the ledger as plain values for `totals`."""

from collections import defaultdict
from decimal import Decimal

from peremena.impact.models import Award, AwardQuerySet, Contribution
from peremena.impact.rules import Form, Kind, Proof
from peremena.impact.totals import Row, Share, Totals, of_share

READ = (
    "pk", "decided_on", "territory_id", "cohort_id", "project_id", "source_key", "kind", "proof",
    "verified_at", "awarded", "paid", "requested",
)  # fmt: skip


def rows_of(awards: AwardQuerySet) -> list[Row]:
    """Two queries, however many rows."""
    shares = shares_of(awards)
    return [
        Row(
            pk, day, territory, cohort, project, source, Kind(kind), Proof(proof),
            verified is not None, awarded, paid, requested or Decimal(), tuple(shares[pk]),
        )
        for pk, day, territory, cohort, project, source, kind, proof, verified, awarded, paid,
        requested in awards.values_list(*READ)
    ]  # fmt: skip


def shares_of(awards: AwardQuerySet) -> defaultdict[int, list[Share]]:
    found: defaultdict[int, list[Share]] = defaultdict(list)
    given = Contribution.objects.filter(award__in=awards.values("pk"))
    for award, kind, form, promised, paid in given.values_list(
        "award_id", "kind", "form", "promised", "paid"
    ):
        found[award].append(share(kind, form, promised, paid))
    return found


def share(kind: str, form: str, promised: Decimal | None, paid: Decimal | None) -> Share:
    return Share(Kind(kind), Form(form), promised or Decimal(), paid or Decimal())


def added_to(award: Award) -> Totals:
    """What others add to one decision, whose contributions are at hand."""
    given = award.contributions.all()
    shares = (share(one.kind, one.form, one.promised, one.paid) for one in given)
    return sum(map(of_share, shares), Totals())
