"""What the checks of a project may ask of a contest, out of its record. Pure."""

from datetime import date

from peremena.projects.checks import ContestFacts

from .records import Answer, Contest

# Only where one field of ours fills one field of theirs can a limit of length be checked.
FIELDS = {"summary": "project.summary", "novelty": "project.novelty", "goal": "goal.text"}


def facts(contest: Contest, today: date, language: str = "ru") -> ContestFacts:
    """Windows of past editions give no dates; kinds we do not know of are not refused."""
    window = contest.window(today)
    refused: dict[str, str] = {
        kind: admission.reason.spoken(language)
        for kind, admission in contest.applicants.items()
        if admission.answer is Answer.MAY_NOT and admission.reason
    }
    return ContestFacts(
        title=contest.short.spoken(language),
        applicants_refused=refused,
        minimum=contest.minimum.value if contest.minimum else None,
        maximum=contest.maximum.value if contest.maximum else None,
        own_share=contest.own_share.value / 100 if contest.own_share else None,
        category_limits={
            code: share.value / 100 for code, share in contest.category_limits.items()
        },
        prohibited_stems=tuple(stem for cost in contest.prohibited for stem in cost.stems),
        field_limits=_limits(contest),
        earliest_start=window.starts if window else None,
        deadline=window.deadline if window else None,
        minimum_age_months=contest.minimum_age.value if contest.minimum_age else None,
    )


def _limits(contest: Contest) -> dict[str, int]:
    fields = contest.form.fields if contest.form else ()
    return {
        FIELDS[field.content]: field.limit
        for field in fields
        if field.limit and field.content in FIELDS
    }
