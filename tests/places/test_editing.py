"""What stands when two people have changed one resource."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.places.editing import Change, settled

ALIYA, PAVEL = 1, 2
NOW = {"title": "Баня", "season": "", "owner": "Клуб"}


@pytest.mark.parametrize(
    ("mine", "since", "takes", "quarrels"),
    [
        ({"title": "Баня у реки"}, [], {"title": "Баня у реки"}, {}),
        ({}, [Change(PAVEL, {"owner": "Школа"})], {}, {}),
        ({"owner": "Школа"}, [Change(PAVEL, {"owner": "Школа"})], {}, {}),
        ({"season": "зимой"}, [Change(PAVEL, {"owner": ""})], {"season": "зимой"}, {}),
        ({"owner": "ФАП"}, [Change(PAVEL, {"owner": ""})], {"owner": "ФАП"}, {"owner": PAVEL}),
        ({"owner": "ФАП"}, [Change(ALIYA, {"owner": ""})], {"owner": "ФАП"}, {}),
        (
            {"owner": "ФАП"},
            [Change(PAVEL, {"owner": ""}), Change(ALIYA, {"owner": "Школа"})],
            {"owner": "ФАП"},
            {},
        ),
    ],
)
def test_settled(mine, since, takes, quarrels):
    ends = settled(NOW, NOW | mine, since, by=ALIYA)

    assert (ends.takes, ends.quarrels) == (takes, quarrels)


SAID = st.fixed_dictionaries({name: st.sampled_from(["", "а", "б"]) for name in NOW})


@given(SAID, SAID, SAID)
def test_words_of_others_are_never_written_over_without_a_word(base, theirs, mine):
    before = {name: said for name, said in base.items() if theirs[name] != said}

    ends = settled(theirs, mine, [Change(PAVEL, before)], by=ALIYA)

    for name in NOW:
        if name in ends.takes and name not in ends.quarrels:
            assert theirs[name] == base[name]
        if name not in ends.takes:
            assert mine[name] in (base[name], theirs[name])
