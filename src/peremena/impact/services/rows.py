"""What all deeds of the ledger share: locks, keys, evidence, the trace of a change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from peremena.cohorts.models import Enrolment
from peremena.contests import catalogue
from peremena.impact import rules, words
from peremena.impact.models import Award
from peremena.impact.rules import Refusal
from peremena.journal.services import record
from peremena.kit.files import examined_paper
from peremena.kit.refusals import Refused
from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.projects.models import Project
from peremena.projects.rules import TeamRole

SPOKEN = (
    "source", "kind", "requested", "awarded", "paid", "decided_on", "document", "document_on",
    "link", "sha256", "proof", "attribution",
)  # fmt: skip


@dataclass(frozen=True)
class Ground:
    """Where a decision belongs: at most one cohort, and whoever led the project there."""

    cohort_id: int | None
    person_id: int | None


def lock(project: Project) -> Project:
    """Two people cannot enter the same decision at once."""
    return Project.objects.select_for_update().get(pk=project.pk)


def reread(award: Award) -> None:
    lock(award.project)
    award.refresh_from_db()


def demand_keeper(project: Project, person: Person) -> None:
    if project.centre_id not in person.centres_with(Ability.RUN_CONTESTS):
        raise Refused(words.REFUSALS[Refusal.NOT_YOURS])


def demand(refusal: Refusal | None) -> None:
    if refusal:
        raise Refused(words.REFUSALS[refusal])


def ground_of(project: Project, day: date) -> Ground:
    """The cohort in which the project was that day; the last one where it was in several."""
    seats = Enrolment.objects.sitting().filter(project=project, part="learner")
    alive = seats.filter(cohort__starts_on__lte=day, cohort__ends_on__gte=day)
    if seat := alive.order_by("-cohort__starts_on", "-pk").first():
        return Ground(seat.cohort_id, seat.person_id)
    leader = project.memberships.current().filter(role=TeamRole.LEADER).order_by("pk").first()
    return Ground(None, leader.person_id if leader else None)


def demand_new(award: Award) -> None:
    """The decision stands nowhere else in the ledger."""
    others = Award.objects.counted().filter(project=award.project).exclude(pk=award.pk)
    around = (award.decided_on - rules.SAME_DECISION, award.decided_on + rules.SAME_DECISION)
    papers = others.exclude(document_key="").filter(document_key=award.document_key)
    same_day = others.filter(source_key=award.source_key, decided_on=award.decided_on)
    demand(
        rules.why_not_twice(
            same_day=same_day.exists(),
            same_document=papers.filter(decided_on__range=around).exists(),
        )
    )


def demand_whole(award: Award, now: datetime) -> None:
    demand(
        rules.why_not_enter(
            source=award.source,
            awarded=award.awarded,
            paid=award.paid,
            decided_on=award.decided_on,
            document_on=award.document_on,
            today=timezone.localdate(now),
        )
    )
    demand_new(award)


def put(award: Award, said: Mapping[str, Any]) -> None:
    """Lays what was said into the row, with what follows from it."""
    said = dict(said)
    file: UploadedFile | None = said.pop("file", None)
    confirmed = said.pop("is_confirmed", award.proof == rules.Proof.CONFIRMED)
    for name, value in said.items():
        setattr(award, name, value)
    if file is not None:
        examined = examined_paper(file)
        award.file, award.sha256 = examined.content, examined.sha256
    award.source = " ".join(award.source.split())
    award.source_key = source_key(award)
    award.document_key = rules.document_key(award.document)
    demand_proof(award, confirmed)
    ground = ground_of(award.project, award.decided_on)
    award.cohort_id, award.person_id = ground.cohort_id, ground.person_id


def source_key(award: Award) -> str:
    """A contest entered by hand under its own name or its operator's is that contest."""
    said = rules.source_key(award.source)
    known = {
        one.id for one in catalogue.records()
        if said in (rules.source_key(one.short.ru), rules.source_key(one.operator))
    }  # fmt: skip
    named = known.pop() if len(known) == 1 else ""
    return rules.source_key(award.contest or named or award.source)


def demand_proof(award: Award, confirmed: bool) -> None:  # noqa: FBT001 -- what somebody ticked
    if confirmed and not award.has_evidence:
        raise Refused(words.REFUSALS[Refusal.NO_EVIDENCE])
    award.proof = rules.proof_of(has_evidence=award.has_evidence, is_confirmed=confirmed)


def demand_other(award: Award, before: Mapping[str, str]) -> None:
    """A correction changes something: the same sent twice is not another one."""
    if spoken(award) == before:
        raise Refused(words.REFUSALS[Refusal.NOTHING_CHANGED])


def unconfirm(award: Award, by: Person) -> None:
    """Whatever changes, a colleague looks at it again."""
    award.changed_by = by
    award.version += 1
    award.verified_by = award.verified_at = None
    award.doubt, award.doubted_by = "", None


def spoken(award: Award) -> dict[str, str]:
    return {name: written(getattr(award, name)) for name in SPOKEN}


def written(value: object) -> str:
    """One sum has one spelling, whether it was typed or read from the database."""
    return str(kopecks(value)) if isinstance(value, Decimal) and value else str(value or "")


def kopecks(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))


def demand_seen(award: Award, seen: int | None) -> None:
    """`seen`: the version of the row on the page somebody acts from; None: from no page."""
    if seen is not None and seen != award.version:
        raise Refused(words.REFUSALS[Refusal.CHANGED_MEANWHILE])


def note(award: Award, deed: str, by: Person, **details: Any) -> None:
    sums: dict[str, Any] = {"awarded": award.awarded, "decided_on": award.decided_on}
    record(by, f"impact.award.{deed}", award, **sums, **details)


def trace(award: Award, before: Mapping[str, str], *, why: str, by: Person, now: datetime) -> None:
    """Keeps what the row said before; the journal tells only which fields."""
    after = spoken(award)
    changed = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    award.corrections.create(at=now, by=by, why=why.strip(), changed=changed)
    note(award, "changed", by, fields=sorted(changed))
