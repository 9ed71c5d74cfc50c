"""The style sheet: small sources by cascade layer, joined into the one file that pages ask for.

Sources are named by layer: `kit/css/components-fields.css`; any room may have a `css` folder. The
joined file is made like the compiled catalogues: when a source is newer, and never committed.
"""

import re
from pathlib import Path

LAYERS = ("reset", "tokens", "base", "layout", "components", "utilities", "print")
JOINED = Path("kit/static/kit/kit.css")


def join_all(source: Path) -> bool:
    """True when the joined file was written anew."""
    joined = source / JOINED
    newest = max(file.stat().st_mtime_ns for file in source.glob("*/css/*.css"))
    if joined.exists() and joined.stat().st_mtime_ns >= newest:
        return False
    half = joined.with_suffix(".css.part")
    half.write_text(squeezed(text(source)), encoding="utf-8")
    half.replace(joined)
    return True


def text(source: Path) -> str:
    """All layers in order; inside a layer by the names of the rooms and files."""
    parts = [
        f"@layer {layer} {{\n{file.read_text(encoding='utf-8')}}}\n"
        for layer in LAYERS
        for file in sorted(source.glob(f"*/css/{layer}*.css"))
    ]
    return f"@layer {', '.join(LAYERS)};\n{''.join(parts)}"


def squeezed(sheet: str) -> str:
    """The same rules without comments and the spaces that only people need: a tenth lighter."""
    bare = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))
    tight = re.sub(r" ?([{};,>]) ?", r"\1", bare).replace(";}", "}")
    return re.sub(r"([a-z]): ", r"\1:", tight)
