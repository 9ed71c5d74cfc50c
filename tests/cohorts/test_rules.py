"""When people are enrolled, how that changes, when they are rung again."""

from datetime import date

import pytest

from peremena.cohorts import rules
from peremena.cohorts.rules import Part, Refusal, Status


@pytest.mark.parametrize(
    ("part", "status", "free", "taken", "refusal"),
    [
        (Part.LEARNER, None, 1, False, None),
        (Part.LEARNER, Status.LEARNING, 1, False, Refusal.ALREADY_IN),
        (Part.LEARNER, Status.GRADUATED, 1, False, Refusal.ALREADY_IN),
        (Part.LEARNER, Status.LEFT, 1, False, Refusal.HAS_LEFT),
        (Part.LEARNER, None, 0, True, Refusal.TERRITORY_TAKEN),
        (Part.LEARNER, None, 0, False, Refusal.NO_PLACE),
        (Part.MENTOR, None, 0, True, None),
        (Part.MENTOR, Status.PAUSED, 0, True, Refusal.ALREADY_IN),
    ],
)
def test_a_place_a_territory_and_a_person_are_taken_once(part, status, free, taken, refusal):
    assert rules.why_not_enrol(part, status, free=free, territory_taken=taken) == refusal


@pytest.mark.parametrize(
    ("in_team", "other_centre", "taken", "refusal"),
    [
        (True, False, False, None),
        (False, False, False, Refusal.OTHER_TEAM),
        (True, True, False, Refusal.OTHER_CENTRE),
        (False, True, True, Refusal.OTHER_CENTRE),
        (True, False, True, Refusal.PROJECT_TAKEN),
    ],
)
def test_only_a_project_of_ones_own_team_and_centre_is_attached(
    in_team, other_centre, taken, refusal
):
    found = rules.why_not_attach(in_team=in_team, of_other_centre=other_centre, is_taken=taken)

    assert found == refusal


@pytest.mark.parametrize(
    ("old", "new", "reason", "refusal"),
    [
        (Status.LEARNING, Status.LEFT, "  ", Refusal.REASON_NEEDED),
        (Status.LEARNING, Status.LEFT, "Переехала", None),
        (Status.LEARNING, Status.LEARNING, "", Refusal.SAME_STATUS),
        (Status.LEARNING, Status.GRADUATED, "", None),
        (Status.LEFT, Status.LEARNING, "", None),
    ],
)
def test_only_leaving_needs_a_reason(old, new, reason, refusal):
    assert rules.why_not_become(old, new, reason) == refusal


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 11, 19), date(2028, 11, 19)),
        (date(2024, 2, 29), date(2026, 2, 28)),
        (date(2026, 12, 31), date(2028, 12, 31)),
    ],
)
def test_a_cohort_lives_for_two_years(day, later):
    assert rules.months_later(day, rules.LIFE_IN_MONTHS) == later


@pytest.mark.parametrize(
    ("agreed", "answered", "done", "day"),
    [
        (date(2026, 12, 1), True, False, date(2026, 12, 1)),
        (date(2026, 12, 1), False, False, date(2026, 12, 1)),
        (None, False, False, date(2026, 11, 24)),
        (None, True, False, None),
        (date(2026, 12, 1), True, True, None),
    ],
)
def test_whoever_did_not_answer_is_rung_the_next_day(agreed, answered, done, day):
    today = date(2026, 11, 23)

    assert rules.ring_again(today, agreed, answered=answered, is_done=done) == day
