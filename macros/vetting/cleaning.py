"""A file saved again with what it shows and nothing else, by the libraries that read it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image, ImageOps

from ..reading import Refused
from . import metadata, svg


def clean(file: Path) -> tuple[str, ...]:
    """Save a file in its own place without what it does not show, and return the names of what was taken out.

    Raises Refused for a file of a kind that cannot be cleaned, that cannot be read, or in which something is left.
    """
    save = _SAVERS.get(file.suffix.lower())
    if save is None:
        raise Refused(f"{file}: a file of this kind cannot be cleaned; it can be {', '.join(_SAVERS)}")
    if not file.is_file():
        raise Refused(f"{file}: there is no such file; look at its path")
    before = _told(file)
    try:
        written = save(file)
    except Exception as error:  # whatever the libraries make of a damaged file
        raise Refused(f"{file}: it cannot be opened ({error}); save it again in the program that made it") from error
    file.write_bytes(written)
    left = _told(file)
    if left:
        raise Refused(f"{file}: this is still in it: {', '.join(left)}; save it anew in the program that made it")
    return before


def _told(file: Path) -> tuple[str, ...]:
    """The names of what a file carries and must not."""
    try:
        return tuple(dict.fromkeys(name for name, text, tells in metadata.carried(file) if tells and text))
    except metadata.Unreadable as error:
        raise Refused(f"{file}: it cannot be opened ({error}); save it again in the program that made it") from error


def _picture(file: Path) -> bytes:
    """The picture as it is seen: turned as its camera says, and without a word beside it."""
    with Image.open(file) as picture:
        shown = ImageOps.exif_transpose(picture)
        bare = Image.frombytes(shown.mode, shown.size, shown.tobytes())
        if shown.mode == "P":
            bare.putpalette(shown.getpalette("RGBA") or [], "RGBA")
        written = io.BytesIO()
        options = {"quality": 92} if picture.format in ("JPEG", "MPO", "WEBP") else {}
        bare.save(written, "JPEG" if picture.format == "MPO" else picture.format, **options)
        return written.getvalue()


def _pdf(file: Path) -> bytes:
    """The pages with their links, and nothing else of the document."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import ArrayObject, NameObject

    writer = PdfWriter()
    for page in PdfReader(file).pages:
        links = [each for each in page.get("/Annots") or () if each.get_object().get("/Subtype") == "/Link"]
        page[NameObject("/Annots")] = ArrayObject(links)
        for key in ("/Thumb", "/PieceInfo", "/AA", "/Metadata"):
            page.pop(key, None)
        writer.add_page(page)
    writer.metadata = None
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _drawing(file: Path) -> bytes:
    return svg.cleaned(file.read_text(encoding="utf-8-sig")).encode()


_SAVERS: Mapping[str, Callable[[Path], bytes]] = {
    **dict.fromkeys(sorted(metadata.PICTURES), _picture),
    ".pdf": _pdf,
    ".svg": _drawing,
}
