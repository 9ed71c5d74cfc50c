"""What came of a questionnaire, for staff; nothing leads from here to a person without a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peremena.lessons import questions, rules
from peremena.lessons.models import Survey
from peremena.lessons.questions import Hidden, Result


@dataclass(frozen=True)
class Said:
    """What one person answered under their name."""

    name: str
    texts: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Outcome:
    """`number`: of answers; `hidden`: why `results` are empty; `named`: only without anonymity."""

    number: int
    is_open: bool
    hidden: Hidden | None
    results: Sequence[Result]
    named: Sequence[Said]


def outcome(survey: Survey, today: date) -> Outcome:
    """One query."""
    rows = list(survey.answers.select_related("person"))
    is_open = rules.is_survey_open(survey.closes_on, today, is_closed=survey.is_closed)
    hidden = questions.why_hidden(len(rows), is_anonymous=survey.is_anonymous, is_open=is_open)
    asked = questions.read(survey.questions)
    results = [] if hidden else questions.results(asked, [one.answers for one in rows])
    named = sorted(
        (
            Said(
                one.person.full_name,
                [(each.label, str(one.answers.get(each.key, ""))) for each in asked],
            )
            for one in rows
            if one.person and not hidden
        ),
        key=lambda said: said.name,
    )
    return Outcome(len(rows), is_open, hidden, results, named)
