"""A second person looks at the document and confirms the sum, or says what is wrong."""

from datetime import datetime

from django.db import transaction

from peremena.impact import rules, words
from peremena.impact.models import Award
from peremena.impact.rules import Refusal
from peremena.kit.refusals import Refused
from peremena.people.abilities import Ability
from peremena.people.models import Person

from . import rows


@transaction.atomic
def verify(award: Award, *, by: Person, now: datetime, seen: int | None = None) -> None:
    """From now on the sum is public. `seen`: the version that was compared with the document."""
    rows.reread(award)
    demand_verifier(award, by)
    rows.demand(
        rules.why_not_verify(
            rules.Proof(award.proof),
            is_own=by.pk in (award.entered_by_id, award.changed_by_id),
            is_verified=award.is_verified,
            is_taken_back=award.taken_back_at is not None,
            is_seen=seen in (None, award.version),
        )
    )
    ground = rows.ground_of(award.project, award.decided_on)
    award.cohort_id, award.person_id = ground.cohort_id, ground.person_id
    award.verified_by, award.verified_at = by, now
    award.doubt, award.doubted_by = "", None
    award.save(
        update_fields=[
            "cohort", "person", "verified_by", "verified_at", "doubt", "doubted_by",
        ]
    )  # fmt: skip
    rows.note(award, "verified", by)


@transaction.atomic
def doubt(award: Award, *, why: str, by: Person, now: datetime) -> None:
    """Not confirmed, or no longer: what is wrong stands at the row until somebody mends it."""
    rows.reread(award)
    demand_verifier(award, by)
    rows.demand(rules.why_not_change(is_taken_back=award.taken_back_at is not None, why=why))
    award.verified_by = award.verified_at = None
    award.doubt, award.doubted_by = why.strip(), by
    award.save(update_fields=["verified_by", "verified_at", "doubt", "doubted_by"])
    award.corrections.create(at=now, by=by, why=why.strip())
    rows.note(award, "doubted", by)


def demand_verifier(award: Award, person: Person) -> None:
    if award.centre_id not in person.centres_with(Ability.VERIFY_MONEY):
        raise Refused(words.REFUSALS[Refusal.NOT_YOURS])
