"""What a published file carries unseen: the author, the place and the words in the metadata of pictures and PDFs."""

from __future__ import annotations

from collections.abc import Iterator
from logging import getLogger
from pathlib import Path

from PIL import ExifTags, Image, UnidentifiedImageError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".avif", ".ico"})
"""Pictures whose metadata can be read."""

getLogger("pypdf").setLevel("CRITICAL")  # what is wrong with a file is said once, as a complaint

_PLACE = "GPSInfo"
_PEOPLE = frozenset({"Artist", "Author", "XPAuthor", "CameraOwnerName", "OwnerName", "/Author", "Creator"})
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
            yield from _pdf(file)
    except (OSError, UnidentifiedImageError, PyPdfError, ValueError) as error:
        raise Unreadable(str(error)) from error


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
        for key, value in picture.info.items():
            if isinstance(value, str | bytes) and key not in ("exif", "icc_profile"):
                yield str(key), _words(value), key in _PEOPLE


def _pdf(file: Path) -> Iterator[tuple[str, str, bool]]:
    reader = PdfReader(file)
    for key, value in (reader.metadata or {}).items():
        yield key, str(value), key in _PEOPLE
    xmp = reader.xmp_metadata
    for author in (xmp.dc_creator or ()) if xmp else ():
        yield "dc:creator", str(author), True


def _words(value: object) -> str:
    if isinstance(value, bytes):
        text = value.decode("utf-16-le" if b"\0" in value[:4] else "utf-8", errors="replace")
        return text.replace("\0", "").strip()
    return str(value).strip()
