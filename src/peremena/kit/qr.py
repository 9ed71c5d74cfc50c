"""Square codes that a phone reads from a wall or a paper. Pure: no Django, no database."""

from io import BytesIO

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.svg import SvgPathImage


def svg(words: str) -> str:
    """A drawing of black modules, four of them white around, as the standard asks; no size of its
    own. A smudge of up to 15 % is forgiven. ValueError: too long for any code (2,300 letters)."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(words)
    drawn = BytesIO()
    code.make_image(image_factory=SvgPathImage).save(drawn)
    return drawn.getvalue().decode()
