"""Who may apply to a contest. Pure: the reasons and the advice are data of the record."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from peremena.projects.brief.place import ApplicantKind

from .evidence import Words
from .records import Admission, Answer, Contest

KINDS: tuple[ApplicantKind, ...] = get_args(ApplicantKind)
HOPE_FIRST = [Answer.MAY, Answer.UNKNOWN, Answer.MAY_NOT]


@dataclass(frozen=True)
class Refusal:
    """Why this kind of applicant cannot apply, and what can be done instead; both not empty."""

    reason: Words
    instead: tuple[Words, ...]


@dataclass(frozen=True)
class Verdict:
    """What we can tell one kind of applicant. `admission`: None when the record is silent."""

    kind: ApplicantKind
    answer: Answer
    admission: Admission | None


def verdict(contest: Contest, kind: ApplicantKind) -> Verdict:
    """A kind the record does not mention is not known, never refused."""
    admission = contest.applicants.get(kind)
    return Verdict(kind, admission.answer if admission else Answer.UNKNOWN, admission)


def verdicts(contest: Contest) -> list[Verdict]:
    """For every kind: those who may, those we do not know of, those who may not."""
    given = [verdict(contest, kind) for kind in KINDS]
    return sorted(given, key=lambda one: HOPE_FIRST.index(one.answer))


def why_not_apply(contest: Contest, kind: ApplicantKind | None) -> Refusal | None:
    """None when this kind may apply or when we do not know; None as kind: not named yet."""
    admission = contest.applicants.get(kind) if kind else None
    if admission is None or admission.reason is None or admission.answer is not Answer.MAY_NOT:
        return None
    return Refusal(admission.reason, admission.instead)


def open_to(kind: ApplicantKind, contests: Iterable[Contest]) -> list[Contest]:
    """The contests whose rules, as far as we saw them, let this kind of applicant in."""
    return [contest for contest in contests if verdict(contest, kind).answer is Answer.MAY]
