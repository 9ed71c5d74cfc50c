"""Whether a file names somebody: what a machine can read of it. Pure."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

TAG = re.compile(r"<[^>]*>")
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
CODES = ("utf-8", "cp1251", "utf-16-le")


def mentions(content: bytes, pattern: re.Pattern[str]) -> bool:
    """Plain text, office documents and what is packed in a PDF; a picture of words is not read."""
    return any(pattern.search(text) for text in texts(content))


def texts(content: bytes) -> Iterator[str]:
    for code in CODES:
        yield content.decode(code, errors="ignore")
    for part in unpacked(content):
        text = part.decode("utf-8", errors="ignore")
        yield text
        yield TAG.sub("", text)


def unpacked(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"PK"):
        yield from members(content)
    if content.startswith(b"%PDF"):
        for packed in STREAM.findall(content):
            unpacker = zlib.decompressobj()
            try:
                yield unpacker.decompress(packed)
            except zlib.error:
                continue


def members(content: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield archive.read(name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
        return
