"""Tables of territories: each mistake has its row and column; what went out comes in unchanged."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.places.importing import (
    Column,
    Fault,
    Mistake,
    News,
    Place,
    Sheet,
    Told,
    Vocabulary,
    compare,
    fold,
    gather,
    lines,
)
from peremena.places.rules import Status

STATUSES = {Status.RURAL_SETTLEMENT: "сельское поселение", Status.UNIT: "территориальный отдел"}
DISTRICTS = {"тарский район": "Тарский район", "тарский муниципальный округ": "Тарский район"}
WORDS = Vocabulary(
    columns={fold(column): column for column in Column},
    districts=DISTRICTS,
    statuses={fold(text): status for status, text in STATUSES.items()},
    today=date(2026, 11, 23),
)
WHOLE = Place(
    district="Тарский район",
    name="Ключевская территория",
    centre="Ключи",
    population=1140,
    year=2021,
    source="перепись",
    status=Status.UNIT,
    status_since=date(2025, 1, 1),
    status_source="закон",
    code="52654411",
    code_since=date(2025, 1, 1),
    villages=(Told("Ключи", 540, 2021, "перепись", 56.4, 74.3), Told("Лесная")),
    row=2,
)


def sheet(*rows, header=tuple(Column)):
    """Rows are dictionaries by column; what is not told is empty."""
    cells = [tuple(str(row.get(column, "")) for column in header) for row in rows]
    return Sheet(tuple(header), cells, list(range(2, len(cells) + 2)))


def row(**changed):
    """A whole row; `residents_year=…` stands for the column residents-year."""
    told = {
        Column.DISTRICT: "Тарский район",
        Column.NAME: "Ключевская территория",
        Column.CENTRE: "Ключи",
        Column.VILLAGE: "Ключи",
    }
    return told | {Column(name.replace("_", "-")): value for name, value in changed.items()}


def mistakes(*rows):
    return [(one.row, one.column, one.fault) for one in gather(sheet(*rows), WORDS).mistakes]


def test_rows_of_one_territory_add_up():
    found = gather(
        sheet(row(population="1 140", year="2021"), row(centre="", village="Лесная")), WORDS
    )

    assert found.mistakes == []
    assert found.places == [
        Place(
            "Тарский район",
            "Ключевская территория",
            "Ключи",
            1140,
            2021,
            villages=(Told("Ключи"), Told("Лесная")),
            row=2,
        )
    ]


def test_an_okrug_is_found_by_its_new_name_and_a_day_in_either_form():
    told = row(district="ТАРСКИЙ муниципальный округ", status_since="01.02.2025")

    (place,) = gather(sheet(told), WORDS).places

    assert (place.district, place.status_since) == ("Тарский район", date(2025, 2, 1))


@pytest.mark.parametrize(
    ("told", "column", "fault"),
    [
        ({"district": ""}, Column.DISTRICT, Fault.NO_DISTRICT),
        ({"district": "Торский район"}, Column.DISTRICT, Fault.UNKNOWN_DISTRICT),
        ({"name": ""}, Column.NAME, Fault.NO_NAME),
        ({"name": "я" * 161}, Column.NAME, Fault.TOO_LONG),
        ({"population": "много"}, Column.POPULATION, Fault.NOT_A_NUMBER),
        ({"population": "12.5"}, Column.POPULATION, Fault.NOT_A_NUMBER),
        ({"population": "-4"}, Column.POPULATION, Fault.NEGATIVE),
        ({"population": "3000000000"}, Column.POPULATION, Fault.TOO_MANY),
        ({"year": "2031"}, Column.YEAR, Fault.BAD_YEAR),
        ({"year": "21"}, Column.YEAR, Fault.BAD_YEAR),
        ({"status_since": "весной"}, Column.STATUS_SINCE, Fault.BAD_DAY),
        ({"status_since": "31.02.2025"}, Column.STATUS_SINCE, Fault.BAD_DAY),
        ({"status": "село"}, Column.STATUS, Fault.UNKNOWN_STATUS),
        ({"code": "5265441"}, Column.CODE, Fault.BAD_CODE),
        ({"code": "5265441А"}, Column.CODE, Fault.BAD_CODE),
        ({"latitude": "156", "longitude": "74"}, Column.LATITUDE, Fault.BAD_DEGREES),
        ({"latitude": "56"}, Column.LATITUDE, Fault.HALF_A_POINT),
        ({"village": "", "residents": "5"}, Column.VILLAGE, Fault.NO_VILLAGE),
    ],
)
def test_a_cell_that_makes_no_sense_is_named(told, column, fault):
    assert mistakes(row(**told)) == [(2, column, fault)]


@pytest.mark.parametrize(
    ("second", "column", "fault"),
    [
        (row(village="Ключи"), Column.VILLAGE, Fault.VILLAGE_TWICE),
        (row(village=""), Column.NAME, Fault.TERRITORY_TWICE),
        (row(village="Лесная", centre="Лесная"), Column.CENTRE, Fault.CONTRADICTS),
        (row(name="Другая", code="52654411"), Column.CODE, Fault.CODE_TWICE),
    ],
)
def test_rows_that_do_not_go_together_are_named(second, column, fault):
    assert mistakes(row(code="52654411"), second) == [(3, column, fault)]


def test_a_guess_is_offered_for_a_district_written_wrong():
    (mistake,) = gather(sheet(row(district="Тарскйи район")), WORDS).mistakes

    assert (mistake.value, mistake.guess) == ("Тарскйи район", "Тарский район")


def test_a_wrong_header_is_told_before_any_row():
    header = (Column.NAME, Column.NAME, "Заметки")

    found = gather(Sheet(header, [("", "", "")], [2]), WORDS)

    assert found.places == ()
    assert [(one.column, one.fault, one.value) for one in found.mistakes] == [
        (Column.NAME, Fault.COLUMN_TWICE, "name"),
        (None, Fault.EXTRA_COLUMN, "Заметки"),
        (Column.DISTRICT, Fault.NO_COLUMN, ""),
    ]


def test_the_example_in_the_template_is_not_a_territory():
    found = gather(sheet(row(name="Пример: Ключевская"), row()), WORDS)

    assert [place.name for place in found.places] == ["Ключевская территория"]


def told(**changed):
    (place,) = gather(sheet(row(**changed)), WORDS).places
    return place


@pytest.mark.parametrize(
    ("place", "known", "expected"),
    [
        (told(centre=""), None, Mistake(2, Column.CENTRE, Fault.NO_CENTRE)),
        (told(centre="Тара"), None, Mistake(2, Column.CENTRE, Fault.CENTRE_ELSEWHERE, "Тара")),
        (
            told(status="сельское поселение"),
            WHOLE,
            Mistake(2, Column.STATUS_SINCE, Fault.DAY_NEEDED),
        ),
        (
            told(status="сельское поселение", status_since="2024-12-31"),
            WHOLE,
            Mistake(2, Column.STATUS_SINCE, Fault.DAY_TOO_EARLY, "2024-12-31"),
        ),
        (told(code="52654412"), WHOLE, Mistake(2, Column.CODE_SINCE, Fault.DAY_NEEDED)),
    ],
)
def test_what_does_not_go_with_what_is_here_is_named(place, known, expected):
    assert compare(place, known, {}).mistakes == [expected]


def test_a_code_of_another_territory_is_not_given_away():
    other = Place("Тарский район", "Другая")

    assert compare(told(code="52654411"), None, {"52654411": other}).mistakes == [
        Mistake(2, Column.CODE, Fault.CODE_TAKEN, "52654411", "Другая")
    ]


def test_an_empty_cell_changes_nothing():
    compared = compare(told(centre=""), WHOLE, {})

    assert (compared.news, compared.wanted, compared.changes) == (News.SAME, WHOLE, [])


def test_changes_are_told_by_cell():
    compared = compare(told(population="1100", residents="500", village="Лесная"), WHOLE, {})

    assert [(one.column, one.before, one.after, one.of) for one in compared.changes] == [
        (Column.POPULATION, "1140", "1100", ""),
        (Column.RESIDENTS, "", "500", "Лесная"),
    ]


def test_a_new_territory_without_villages_begins_with_its_centre():
    compared = compare(told(village=""), None, {})

    assert (compared.news, compared.wanted.villages) == (News.NEW, (Told("Ключи"),))


names = st.text("Абвгдеё -", min_size=1, max_size=12).map(lambda said: " ".join(said.split()))
names = names.filter(lambda said: said.strip(" -") and not said.startswith("-"))
years = st.none() | st.integers(1897, 2026)
days = st.none() | st.dates(date(1990, 1, 1), date(2026, 1, 1))
numbers = st.none() | st.integers(0, 2_000_000)
degrees = st.none() | st.tuples(st.integers(5300, 5800), st.integers(7000, 7700))
villages = st.builds(
    lambda name, people, since, source, point: Told(
        name, people, since, source, *((part / 100 for part in point) if point else (None, None))
    ),
    names,
    numbers,
    years,
    st.just("") | names,
    degrees,
)
places = st.builds(
    lambda known, **rest: Place("Тарский район", centre=known[0].name, villages=known, **rest),
    st.lists(villages, min_size=1, max_size=4, unique_by=lambda one: fold(one.name)).map(tuple),
    name=names,
    population=numbers,
    year=years,
    source=st.just("") | names,
    status=st.none() | st.sampled_from(list(STATUSES)),
    status_since=days,
    status_source=st.just("") | names,
    code=st.just("") | st.from_regex(r"52\d{6}", fullmatch=True),
    code_since=days,
)


@given(places)
def test_what_is_told_of_a_place_is_read_as_the_same_place(place):
    cells = [
        ["" if cell is None else str(cell) for cell in line] for line in lines(place, STATUSES)
    ]

    found = gather(Sheet(tuple(Column), cells, list(range(2, len(cells) + 2))), WORDS)

    assert (found.places, found.mistakes) == ([place_in_row(place, 2)], [])
    compared = compare(found.places[0], place, {place.code: place})
    assert (compared.news, compared.changes) == (News.SAME, [])


def place_in_row(place, number):
    return Place(**{**vars(place), "row": number})
