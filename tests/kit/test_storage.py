"""Our own scripts and styles go over the wire without comments and indents."""

import pytest

from peremena.kit.storage import spare


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.js", "// Why.\nif (a) {\n  // because\n  b(); // so\n}\n", "if (a) {\nb(); // so\n}\n"),
        ("a.js", 'const one = "https://x";\n', 'const one = "https://x";\n'),
        ("a.js", "// Why.\nb(`one\n  two`);\n", "// Why.\nb(`one\n  two`);\n"),
        ("a.css", "/* Why:\n   so. */\na {\n  b: c;\n}\n", "a {\nb: c;\n}\n"),
    ],
)
def test_what_nobody_but_us_reads_is_left_out(name, text, expected):
    assert spare(name, text) == expected
