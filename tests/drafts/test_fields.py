"""How a typed field is drawn."""

import pytest

from peremena.drafts.content import Leaf
from peremena.drafts.fields import Label, field
from peremena.drafts.marks import Ref, Text
from peremena.kit.fields import Option


@pytest.mark.parametrize(("longest", "counted"), [(12, None), (500, 500)])
def test_characters_are_counted_in_texts_but_not_in_registry_numbers(longest, counted):
    leaf = Leaf("applicant.inn", Text(longest), "5500000008")

    assert field(leaf, Label("ИНН"), names={}, picks={}).limit == counted


def test_a_row_is_not_offered_to_itself():
    leaf = Leaf("problem.causes.c1.under", Ref("problem.causes"), None)
    picks = {"problem.causes": [Option("c1", "нет ставки"), Option("c2", "мастер один")]}

    offered = field(leaf, Label("Причина чего"), names={}, picks=picks).options

    assert offered == (Option("c2", "мастер один"),)
