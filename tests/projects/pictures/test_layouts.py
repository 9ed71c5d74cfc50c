"""Pictures of a project's logic: everything is drawn, nothing lies on anything, all fits."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.projects import examples
from peremena.projects.brief import Brief, read
from peremena.projects.pictures import calendar, chain, crossing, shapes
from peremena.projects.pictures.calendar import Stretch
from peremena.projects.pictures.chain import Gap, Stage
from peremena.projects.pictures.crossing import Party
from peremena.projects.pictures.shapes import NARROW, Card
from peremena.projects.pictures.tree import grown, spread, upright
from tests.generated_briefs import contents

GOOD = read(examples.text("good-pimokaty"))
NAMES = [f"c{number}" for number in range(9)]
TITLES = {stage: str(stage) for stage in Stage}
SHORT = ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]
DAYS = st.none() | st.dates(date(2026, 1, 1), date(2029, 12, 31))

cards = st.lists(
    st.builds(Card, st.sampled_from(NAMES), st.text("Ключи ", max_size=300), st.text(max_size=9)),
    max_size=9,
    unique_by=lambda card: card.name,
)
hung = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES))


def lying_on_each_other(boxes):
    return [(one.name, two.name) for one, two in combinations(boxes, 2) if one.meets(two)]


def outside(picture):
    return [
        box.name
        for box in picture.boxes
        if box.x < 0 or box.y < 0 or box.right > picture.width or box.bottom > picture.height
    ]


def too_wide(picture):
    rows = (row for box in picture.boxes for row in (*box.lines, *filter(None, [box.head])))
    return [row.text for row in rows if row.x + shapes.width_of(row.text) > picture.width]


def assert_sound(picture, names):
    assert sorted(box.name for box in picture.boxes) == sorted(names)
    assert lying_on_each_other(picture.boxes) == []
    assert outside(picture) == []
    assert too_wide(picture) == []


@given(cards, hung, st.lists(st.text("Ключи ", max_size=90), max_size=3))
def test_every_node_of_a_tree_is_drawn_once_and_nothing_overlaps(causes, under, effects):
    core = Card("core", "Подросткам некуда прийти вечером")
    above = grown([Card(f"e{place}", text) for place, text in enumerate(effects)], {})
    names = ["core", *(card.name for card in causes), *(twig.card.name for twig in above)]

    for draw in (upright, spread):
        assert_sound(draw(core, grown(causes, under), above), names)


def test_a_cause_hangs_on_the_one_it_leads_to():
    twigs = grown([Card("c1", ""), Card("c2", ""), Card("c3", "")], {"c2": "c1", "c3": "nobody"})

    assert [[one.card.name for one in twig] for twig in twigs] == [["c1", "c2"], ["c3"]]


def test_causes_that_lead_to_each_other_are_all_drawn():
    twigs = grown([Card("c1", ""), Card("c2", "")], {"c1": "c2", "c2": "c1"})

    assert [one.card.name for twig in twigs for one in twig] == ["c2", "c1"]


def test_a_tree_too_wide_for_a_desk_stands_upright():
    many = grown([Card(f"c{number}", "Причина") for number in range(12)], {})

    assert len({box.y for box in spread(Card("core", "Беда"), many, []).boxes}) == 13


@given(st.lists(st.tuples(st.text("Ключи ", max_size=120), DAYS, DAYS), max_size=8), DAYS)
def test_every_activity_with_a_day_has_a_bar_inside_the_frame(rows, start):
    stretches = [Stretch(str(place), *row) for place, row in enumerate(rows)]
    span = calendar.months(stretches, start, None)
    if span is None:
        return

    for wide in (False, True):
        dated = [one.name for one in stretches if one.start or one.end]
        assert_sound(calendar.calendar(stretches, span, SHORT, wide=wide), dated)


def test_nothing_with_a_day_makes_no_calendar():
    assert calendar.months([Stretch("a1", "Опрос", None, None)], None, None) is None


def test_bars_begin_and_end_where_their_days_are():
    stretch = Stretch("a1", "Опрос", date(2027, 2, 1), date(2027, 2, 28))
    span = calendar.months([stretch], date(2027, 1, 1), date(2027, 4, 30))

    (bar,) = calendar.calendar([stretch], span, SHORT).boxes

    assert (bar.x, bar.right) == (NARROW // 4, 152)


@given(contents().map(Brief.model_validate))
def test_every_link_of_any_brief_is_drawn(brief):
    whole = chain.chain(brief)
    names = [link.path for link in whole.links] + [f"stage-{stage}" for stage in Stage]

    for draw in (chain.side_by_side, chain.one_below_another):
        assert_sound(draw(whole, TITLES, {}), names)


def test_a_whole_project_has_no_broken_link():
    assert chain.chain(GOOD).broken == ()


@pytest.mark.parametrize(
    ("section", "row", "change", "expected"),
    [
        ("budget", 0, {"activity": None}, ("budget.b1", Gap.NOTHING_OF_IT, "budget.b1.activity")),
        ("plan", 0, {"results": []}, ("plan.a1", Gap.NOTHING_OF_IT, "plan.a1.results")),
        ("plan", 0, {"free_because": None, "id": "a9"},
         ("plan.a9", Gap.NO_MEANS, "plan.a9.free_because")),
        ("results", 2, {"outputs": []}, ("results.r3", Gap.NO_GROUND, "results.r3.outputs")),
        ("results", 2, {"goal": None}, ("results.r3", Gap.NO_PURPOSE, "results.r3.goal")),
        ("results", 2, {"outputs": ["r1"]}, ("results.r2", Gap.LEADS_NOWHERE, "results")),
        ("results", 1, {"id": "r9"}, ("results.r9", Gap.NOT_DONE, "plan")),
    ],
)  # fmt: skip
def test_a_broken_link_says_where_to_mend_it(section, row, change, expected):
    rows = list(getattr(GOOD, section))
    rows[row] = rows[row].model_copy(update=change)

    broken = chain.chain(GOOD.model_copy(update={section: rows})).broken

    assert expected in [(link.path, link.gap, link.mend) for link in broken]


@given(
    st.lists(
        st.tuples(
            st.text("Ключи ", min_size=1, max_size=90),
            st.sampled_from([True, False, None]),
            st.sampled_from([True, False, None]),
        ),
        max_size=9,
    ),
    st.booleans(),
)
def test_a_party_lies_inside_its_quarter_and_on_no_other(rows, wide):
    parties = [Party(f"h{place}", *row) for place, row in enumerate(rows)]
    titles = ["Не подводим", "Решаем вместе", "Не забываем", "Зовём и рассказываем"]

    picture = crossing.crossing(parties, titles, wide=wide)

    frames = [box for box in picture.boxes if box.tone == "frame"]
    inside = [box for box in picture.boxes if box.tone != "frame"]
    assert sorted(box.name for box in inside) == [one.name for one in parties if one.is_placed]
    assert lying_on_each_other(frames) == lying_on_each_other(inside) == []
    assert outside(picture) == too_wide(picture) == []
    assert all(any(held(box, frame) for frame in frames) for box in inside)


def held(box, frame):
    return (
        frame.x < box.x and box.right < frame.right and frame.y < box.y <= box.bottom < frame.bottom
    )


@given(st.text(max_size=200), st.integers(60, 400), st.integers(1, 5))
def test_lines_fit_their_box(text, width, most):
    rows = shapes.wrapped(text, width, most)

    assert len(rows) <= most
    assert all(shapes.width_of(row) <= width for row in rows)


def test_no_word_is_lost_where_there_is_room():
    text = "Вечером в Доме культуры никто не ведёт занятий"

    assert " ".join(shapes.wrapped(text, 200)) == text


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Администрация округа", ("Админис-", "трация", "округа")),
        ("подъездной", ("подъезд-", "ной")),
        ("https://example.org", ("https://e", "xample.or", "g")),
    ],
)
def test_a_word_wider_than_a_line_is_divided_by_syllables(text, rows):
    assert shapes.wrapped(text, 85) == rows


def test_a_short_bar_keeps_its_shape():
    assert shapes.Box("a1", 0, 0, 6, 16).corner == 1
    assert shapes.Box("c1", 0, 0, 300, 60).corner == 10
