"""A merge keeps both people's words."""

from copy import deepcopy

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from peremena.drafts import prose
from peremena.drafts.content import leaves, orders
from peremena.drafts.merge import Clash, Merged, arranged, joined, merge
from peremena.drafts.paths import find
from peremena.drafts.writing import write

from .village import VILLAGE

BASE = {
    "problem": {
        "core": "Первое. Второе. Третье.",
        "causes": [{"id": "a", "text": "А"}, {"id": "b", "text": "Б"}, {"id": "c", "text": "В"}],
    },
    "place": {"villages": ["Ключи", "Лесная"], "people": 100},
}


def edited(fields=None, **orders):
    rows = {path.replace("_", "."): list(order) for path, order in orders.items()}
    return write(BASE, VILLAGE, fields or {}, rows).content


def test_edits_of_different_fields_are_both_kept():
    mine = edited({"place.people": "120", "problem.causes.a.text": "мы"})
    theirs = edited({"place.kind": "town", "problem.causes.b.text": "они"})

    expected = edited(
        {
            "place.people": "120",
            "place.kind": "town",
            "problem.causes.a.text": "мы",
            "problem.causes.b.text": "они",
        }
    )
    assert merge(BASE, mine, theirs) == Merged(expected, ())


def test_the_later_words_stand_and_the_earlier_are_offered():
    mine = edited({"place.people": "120"})
    theirs = edited({"place.people": "130"})

    assert merge(BASE, mine, theirs) == Merged(mine, (Clash("place.people", 120, 130),))


def test_clearing_against_words_offers_the_words_and_only_them():
    cleared, written = edited({"problem.core": ""}), edited({"problem.core": "Совсем иначе."})

    assert merge(BASE, cleared, written).clashes == (Clash("problem.core", None, "Совсем иначе."),)
    assert merge(BASE, written, cleared) == Merged(written, ())


def test_the_same_edit_by_both_is_no_clash():
    both = edited({"place.people": "120"})

    assert merge(BASE, both, deepcopy(both)) == Merged(both, ())


def test_different_sentences_of_one_text_are_merged():
    mine = edited({"problem.core": "Первое. Второе. Третье. Четвёртое."})
    theirs = edited({"problem.core": "Совсем первое. Второе. Третье."})

    merged = merge(BASE, mine, theirs)

    assert merged.content["problem"]["core"] == "Совсем первое. Второе. Третье. Четвёртое."
    assert not merged.clashes


def test_what_both_add_at_one_place_is_kept_the_earlier_first():
    mine = edited({"problem.core": "Первое. Второе. Третье. Моё."})
    theirs = edited({"problem.core": "Первое. Второе. Третье. Ваше."})

    merged = merge(BASE, mine, theirs)

    assert merged.content["problem"]["core"] == "Первое. Второе. Третье. Ваше. Моё."
    assert not merged.clashes


def test_one_sentence_written_by_both_is_a_clash():
    mine = edited({"problem.core": "Первое. Моё. Третье."})
    theirs = edited({"problem.core": "Первое. Ваше. Третье."})

    assert [clash.path for clash in merge(BASE, mine, theirs).clashes] == ["problem.core"]


@pytest.mark.parametrize(("mine", "theirs"), [("13.5", "12.7"), ("2028-05-30", "2027-05-31")])
def test_figures_are_never_mixed(mine, theirs):
    merged = merge({"for": "12.5"}, {"for": mine}, {"for": theirs})

    assert merged == Merged({"for": mine}, (Clash("for", mine, theirs),))


def test_a_row_removed_here_and_edited_there_stays():
    removed = edited(problem_causes="ac")
    kept = edited({"problem.causes.b.text": "важно"})

    assert merge(BASE, removed, kept).content == kept
    assert merge(BASE, kept, removed).content == kept


def test_a_row_removed_by_one_is_gone():
    removed, other = edited(problem_causes="ac"), edited({"place.people": "7"})

    merged = merge(BASE, other, removed).content

    assert merged == edited({"place.people": "7"}, problem_causes="ac")


def test_rows_added_by_both_are_kept_the_earlier_first():
    mine, theirs = edited(problem_causes="abcy"), edited(problem_causes="abcx")

    assert orders(VILLAGE, merge(BASE, mine, theirs).content)["problem.causes"] == [*"abcxy"]


def test_names_and_picks_are_merged_as_sets():
    mine = edited({"place.villages": "Ключи\nБерёзовка"})
    theirs = edited({"place.villages": "Ключи\nЛесная\nМалые Ключи"})

    merged = merge(BASE, mine, theirs)

    assert merged.content["place"]["villages"] == ["Ключи", "Малые Ключи", "Берёзовка"]
    assert not merged.clashes


def test_an_unknown_base_removes_nothing_and_offers_what_differs():
    mine = {"place": {"people": 120}, "problem": {"causes": [{"id": "a", "text": "мы"}]}}

    merged = merge({}, mine, BASE)

    assert merged.content["place"] == {"villages": ["Ключи", "Лесная"], "people": 120}
    assert [row["id"] for row in merged.content["problem"]["causes"]] == [*"abc"]
    assert merged.clashes == (
        Clash("problem.causes.a.text", "мы", "А"),
        Clash("place.people", 120, 100),
    )


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ("abc", "axbc", "abcy", "axbcy"),
        ("abc", "xabc", "bca", "xbca"),
        ("abc", "cab", "abc", "cab"),
        ("abc", "abc", "cab", "cab"),
        ("abc", "abcx", "cab", "cabx"),
        ("abc", "cab", "abxc", "cabx"),
        ("abc", "bac", "acb", "bac"),
        ("", "", "x", "x"),
    ],
)
def test_moves(base, mine, theirs, expected):
    assert arranged(base, mine, theirs) == [*expected]


VALUES = {
    "place.people": st.integers(0, 9).map(str),
    "place.villages": st.lists(st.sampled_from(["Ключи", "Лесная", "Берёзовка"])).map("\n".join),
    "place.kind": st.sampled_from(["village", "town", "", "хутор"]),
    "place.ages.60+": st.sampled_from(["", "3", "много"]),
    "problem.core": st.lists(st.sampled_from(["Первое.", "Второе.", "Нет.", "Ещё!"])).map(" ".join),
    "for": st.text(max_size=3),
    "unknown.for": st.booleans(),
    **{f"problem.causes.{row}.text": st.text("абв", max_size=2) for row in "abcd"},
    **{f"partners.{row}.letter.sum": st.sampled_from(["", "1", "1,5", "?"]) for row in "pq"},
}
FIELDS = st.fixed_dictionaries({}, optional=VALUES)
ROWS = st.fixed_dictionaries(
    {},
    optional={
        "problem.causes": st.permutations("abcd").flatmap(
            lambda order: st.integers(0, 4).map(lambda length: order[:length])
        )
    },
)
EDITS = st.tuples(FIELDS, ROWS)


def after(content, edit):
    return write(content, VILLAGE, *edit).content


@st.composite
def forks(draw):
    base = after({}, draw(EDITS))
    return base, after(base, draw(EDITS)), after(base, draw(EDITS))


def words(content):
    """Every filled field with what stands in it."""
    return {leaf.path: leaf.value for leaf in leaves(VILLAGE, content) if leaf.value}


@given(forks())
def test_a_merge_never_drops_an_edit_that_meets_no_other(fork):
    base, mine, theirs = fork

    merged = merge(base, mine, theirs).content

    for one, other in ((mine, theirs), (theirs, mine)):
        for path, value in words(one).items():
            untouched = find(other, path) == find(base, path)
            if value != find(base, path) and untouched:
                assert find(merged, path) == value


@given(forks())
def test_what_a_clash_does_not_keep_it_offers(fork):
    base, mine, theirs = fork

    merged = merge(base, mine, theirs)

    offered = {clash.path: clash.offered for clash in merged.clashes}
    for path, value in words(theirs).items():
        if value != find(base, path) and isinstance(value, str | int):
            sentences = prose.SENTENCE.findall(str(value))
            kept = str(find(merged.content, path))
            fresh = [part for part in sentences if part not in str(find(base, path))]
            assert offered.get(path) == value or all(part in kept for part in fresh)


@given(forks())
def test_no_row_is_doubled_and_none_lost(fork):
    base, mine, theirs = fork

    rows = orders(VILLAGE, merge(base, mine, theirs).content)["problem.causes"]

    old, ours, others = (set(orders(VILLAGE, side)["problem.causes"]) for side in fork)
    assert len(rows) == len(set(rows))
    assert (ours & others) | ((ours | others) - old) <= set(rows) <= ours | others


@given(forks())
def test_merging_with_an_untouched_side_gives_the_other_side(fork):
    base, mine, _ = fork

    assert merge(base, mine, base) == Merged(mine, ())
    assert merge(base, base, mine) == Merged(mine, ())
    assert merge(base, mine, mine) == Merged(mine, ())


@given(EDITS, FIELDS, FIELDS)
def test_the_order_of_arrival_does_not_matter_for_different_fields(start, one, other):
    assume(not one.keys() & other.keys())
    base = after({}, start)
    first, second = after(base, (one, {})), after(base, (other, {}))

    there, back = merge(base, first, second), merge(base, second, first)

    assert words(there.content) == words(back.content)
    assert there.clashes == back.clashes == ()


@given(forks())
def test_the_same_edit_merged_once_more_changes_nothing(fork):
    base, mine, theirs = fork
    merged = merge(base, mine, theirs)
    assume(not merged.clashes and find(mine, "problem.core") == find(base, "problem.core"))

    assert merge(base, mine, merged.content) == merged


TEXTS = st.lists(st.sampled_from(["А. ", "Б. ", "В.\n", "Г! ", "д "]), max_size=6).map("".join)


@given(TEXTS, TEXTS, TEXTS)
def test_texts_merge_alike_from_both_sides(base, mine, theirs):
    here, there = prose.merge(base, mine, theirs), prose.merge(base, theirs, mine)

    assert (here is None) == (there is None)
    assert sorted(here or "") == sorted(there or "")


@given(st.text())
def test_sentences_put_together_are_the_text(text):
    assert "".join(prose.SENTENCE.findall(text)) == text


@pytest.mark.parametrize(
    ("stands", "offered", "expected"),
    [
        ("Клуб закрыт.", "Нет ставки.", "Клуб закрыт.\nНет ставки."),
        ("Клуб закрыт. Нет ставки.", "Нет ставки.", "Клуб закрыт. Нет ставки."),
        ("Клуб", "Клуб закрыт.", "Клуб закрыт."),
        ("", "Клуб закрыт.", "Клуб закрыт."),
        (None, "Клуб закрыт.", "Клуб закрыт."),
        (7, 8, 8),
    ],
)
def test_joining_keeps_both_peoples_words_and_none_of_them_twice(stands, offered, expected):
    assert joined(stands, offered) == expected
