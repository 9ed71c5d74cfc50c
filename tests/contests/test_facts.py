"""What the checks of a project learn of a contest."""

from datetime import date
from decimal import Decimal

from peremena.contests import catalogue
from peremena.contests.facts import facts
from peremena.contests.records import Contest

TODAY = date(2026, 11, 23)


def test_figures_of_the_record_become_limits():
    known = facts(catalogue.get("omsk_sonko"), TODAY)

    assert (known.minimum, known.maximum, known.minimum_age_months) == (None, Decimal(500000), 6)
    assert known.title == "Гранты Омской области для НКО"


def test_refusals_carry_their_reason_and_silence_refuses_nobody():
    known = facts(catalogue.get("fpg"), TODAY)

    assert set(known.applicants_refused) == {
        *("municipal_body", "municipal_institution", "business", "person")
    }
    assert known.applicants_refused["person"] == "Заявку подаёт организация, а не человек."
    assert facts(catalogue.get("pfki"), TODAY).applicants_refused == {}


def test_past_windows_give_no_dates():
    known = facts(catalogue.get("fpg"), TODAY)

    assert (known.deadline, known.earliest_start) == (None, None)


def test_a_window_ahead_gives_its_dates_and_all_limits_are_passed_on():
    contest = catalogue.get("fpg")
    window = contest.windows[-1].model_copy(
        update={"opens": TODAY, "closes": date(2027, 3, 15), "starts": date(2027, 7, 1)}
    )
    kept = contest.model_dump(mode="json")["windows"]
    content = contest.model_dump(mode="json") | {
        "windows": [*kept, window.model_dump(mode="json")],
        "own_share": {"value": 5, "sources": ["digest"]},
        "category_limits": {"equipment": {"value": 30, "sources": ["digest"]}},
        "prohibited": [{"name": "Долги", "stems": ["долг", "штраф"], "sources": ["digest"]}],
        "form": {
            "fields": [
                {"title": "Кратко", "content": "summary", "limit": 1000},
                {"title": "Проблема", "content": "problem", "limit": 2500},
                {"title": "Цель", "content": "goal"},
            ],
            "sources": ["smorodino", "eleos"],
        },
    }

    known = facts(Contest.model_validate(content), TODAY)

    assert known.deadline.isoformat() == "2027-03-15T23:30:00+03:00"
    assert known.earliest_start == date(2027, 7, 1)
    assert known.own_share == Decimal("0.05")
    assert known.category_limits == {"equipment": Decimal("0.3")}
    assert known.prohibited_stems == ("долг", "штраф")
    assert known.field_limits == {"project.summary": 1000}
