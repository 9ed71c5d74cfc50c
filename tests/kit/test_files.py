"""Files that people bring are looked into; photos are drawn anew and tell nothing of the phone."""

import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from peremena.kit import files
from peremena.kit.files import examined_paper, examined_photo, sent, smaller
from peremena.kit.refusals import Refused
from tests.places.photos import photo, photo_bytes

PHOTO = photo_bytes()


def upload(content, name="file.jpg", claimed="image/jpeg"):
    return SimpleUploadedFile(name, content, claimed)


def office(*names):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return written.getvalue()


def opened(file):
    file.seek(0)
    return Image.open(io.BytesIO(file.read()))


def test_a_photo_keeps_neither_place_nor_device_nor_name():
    assert b"SecretPhone" in PHOTO

    examined = examined_photo(photo(name="Иванова дома.jpg"))

    content = examined.content.read()
    assert b"SecretPhone" not in content
    assert b"SecretWords" not in content
    assert dict(opened(examined.content).getexif()) == {}
    assert "Иванова" not in examined.content.name
    assert examined.content.name.endswith(".jpg")


def test_a_photo_is_made_smaller_and_stands_upright():
    examined = examined_photo(upload(photo_bytes((4000, 3000), turned=6)))

    assert opened(examined.content).size == (1200, 1600)


def test_a_small_photo_for_lists_is_light():
    examined = examined_photo(upload(grain()))

    small = smaller(examined)

    assert max(opened(small).size) == 320
    assert small.size < 30_000
    assert examined.content.read(3) == b"\xff\xd8\xff"  # can still be stored


def grain():
    picture = Image.effect_noise((1600, 1200), 60).convert("RGB")
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=90)
    return written.getvalue()


def test_what_one_could_see_through_becomes_white():
    clear = photo_bytes(kind="PNG", mode="RGBA", colour=(0, 0, 0, 0))

    drawn = opened(examined_photo(upload(clear)).content)

    assert drawn.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<html><script>alert(1)</script>",
        b"GIF89a\x01\x00\x01\x00",
        b"MZ\x90\x00",
        b"%PDF-1.7",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0" + b"\x00" * 200,
        b"\x89PNG\r\n\x1a\n" + b"<script>",
        b"RIFF\x00\x00\x00\x00WEBPVP8 ",
        PHOTO[: len(PHOTO) // 2],
        office("word/document.xml"),
    ],
)
def test_what_is_no_photo_is_refused_in_words(content):
    with pytest.raises(Refused) as refused:
        examined_photo(upload(content))

    assert str(refused.value.reason)


def test_a_photo_with_something_hidden_behind_it_is_drawn_without_that():
    hidden = PHOTO + b"<?php system('id'); ?>"

    content = examined_photo(upload(hidden)).content.read()

    assert b"php" not in content


@pytest.mark.filterwarnings("ignore::UserWarning")
@given(place=st.integers(0, len(PHOTO) - 1), byte=st.integers(0, 255))
def test_a_damaged_photo_is_drawn_or_refused_and_nothing_else(place, byte):
    damaged = PHOTO[:place] + bytes([byte]) + PHOTO[place + 1 :]

    try:
        examined = examined_photo(upload(damaged))
    except Refused:
        return

    assert examined.content.read(3) == b"\xff\xd8\xff"


def test_a_photo_of_too_many_points_is_not_even_opened(monkeypatch):
    monkeypatch.setattr(files, "MOST_PIXELS", 1000)

    with pytest.raises(Refused):
        examined_photo(upload(PHOTO))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", "pdf"),
        (PHOTO, "jpg"),
        (office("word/document.xml"), "docx"),
        (office("xl/workbook.xml"), "xlsx"),
    ],
)
def test_a_paper_is_known_by_what_it_is_and_kept_byte_for_byte(content, kind):
    examined = examined_paper(upload(content, "paper.exe", "application/octet-stream"))

    assert examined.kind == kind
    assert examined.content.read() == content
    assert examined.content.name.endswith(f".{kind}")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 broken",
        b"<html>",
        office("word/document.xml", "word/vbaProject.bin"),
        office("evil.js"),
        b"PK\x03\x04" + b"\x00" * 40,
    ],
)
def test_what_is_no_paper_is_refused(content):
    with pytest.raises(Refused):
        examined_paper(upload(content))


def test_a_file_that_is_too_large_is_not_read():
    large = upload(b"%PDF-")
    large.size = files.LARGEST + 1

    with pytest.raises(Refused):
        examined_paper(large)


def test_the_same_file_has_the_same_digest_and_another_name():
    one, other = examined_paper(upload(b"%PDF-1.7 a")), examined_paper(upload(b"%PDF-1.7 a"))

    assert one.sha256 == other.sha256
    assert one.content.name != other.content.name


class Stored:
    """As Django's FieldFile, as far as `sent` needs it."""

    def __init__(self, name, content):
        self.name, self.content = name, content

    def open(self, _mode):
        return ContentFile(self.content, name=self.name)


@pytest.mark.parametrize(
    ("name", "disposition", "kind"),
    [
        ("a/x.pdf", "attachment", "application/pdf"),
        ("a/x.jpg", "inline", "image/jpeg"),
        ("a/x.html", "attachment", "application/octet-stream"),
    ],
)
def test_a_file_goes_out_under_its_true_kind(name, disposition, kind):
    response = sent(Stored(name, b"x"), name="Протокол схода")

    assert response.headers["Content-Type"] == kind
    assert response.headers["Content-Disposition"].startswith(disposition)
    assert "private" in response.headers["Cache-Control"]
