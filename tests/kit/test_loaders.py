"""Templates are sent without the indents that only we read; people's words keep theirs."""

import pytest
from django.template import Context, Engine, Origin

from peremena.kit.loaders import Spared


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("page.html", "<p>\n{{ words }}\n</p>\n"),
        ("letter.txt", "<p>\n\n    {{ words }}\n</p>\n"),
    ],
)
def test_only_indents_of_pages_are_left_out(tmp_path, name, expected):
    file = tmp_path / name
    file.write_text("<p>\n\n    {{ words }}\n</p>\n")

    assert Spared(Engine.get_default()).get_contents(Origin(str(file))) == expected


def test_words_of_people_keep_their_spaces(tmp_path):
    file = tmp_path / "page.html"
    file.write_text("<textarea>\n{{ words }}</textarea>")
    engine = Engine.get_default()
    template = engine.from_string(Spared(engine).get_contents(Origin(str(file))))

    assert template.render(Context({"words": "одно\n\n    другое"})) == (
        "<textarea>\nодно\n\n    другое</textarea>"
    )
