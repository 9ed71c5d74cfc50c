"""How a typed field is drawn."""

import pytest

from peremena.drafts.content import Leaf
from peremena.drafts.fields import Label, field
from peremena.drafts.marks import Text


@pytest.mark.parametrize(("longest", "counted"), [(12, None), (500, 500)])
def test_characters_are_counted_in_texts_but_not_in_registry_numbers(longest, counted):
    leaf = Leaf("applicant.inn", Text(longest), "5500000008")

    assert field(leaf, Label("ИНН"), names={}, picks={}).limit == counted
