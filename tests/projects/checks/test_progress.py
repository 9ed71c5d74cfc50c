"""What an edit did to the remarks, and several edits together."""

from hypothesis import given
from hypothesis import strategies as st

from peremena.projects.brief.samples import sample
from peremena.projects.checks import check
from peremena.projects.checks.progress import Turn, difference, turn

KEYS = st.frozensets(st.sampled_from("abcdef"))


def test_what_is_gone_and_what_came():
    assert turn(["a", "b"], ["b", "c"]) == Turn(gone=frozenset("a"), came=frozenset("c"))
    assert not turn(["a"], ["a"])


@given(KEYS, KEYS, KEYS)
def test_two_turns_are_one_from_the_first_to_the_last(one, two, three):
    assert turn(one, two).then(turn(two, three)) == turn(one, three)


def test_a_remark_with_other_words_is_shown_anew(bad, remarks):
    before = remarks(bad)
    bad["budget"][0]["price_evidence"] = "прайс завода"
    after = remarks(bad)

    found = difference(before, after)

    assert (found.turn, [remark.key for remark in found.fresh]) == (
        Turn(),
        ["BU-03:budget.b1.comment"],
    )
    assert found.outdated == {"BU-03:budget.b1.comment"}


@given(st.integers(0, 1000))
def test_nothing_differs_from_itself(seed):
    remarks = check(sample(seed))

    assert not difference(remarks, list(reversed(remarks)))
