"""What a published file carries unseen: in the metadata of pictures and drawings, in PDFs, and behind their ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from logging import getLogger
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image, IptcImagePlugin

from . import containers, pdf, svg

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff"})
"""Pictures that can be read whole."""

getLogger("pypdf").setLevel("CRITICAL")  # what is wrong with a file is said once, as a complaint

_PLACE = "GPSInfo"
_PEOPLE = frozenset({"Artist", "Author", "XPAuthor", "CameraOwnerName", "OwnerName", "Creator"})
"""Where programs write who somebody is."""


class Unreadable(Exception):
    """Raised for a picture or a PDF that cannot be opened, and so cannot be vouched for."""


def carried(file: Path) -> Iterator[tuple[str, str, bool]]:
    """Each piece of a file's metadata: its name, its text, and whether the piece tells who or where by itself.

    Raises Unreadable.
    """
    suffix = file.suffix.lower()
    try:
        if suffix in PICTURES:
            yield from _picture(file)
        elif suffix == ".pdf":
            yield from pdf.carried(file)
        elif suffix == ".svg":
            for what in svg.carried(file.read_text(encoding="utf-8-sig")):
                yield "SVG", what, True
    except Exception as error:  # whatever the libraries make of a damaged file, nobody can vouch for it
        raise Unreadable(str(error) or type(error).__name__) from error


def _picture(file: Path) -> Iterator[tuple[str, str, bool]]:
    with Image.open(file) as picture:
        exif = picture.getexif()
        for number, value in exif.items():
            name = ExifTags.TAGS.get(number, str(number))
            yield name, _words(value), name in _PEOPLE
        if exif.get_ifd(ExifTags.IFD.GPSInfo):
            yield _PLACE, "a place", True
        for number, value in exif.get_ifd(ExifTags.IFD.Exif).items():
            name = ExifTags.TAGS.get(number, str(number))
            yield name, _words(value), name in _PEOPLE
        for field, value in (IptcImagePlugin.getiptcinfo(picture) or {}).items():
            author = field == (2, 80)  # the by-line
            yield f"IPTC {field[0]}:{field[1]}", _words(value), author
        if exif.get_ifd(ExifTags.IFD.IFD1):
            yield "a small picture of it", "it may show more than the picture does", True
        for key, value in picture.info.items():
            if isinstance(value, str | bytes) and key not in ("exif", "icc_profile"):
                yield str(key), _words(value), key in _PEOPLE or _tells(key, value)
        if picture.format == "TIFF":
            yield from _tiff(picture)
        elif picture.format == "MPO":
            yield "a second picture", "no browser shows it", True
    for what in containers.unread(file.read_bytes()):
        yield "the file", what, True


_XMP = 700
_SUB_PICTURES = 330


def _tiff(picture: Any) -> Iterator[tuple[str, str, bool]]:
    if getattr(picture, "n_frames", 1) > 1 or _SUB_PICTURES in picture.tag_v2:
        yield "a second picture", "no browser shows it", True
    packet = picture.tag_v2.get(_XMP)
    if packet:
        yield "XMP", _words(packet), _tells("xmp", packet)


_WHO_OR_WHERE = re.compile(r"GPS|creator|author|Artist|Owner|Person|City|Location|History|SerialNumber", re.IGNORECASE)


def _tells(key: object, value: str | bytes) -> bool:
    """Whether a packet of XMP has a place, a person or a history in it."""
    return "xmp" in str(key).lower() and bool(_WHO_OR_WHERE.search(_words(value)))


def _words(value: object) -> str:
    if isinstance(value, bytes):
        value = value.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0")
        text = value.decode("utf-16-le" if b"\0" in value[:4] else "utf-8", errors="replace")
        return text.replace("\0", "").strip()
    return str(value).strip()
