"""One style sheet out of small sources, within its budget."""

import os
import re
from pathlib import Path

import brotli
import pytest

import peremena
from peremena.kit import stylesheet

SOURCE = Path(peremena.__file__).parent
ADDRESS = re.compile(r"""(?:https?:|["'(`])//[^\s"'`)]*""")
STATIC = SOURCE / "kit/static/kit"
ON_SOME = {"on-phone", "parcels", "press", "ticks"}  # not on every page


@pytest.fixture
def source(tmp_path):
    for name, text in {
        "kit/css/base.css": "a {}\n",
        "kit/css/components.css": "b {}\n",
        "kit/css/components-fields.css": "c {}\n",
        "places/css/components.css": "d {}\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "kit/static/kit").mkdir(parents=True)
    return tmp_path


def test_sources_are_joined_by_layer_and_then_by_room(source):
    assert stylesheet.text(source) == (
        "@layer reset, tokens, base, layout, components, utilities, print;\n"
        "@layer base {\na {}\n}\n"
        "@layer components {\nc {}\n}\n"
        "@layer components {\nb {}\n}\n"
        "@layer components {\nd {}\n}\n"
    )


def test_pages_get_the_rules_without_spaces_for_people():
    written = """a, b {\n  content: "✓" / "";  /* done */\n}\n@media (max-width: 9rem) and (hover) {
      .panel :is(p, li):hover > .note { width: calc(100% - 2rem); }\n}"""

    assert stylesheet.squeezed(written) == (
        'a,b{content:"✓" / ""}@media (max-width:9rem) and (hover)'
        "{.panel :is(p,li):hover>.note{width:calc(100% - 2rem)}}"
    )


def test_joining_again_happens_only_when_a_source_is_newer(source):
    first = [stylesheet.join_all(source), stylesheet.join_all(source)]
    later = (source / stylesheet.JOINED).stat().st_mtime + 1
    os.utime(source / "kit/css/base.css", (later, later))

    assert [*first, stylesheet.join_all(source)] == [True, False, True]


def test_every_source_names_a_layer():
    layers = {file.stem.split("-")[0] for file in SOURCE.glob("*/css/*.css")}

    assert layers <= set(stylesheet.LAYERS)


def test_the_style_sheet_stays_small_over_the_wire():
    assert len(brotli.compress(stylesheet.text(SOURCE).encode())) <= 9 * 1024


def test_scripts_of_every_page_stay_small_over_the_wire():
    of_every_page = [file for file in STATIC.glob("scripts/*.js") if file.stem not in ON_SOME]
    sizes = [len(brotli.compress(file.read_bytes())) for file in of_every_page]

    assert sum(sizes) <= 4 * 1024


def test_the_font_stays_small_over_the_wire():
    assert sum(file.stat().st_size for file in STATIC.glob("fonts/*.woff2")) <= 50 * 1024


def test_nothing_is_fetched_from_another_host():
    sources = [*STATIC.rglob("*.js"), *SOURCE.glob("*/css/*.css")]

    found = {file.name: ADDRESS.findall(file.read_text()) for file in sources}
    assert {name: addresses for name, addresses in found.items() if addresses} == {}
