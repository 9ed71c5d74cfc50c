"""Letters hold no names of others: what rooms write has no place for them."""

import ast
import re
from pathlib import Path

import pytest

import peremena

ROOT = Path(peremena.__file__).parent
FILES = sorted(ROOT.glob("*/letters.py"))
PLACE = re.compile(r"\{(\w+)[^}]*\}|%\((\w+)\)s")
OF_A_PERSON = re.compile(
    r"surname|patronymic|phone|author|member|expert|leader|head|colleague|birth|passport_number"
)


def places(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    found = (PLACE.findall(text) for text in texts if isinstance(text, str))
    return {one or other for pairs in found for one, other in pairs}


def test_there_are_letters():
    assert ROOT / "people" / "letters.py" in FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_letter_has_no_place_for_a_persons_data(file):
    assert [place for place in places(file) if OF_A_PERSON.search(place)] == []


def test_a_place_for_a_name_would_be_noticed(tmp_path):
    file = tmp_path / "letters.py"
    file.write_text('TEXT = "{author_name} writes about {project}"')

    assert places(file) == {"author_name", "project"}
    assert OF_A_PERSON.search("author_name")
