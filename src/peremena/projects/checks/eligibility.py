"""EL: whether this applicant may file this application, in time."""

from datetime import date, datetime, timedelta, timezone

from peremena.people.registry_numbers import slip_in_inn, slip_in_ogrn
from peremena.projects.brief import Section

from . import likeness, standing
from .begun import filled
from .remarks import Finding, Severity
from .rows import gaps
from .rule import Case, Findings, Rule

E, W, H = Severity
OMSK = timezone(timedelta(hours=6))
ADVISED_DAYS = 7
LAST_DAYS = 2
TOO_LIKE = 0.5
ZONES = frozenset({"+0200", "+0300", "+0400", "+0500", "+0600", "+0700"})


def applicant_is_admitted(case: Case) -> Findings:
    """EL-01: the contest takes applications of this kind of applicant."""
    contest, applicant = case.circumstances.contest, case.brief.applicant
    if not contest or not applicant.kind:
        return
    place, values = applicant.name or "", {"contest": contest.title, "kind": [applicant.kind]}
    allowed = contest.applicants_allowed
    if reason := contest.applicants_refused.get(applicant.kind):
        yield Finding("applicant.kind", place, "refused", values=values | {"reason": reason})
    elif allowed is not None and applicant.kind not in allowed:
        yield Finding("applicant.kind", place, "not_listed", values=values)


def signatory_has_the_right(case: Case) -> Findings:
    """EL-02: who signs, and by what paper. A person signs for oneself."""
    applicant = case.brief.applicant
    if not filled(applicant) or applicant.kind == "person":
        return
    if missing := gaps(applicant, "signatory", "authority"):
        place = applicant.signatory or ""
        yield Finding(f"applicant.{missing[0]}", place, values={"missing": missing})


def applicant_is_real_and_grown(case: Case) -> Findings:
    """EL-03: the registry numbers hold, and the organisation is as old as the contest asks."""
    applicant = case.brief.applicant
    for name, slip_in in (("inn", slip_in_inn), ("ogrn", slip_in_ogrn)):
        number = (getattr(applicant, name) or "").strip()
        if number and (slip := slip_in(number)):
            yield Finding(
                f"applicant.{name}", number, "number", values={"slip": [f"{name}-{slip}"]}
            )
    yield from _too_young(case)


def filed_in_good_time(case: Case) -> Findings:
    """EL-04: a week before the deadline by the contest's own clock; an error in the last days."""
    contest, today = case.circumstances.contest, case.circumstances.today
    if not contest or not contest.deadline or not today:
        return
    deadline, in_omsk = contest.deadline, contest.deadline.astimezone(OMSK)
    left = (deadline.date() - today).days
    if left >= ADVISED_DAYS:
        return
    values = {
        "contest": contest.title,
        "day": deadline, "clock": f"{deadline:%H:%M}", "zone": [_zone(deadline)],
        "omsk_day": in_omsk, "omsk_clock": f"{in_omsk:%H:%M}",
    }  # fmt: skip
    if today > max(deadline.date(), in_omsk.date()):
        variant = "passed"
    else:
        variant = "soon" if deadline.utcoffset() == in_omsk.utcoffset() else "soon_elsewhere"
    severity = E if left <= LAST_DAYS else W
    yield Finding("project.title", variant=variant, severity=severity, values=values)


def application_is_our_own(case: Case) -> Findings:
    """EL-05: no more than half of the text stands in another application as well."""
    alike = [(likeness.share(case.brief, other), other) for other in case.circumstances.others]
    share, other = max(alike, key=lambda pair: pair[0], default=(0.0, case.brief))
    if share > TOO_LIKE:
        values = {"share": share, "other": other.project.title or ""}
        variant = "named" if filled(other.project.title) else "nameless"
        yield Finding("project.summary", variant=variant, values=values)


def _too_young(case: Case) -> Findings:
    contest, registered = case.circumstances.contest, case.brief.applicant.registered
    least = contest.minimum_age_months if contest else None
    filed = contest.deadline.date() if contest and contest.deadline else case.circumstances.today
    if contest and least and registered and filed and (age := _months(registered, filed)) < least:
        values = {"contest": contest.title, "age": age, "least": least}
        yield Finding("applicant.registered", variant="young", values=values)


def _months(since: date, until: date) -> int:
    """Whole months; none before `since`."""
    months = (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day)
    return max(months, 0)


def _zone(moment: datetime) -> str:
    """The hours east of Greenwich when they are those of a zone people have a word for."""
    offset = f"{moment:%z}"
    return offset if offset in ZONES else "other"


RULES = (
    Rule("EL-01", Section.ABOUT, applicant_is_admitted, ngo=E, ib=E, sources=("F5",)),
    Rule("EL-02", Section.ABOUT, signatory_has_the_right, ngo=E, ib=E, sources=("F5",)),
    Rule("EL-03", Section.ABOUT, applicant_is_real_and_grown, ngo=E, ib=E, sources=("O20",)),
    Rule("EL-04", Section.ABOUT, filed_in_good_time, ngo=W, ib=W, sources=("F3", "F4", "F7")),
    Rule("EL-05", Section.ABOUT, application_is_our_own, ngo=E, ib=E, sources=("Q2",)),
    Rule("EL-06", Section.ABOUT, standing.papers_agree, ngo=E, ib=E, sources=("F6",)),
    Rule(
        "EL-07", Section.ABOUT, standing.deeds_keep_the_direction,
        ngo=W, ib=W, needs=(Section.PLAN,), sources=("K1",),
    ),
    Rule("EL-08", Section.ABOUT, standing.nobody_is_in_debt, ngo=W, ib=W, sources=("F5", "F8")),
    Rule(
        "EL-09", Section.ABOUT, standing.applicant_exists_today,
        ngo=E, ib=E, sources=("R4", "R5"),
    ),
)  # fmt: skip
