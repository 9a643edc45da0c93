"""What a PDF carries: its words, and all that stands in it and on no printed page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfReader

Carried = tuple[str, str, bool]
"""A piece of it: its name, its text, and whether the piece must not be there, whatever it says."""

_SEEN = ("/Link", "/Widget")
"""Annotations that are no notes: links, and the fields of a form, which are read as such."""


def carried(file: Path) -> Iterator[Carried]:
    """Each piece of a PDF. Raises whatever pypdf makes of a damaged one."""
    from pypdf import PdfReader  # here, since most sites publish no PDF and this takes its time

    reader = PdfReader(file)
    yield from _about(reader)
    yield from _saved(file.read_bytes())
    yield from _catalogue(reader)
    for number, page in enumerate(reader.pages, start=1):
        yield f"page {number}", page.extract_text(), False
        for each in page.get("/Annots") or ():
            note = each.get_object()
            kind = str(note.get("/Subtype", ""))
            said = " ".join(str(note.get(key, "")) for key in ("/T", "/Contents", "/RC")).strip()
            if kind not in _SEEN:
                yield f"a note on page {number}", said or kind.lstrip("/"), True
            elif said and kind == "/Link":
                yield f"a link on page {number}", said, False
        for key, what in (("/Thumb", "a small picture of it"), ("/PieceInfo", "what another program keeps")):
            if key in page:
                yield f"page {number}", what, True
        yield from _pictures(page, number)


def _about(reader: PdfReader) -> Iterator[Carried]:
    for key, value in (reader.metadata or {}).items():
        yield key, str(value), key == "/Author"
    xmp = reader.xmp_metadata
    if xmp:
        for author in xmp.dc_creator or ():
            yield "dc:creator", str(author), True
        yield "XMP", " ".join(re.sub(r"<[^>]+>", " ", xmp.stream.get_data().decode("utf-8", "replace")).split()), False


def _saved(data: bytes) -> Iterator[Carried]:
    """Earlier versions, which a program that only adds to a file leaves in it; and what stands behind its end."""
    ends = [found.end() for found in re.finditer(rb"%%EOF", data)]
    if len(ends) > (2 if b"/Linearized" in data[:1024] else 1):
        yield "an earlier version", "what was taken out since may still be there", True
    if ends and data[ends[-1] :].strip(b"\0\r\n "):
        yield "bytes behind its end", f"{len(data) - ends[-1]}", True


def _catalogue(reader: PdfReader) -> Iterator[Carried]:
    for title in _titles(reader.outline):
        yield "a bookmark", title, False
    for attachment in reader.attachment_list:
        yield "an attached file", attachment.name, True
    for name, field in (reader.get_fields() or {}).items():
        yield "a field of a form", f"{name} {field.get('/V', '')}".strip(), True
    root = reader.root_object
    names = _held(root.get("/Names"))
    scripts = [key for key in ("/OpenAction", "/AA") if "/JS" in str(root.get(key, ""))]
    if scripts or "/JavaScript" in names:
        yield "a script", "it runs when somebody opens the file", True
    if "/OCProperties" in root:
        yield "layers", "some may be hidden", True


def _held(value: Any) -> Any:
    """What a reference leads to; an empty mapping where there is none."""
    return {} if value is None else value.get_object() if hasattr(value, "get_object") else value


def _titles(outline: list[Any]) -> Iterator[str]:
    for each in outline:
        if isinstance(each, list):
            yield from _titles(each)
        else:
            yield str(each.title)


def _pictures(page: Any, number: int) -> Iterator[Carried]:
    """What photographs on a page carry with them."""
    from .containers import unread

    for name, each in _held(_held(page.get("/Resources")).get("/XObject")).items():
        held = each.get_object()
        if held.get("/Subtype") == "/Image" and "/DCTDecode" in str(held.get("/Filter")):
            data = held._data
            if b"Exif\0\0" in data[:65536] or b"ns.adobe.com/xap" in data[:65536]:
                yield f"the picture {name.lstrip('/')} on page {number}", "it has metadata of its own", True
            for what in unread(data):
                yield f"the picture {name.lstrip('/')} on page {number}", what, True
