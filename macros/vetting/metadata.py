"""What a published file carries unseen: the author, the place and the words in the metadata of pictures and PDFs."""

from __future__ import annotations

from collections.abc import Iterator
from logging import getLogger
from pathlib import Path

from PIL import ExifTags, Image, IptcImagePlugin

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
        for key, value in picture.info.items():
            if isinstance(value, str | bytes) and key not in ("exif", "icc_profile"):
                yield str(key), _words(value), key in _PEOPLE


def _pdf(file: Path) -> Iterator[tuple[str, str, bool]]:
    from pypdf import PdfReader  # here, since most sites publish no PDF and this takes its time

    reader = PdfReader(file)
    for key, value in (reader.metadata or {}).items():
        yield key, str(value), key in _PEOPLE
    xmp = reader.xmp_metadata
    for author in (xmp.dc_creator or ()) if xmp else ():
        yield "dc:creator", str(author), True
    for number, page in enumerate(reader.pages, start=1):
        yield f"page {number}", page.extract_text(), False
        for note in page.get("/Annots", ()):
            yield f"a note on page {number}", str(note.get_object().get("/T", "")), True


def _words(value: object) -> str:
    if isinstance(value, bytes):
        value = value.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0")
        text = value.decode("utf-16-le" if b"\0" in value[:4] else "utf-8", errors="replace")
        return text.replace("\0", "").strip()
    return str(value).strip()
