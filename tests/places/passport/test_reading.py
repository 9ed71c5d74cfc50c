"""Facts read out of a passport, and the numbers through the years."""

from datetime import UTC, datetime
from decimal import Decimal

from peremena.places.passport import Block, facts
from peremena.places.passport.reading import personal_in
from peremena.places.passport.words import of_block
from peremena.places.passport.yearly import Cell, Statement, yearly

KNOWN = {"as_of": "2026", "source": "похозяйственная книга"}


def read(block, content, **rest):
    return facts(block, content, of_block(block, "ru"), **rest)


def told(found):
    return [(fact.path, fact.value, fact.counted, fact.provenance) for fact in found]


def test_a_fact_without_a_day_takes_that_of_its_block():
    content = {
        "known": KNOWN,
        "population": {"value": 1140},
        "men": {"value": 540, "as_of": "2025-01-01", "source": "перепись"},
        "women": {"value": "не считали"},
    }

    assert told(read(Block.PEOPLE, content)) == [
        ("population", 1140, "1\xa0140\xa0чел.", "2026, похозяйственная книга"),
        ("men", 540, "540\xa0чел.", "01.01.2025, перепись"),
    ]


def test_a_row_is_one_fact_with_its_details():
    content = {"grants": [{"id": "r1", "title": "Мостик", "year": "2024", "sum": "294440.15"},
                          {"id": "r2", "sum": 10}]}  # fmt: skip

    (fact,) = read(Block.MONEY, content)

    assert (fact.label, fact.path, fact.field, fact.words) == (
        "Проект", "grants.r1", "grants", "Мостик",
    )  # fmt: skip
    assert [(detail.path, detail.words) for detail in fact.details] == [
        ("grants.r1.year", "2024"),
        ("grants.r1.sum", "294\xa0440,15\xa0₽"),
    ]


def test_codes_are_told_in_words_and_what_is_beneath_follows():
    content = {"club": {"hours": "до 18:00", "value": "here", "state": "repair", "capacity": 80}}

    (fact,) = read(Block.INSTITUTIONS, content)

    assert (fact.label, fact.words) == ("Дом культуры или клуб", "есть")
    assert [detail.words for detail in fact.details] == [
        "80\xa0мест",
        "нужен ремонт",
        "до 18:00",
    ]


def test_what_is_personal_is_passed_over_when_asked():
    content = {"bodies": [{"id": "b", "name": "Хор", "leader": "Зорина", "contact": "555"}],
               "known": KNOWN}  # fmt: skip
    personal = personal_in(Block.SOCIETY)

    (fact,) = read(Block.SOCIETY, content, personal=personal)

    assert fact.words == "Хор"
    assert fact.details == ()


def test_content_of_another_shape_is_not_read_and_does_not_fail():
    assert read(Block.PEOPLE, {"population": [], "men": 3, "known": "да", "women": None}) == ()


def at(year):
    return datetime(year, 6, 1, tzinfo=UTC)


def population(value, as_of=""):
    (fact,) = read(Block.PEOPLE, {"population": {"value": value, "as_of": as_of}})
    return fact


def test_numbers_are_set_by_their_own_year_and_a_later_word_is_a_correction():
    statements = [
        Statement(population(1000, "2024"), at(2026)),
        Statement(population(1010, "2024"), at(2027)),
        Statement(population(909), at(2026)),
        Statement(population(1000, "2028-01-01"), at(2027)),
    ]

    found = yearly(statements)

    assert found.years == (2024, 2026, 2028)
    assert [line.cells for line in found.lines] == [
        (Cell(2024, 1010), Cell(2026, 909, -101, -10), Cell(2028, 1000, 91, 10))
    ]


def test_a_year_in_which_a_number_was_not_counted_is_left_open():
    (men,) = read(Block.PEOPLE, {"men": {"value": 0, "as_of": "2025"}})
    (later,) = read(Block.PEOPLE, {"men": {"value": 4, "as_of": "2027"}})
    statements = [Statement(men, at(2025)), Statement(later, at(2027)),
                  Statement(population(5, "2026"), at(2026))]  # fmt: skip

    lines = {line.fact.path: line.cells for line in yearly(statements).lines}

    assert lines["men"] == (Cell(2025, 0), Cell(2026, None), Cell(2027, 4, 4, None))


def test_kopecks_stay_exact():
    (fact,) = read(Block.MONEY, {"budget": {"value": "1250.50"}})

    assert fact.value == Decimal("1250.50")
