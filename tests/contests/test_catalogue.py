"""The records of contests: what they must be, and what they may never claim."""

import json
from datetime import date, datetime, timedelta, timezone

import pytest

from peremena.contests import catalogue
from peremena.contests.catalogue import BrokenRecord, UnknownContest
from peremena.contests.records import Phase, Window, evidence

FOUR = {"fpg", "omsk_initiative", "omsk_sonko", "pfki"}
RECORDS = pytest.mark.parametrize("record", catalogue.records(), ids=lambda record: record.id)


def test_the_four_contests_of_the_school_are_there_and_the_nearest_stand_first():
    ids = [record.id for record in catalogue.records()]

    assert set(ids) >= FOUR
    assert ids[0] == "omsk_initiative"
    assert ids.index("omsk_sonko") < ids.index("fpg") < ids.index("timchenko_kult_mozaika")


def test_an_unknown_contest_names_the_known_ones():
    with pytest.raises(UnknownContest) as error:
        catalogue.get("fgp")

    assert error.value.known == sorted(record.id for record in catalogue.records())


@RECORDS
def test_everything_said_has_a_source_and_nothing_claims_to_be_verified(record):
    said = evidence(record)

    assert said
    assert all(thing.sources for thing in said)
    assert {thing.verified_on for thing in said} == {None}


@RECORDS
def test_what_we_do_not_know_is_said(record):
    assert record.unknown


@RECORDS
def test_no_window_that_we_know_is_still_open(record):
    assert record.window(date(2026, 11, 23)) is None


def test_a_verified_figure_keeps_its_day(tmp_path):
    content = a_record()
    content["maximum"] = {"value": 500000, "sources": ["rules"], "verified_on": "2026-11-20"}

    assert read(tmp_path, content).maximum.verified_on == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"maximum": {"value": 1, "sources": ["nowhere"]}}, "sources that are not in the list"),
        ({"maximum": {"value": 1, "sources": []}}, "maximum.sources"),
        ({"maximum": {"value": 0, "sources": ["rules"]}}, "maximum.value"),
        ({"legal": []}, "sources that nothing refers to"),
        ({"points": 5}, "points"),
        ({"id": "other"}, "calls itself"),
        ({"applicants": {"ngo": {"answer": "may_not", "sources": ["rules"]}}}, "needs a reason"),
        ({"applicants": {"mayor": {"answer": "may", "sources": ["rules"]}}}, "applicants.mayor"),
        (
            {
                "windows": [
                    {
                        "edition": "2026",
                        "opens": "2026-05-02",
                        "closes": "2026-05-01",
                        "sources": ["rules"],
                    }
                ]
            },
            "closes before it opens",
        ),
        (
            {
                "criteria": [
                    {"code": "a", "title": "А", "weight": None, "source": "rules"},
                    {"code": "a", "title": "Б", "weight": None, "source": "rules"},
                ]
            },
            "codes of criteria that repeat",
        ),
    ],
)
def test_a_broken_record_says_where(tmp_path, change, complaint):
    with pytest.raises(BrokenRecord, match=complaint) as error:
        read(tmp_path, a_record() | change)

    assert str(error.value).startswith("village.json: ")


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [
        ("2026-12-01", None, Phase.UPCOMING),
        ("2026-11-23", "2026-12-20", Phase.OPEN),
        (None, "2026-11-23", Phase.OPEN),
        ("2026-10-01", "2026-11-22", Phase.PAST),
        ("2026-10-01", None, Phase.PAST),
        (None, None, Phase.PAST),
    ],
)
def test_phase_of_a_window(opens, closes, expected):
    window = Window(edition="2026", opens=opens, closes=closes, sources=("rules",))

    assert window.phase(date(2026, 11, 23)) is expected


def test_the_open_window_comes_before_the_next_one(tmp_path):
    now = {"edition": "now", "opens": "2026-11-01", "closes": "2026-11-30", "sources": ["rules"]}
    later = {"edition": "later", "opens": "2027-02-01", "sources": ["rules"]}
    record = read(tmp_path, a_record() | {"windows": [later, now]})

    assert record.window(date(2026, 11, 23)).edition == "now"
    assert record.window(date(2026, 12, 23)).edition == "later"
    assert record.window(date(2027, 2, 2)) is None


def test_a_deadline_needs_day_hour_and_zone():
    known = {"closes": "2027-03-15", "closes_at": "23:30", "zone": "Europe/Moscow"}
    window = Window(edition="2027-2", sources=("rules",), **known)

    moscow = timezone(timedelta(hours=3))
    assert window.deadline == datetime(2027, 3, 15, 23, 30, tzinfo=moscow)
    assert Window(edition="2027-2", sources=("rules",), closes="2027-03-15").deadline is None


def a_record() -> dict:
    return {
        "format": "peremena.contest/1",
        "id": "village",
        "title": {"ru": "Сельский конкурс", "en": "Village contest"},
        "short": {"ru": "Сельский", "en": "Village"},
        "about": {"ru": "Для села.", "en": "For villages."},
        "level": "regional",
        "profile": "ngo",
        "operator": "Округ",
        "sources": {"rules": {"title": "Положение", "url": None, "kind": "official"}},
        "legal": [{"text": {"ru": "Положение", "en": "Rules"}, "sources": ["rules"]}],
    }


def read(folder, content):
    file = folder / "village.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    return catalogue.read(file)
