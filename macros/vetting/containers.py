"""The parts of which a picture's file is made, read one by one, so that nothing in it goes unread."""

from __future__ import annotations

import struct
from collections.abc import Iterator


def unread(data: bytes) -> Iterator[str]:
    """What in a JPEG, a PNG or a WebP no reader here looks into: parts of unknown kinds, and bytes behind its end."""
    if data.startswith(b"\xff\xd8"):
        yield from _jpeg(data)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _png(data)
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        yield from _webp(data)


_PNG = frozenset(
    {
        "IHDR",
        "PLTE",
        "IDAT",
        "IEND",
        "tRNS",
        "gAMA",
        "cHRM",
        "sRGB",
        "iCCP",
        "cICP",
        "mDCV",
        "cLLI",
        "pHYs",
        "sBIT",
        "bKGD",
        "hIST",
        "tIME",
        "tEXt",
        "zTXt",
        "iTXt",
        "eXIf",
        "acTL",
        "fcTL",
        "fdAT",
    }
)
_WEBP = frozenset(("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP", "EXIF", "XMP "))
_JPEG = {
    0xE0: (b"JFIF\0",),
    0xE1: (b"Exif\0", b"http://ns.adobe.com/xap/1.0/\0"),
    0xE2: (b"ICC_PROFILE\0",),
    0xED: (b"Photoshop 3.0\0",),
    0xEE: (b"Adobe",),
}
"""What is read or tells nothing: a JPEG's application segments, by their first bytes."""
_PREVIEWS = (b"8BIM\x04\x09", b"8BIM\x04\x0c")
"""Small pictures that Photoshop keeps of a picture as it was."""
_END, _SCAN = 0xD9, 0xDA
_STUFFING = frozenset({0x00, 0xFF, *range(0xD0, 0xD8)})


def _png(data: bytes) -> Iterator[str]:
    place = 8
    while place + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        name = kind.decode("latin-1")
        if name not in _PNG:
            yield f"a part `{name}` of an unknown kind"
        place += 12 + length
        if name == "IEND":
            yield from _behind(data, place)
            return


def _webp(data: bytes) -> Iterator[str]:
    end = 8 + struct.unpack("<I", data[4:8])[0]
    place = 12
    while place + 8 <= min(end, len(data)):
        kind, length = struct.unpack("<4sI", data[place : place + 8])
        if kind.decode("latin-1") not in _WEBP:
            yield f"a part `{kind.decode('latin-1').strip()}` of an unknown kind"
        place += 8 + length + length % 2
    yield from _behind(data, end)


def _jpeg(data: bytes) -> Iterator[str]:
    place = 2
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            place += 1
            continue
        marker = data[place + 1]
        if marker in _STUFFING:
            place += 1 if marker == 0xFF else 2
            continue
        if marker == _END:
            yield from _behind(data, place + 2)
            return
        length = struct.unpack(">H", data[place + 2 : place + 4])[0]
        yield from _segment(marker, data[place + 4 : place + 2 + length])
        place = _behind_scan(data, place + 2 + length) if marker == _SCAN else place + 2 + length
    if data[place : place + 2] != b"\xff\xd9":
        yield "a picture that is cut off"


def _segment(marker: int, held: bytes) -> Iterator[str]:
    if 0xE0 <= marker <= 0xEF and not held.startswith(_JPEG.get(marker, ())):
        yield f"a part of an unknown kind (APP{marker - 0xE0})"
    elif (marker == 0xE0 and held[12:14] != b"\0\0") or (
        marker == 0xED and any(preview in held for preview in _PREVIEWS)
    ):
        yield "a small picture of it"


def _behind_scan(data: bytes, place: int) -> int:
    """Where the next marker stands behind a scan's own bytes."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0 or place + 1 >= len(data):
            return len(data)
        if data[place + 1] not in _STUFFING:
            return place
        place += 1 if data[place + 1] == 0xFF else 2


def _behind(data: bytes, end: int) -> Iterator[str]:
    if len(data) > end and data[end:].strip(b"\0\r\n "):
        yield f"{len(data) - end} bytes behind its end"
