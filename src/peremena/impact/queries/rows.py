"""Rows of the ledger as plain values for `totals`."""

from collections import defaultdict
from decimal import Decimal

from peremena.impact.models import AwardQuerySet, Contribution
from peremena.impact.rules import Form, Kind, Proof
from peremena.impact.totals import Row, Share

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
        share = Share(Kind(kind), Form(form), promised or Decimal(), paid or Decimal())
        found[award].append(share)
    return found
