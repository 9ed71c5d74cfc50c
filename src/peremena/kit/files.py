"""Files that people bring: looked into, named anew, given out only as a download.

The name and the type that a browser claims are not believed; the first bytes are. A photo is
drawn anew, smaller and upright, so that nothing of the phone that took it is left inside.
"""

import hashlib
import io
import secrets
import struct
import zipfile
import zlib
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db.models.fields.files import FieldFile
from django.http import FileResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from .refusals import Refused

LARGEST = 10 * 1024 * 1024
PHOTO_SIDE, PHOTO_QUALITY = 1600, 80
SMALL_SIDE, SMALL_QUALITY = 320, 70
MOST_PIXELS = 60_000_000
TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PHOTOS = frozenset({"jpg", "png", "webp"})
APPLE = frozenset({b"heic", b"heix", b"mif1", b"msf1", b"hevc"})
PAPERS = PHOTOS | {"pdf", "docx", "xlsx"}
UNREADABLE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    KeyError,
    OverflowError,
    TypeError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True)
class Examined:
    """`kind`: a key of TYPES. `sha256`: of the bytes as they were sent. `content`: to be stored
    under a name that tells nothing."""

    kind: str
    sha256: str
    content: ContentFile


def examined_paper(upload: UploadedFile) -> Examined:
    """A document or a scan, kept byte for byte. Raises Refused in plain words."""
    found, kind = _bytes_of(upload), _kind_of(upload)
    if kind not in PAPERS:
        raise Refused(_("Send a PDF, a photo, a Word or an Excel file: this one is none of them."))
    return Examined(kind, hashlib.sha256(found).hexdigest(), _named(found, kind))


def examined_photo(upload: UploadedFile) -> Examined:
    """A photo drawn anew as JPEG: upright, small, without place and device. Raises Refused."""
    found, kind = _bytes_of(upload), _kind_of(upload)
    if kind == "heic":
        raise Refused(_("This photo is in Apple’s format, HEIC. Send a screenshot of it instead."))
    if kind not in PHOTOS:
        raise Refused(_("This is not a photo that can be shown here: send JPEG, PNG or WebP."))
    return Examined("jpg", hashlib.sha256(found).hexdigest(), _named(_redrawn(found), "jpg"))


def smaller(photo: Examined) -> ContentFile:
    """An examined photo once more, for lists: some ten kilobytes. The photo can be stored after."""
    photo.content.seek(0)
    with Image.open(io.BytesIO(photo.content.read()), formats=["JPEG"]) as opened:
        drawn = _drawn(opened, SMALL_SIDE, SMALL_QUALITY)
    photo.content.seek(0)
    return _named(drawn, "jpg")


def sent(file: FieldFile, *, name: str) -> FileResponse:
    """The file as a download: it is never opened as a page of ours. `name`: without its ending.

    Raises Refused when the store has lost it."""
    kind = str(file.name).rpartition(".")[2]
    try:
        opened = file.open("rb")
    except FileNotFoundError:
        raise Refused(_("This file is missing from the store. Tell whoever keeps it.")) from None
    response = FileResponse(opened, content_type=TYPES.get(kind, "application/octet-stream"))
    disposition = content_disposition_header(
        as_attachment=kind not in PHOTOS, filename=f"{name}.{kind}"
    )
    response["Content-Disposition"] = disposition or "attachment"
    response["Cache-Control"] = "private, max-age=86400"
    return response


def _bytes_of(upload: UploadedFile) -> bytes:
    if (upload.size or 0) > LARGEST:
        raise Refused(_("The file is larger than 10 MB. Make it smaller and send it again."))
    found = upload.read()
    upload.seek(0)
    if not found:
        raise Refused(_("The file is empty. Choose it once more."))
    return found


def _kind_of(upload: UploadedFile) -> str:
    """By the first bytes; "" when it is nothing that we know."""
    start: bytes = upload.read(16)
    upload.seek(0)
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return "webp"
    if start[4:8] == b"ftyp" and start[8:12] in APPLE:
        return "heic"
    return _office_kind(upload) if start.startswith(b"PK\x03\x04") else ""


def _office_kind(upload: UploadedFile) -> str:
    try:
        with zipfile.ZipFile(upload) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile:
        return ""
    finally:
        upload.seek(0)
    if any("vbaProject" in name for name in names):
        return ""
    return "docx" if "word/document.xml" in names else "xlsx" if "xl/workbook.xml" in names else ""


def _redrawn(found: bytes) -> bytes:
    try:
        with Image.open(io.BytesIO(found), formats=["JPEG", "PNG", "WEBP"]) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Refused(_("The photo is too large. Choose a smaller one."))
            return _drawn(opened, PHOTO_SIDE, PHOTO_QUALITY)
    except UNREADABLE:
        reason = _("The photo cannot be read. Take it once more or choose another one.")
        raise Refused(reason) from None


def _drawn(opened: Image.Image, side: int, quality: int) -> bytes:
    """Upright, on white where one could see through, with nothing but what is seen."""
    opened.draft("RGB", (side, side))
    upright = ImageOps.exif_transpose(opened)
    upright.thumbnail((side, side))
    seen = upright.convert("RGBA")
    clean = Image.new("RGB", seen.size, "white")
    clean.paste(seen, mask=seen)
    drawn = io.BytesIO()
    clean.save(drawn, "JPEG", quality=quality, optimize=True, progressive=True)
    return drawn.getvalue()


def _named(content: bytes, kind: str) -> ContentFile:
    return ContentFile(content, name=f"{secrets.token_hex(16)}.{kind}")
