"""Photos for tests: as a phone takes them, with place and device, and things that are none."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, TiffImagePlugin

GPS, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112


def photo_bytes(size=(640, 480), kind="JPEG", colour=(200, 120, 40), *, mode="RGB", turned=1):
    picture = Image.new(mode, size, colour)
    exif = Image.Exif()
    exif[MAKE] = "SecretPhone"
    exif[ORIENTATION] = turned
    degrees = tuple(TiffImagePlugin.IFDRational(value) for value in (55, 12, 34))
    exif.get_ifd(GPS).update({1: "N", 2: degrees, 3: "E", 4: degrees})
    written = io.BytesIO()
    picture.save(written, kind, exif=exif, comment=b"SecretWords")
    return written.getvalue()


def photo(name="photo.jpg", content=None, claimed="image/jpeg"):
    return SimpleUploadedFile(name, content or photo_bytes(), claimed)
