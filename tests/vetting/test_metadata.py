"""Whatever a file carries beside what it shows is told, and a cleaned file carries none of it."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, TiffImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link, Text
from pypdf.generic import ArrayObject, DictionaryObject, Fit, NameObject, TextStringObject

from macros.__main__ import main
from macros.reading import Refused
from macros.vetting import cleaning, metadata

XMP = b"""<?xpacket begin='' id='x'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF
xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description xmlns:exif='http://ns.adobe.com/exif/1.0/'
exif:GPSLatitude='53,44.9N'/></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"""


def lamp(mode: str = "RGB") -> Image.Image:
    picture = Image.new(mode, (40, 30))
    ImageDraw.Draw(picture).ellipse((5, 5, 30, 25), fill=200 if mode == "L" else (200, 60, 20))
    return picture


def saved(kind: str, **options: object) -> bytes:
    written = io.BytesIO()
    lamp().save(written, kind, **options)
    return written.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def with_segment(marker: int, data: bytes) -> bytes:
    picture = saved("JPEG")
    return picture[:2] + struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data + picture[2:]


def with_chunk(kind: bytes, data: bytes) -> bytes:
    picture = saved("PNG")
    return picture[:33] + chunk(kind, data) + picture[33:]


def with_riff(kind: bytes, data: bytes) -> bytes:
    picture = saved("WEBP")
    more = kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
    return picture[:4] + struct.pack("<I", struct.unpack("<I", picture[4:8])[0] + len(more)) + picture[8:] + more


def exif(**entries: object) -> Image.Exif:
    found = Image.Exif()
    for name, value in entries.items():
        found[{"artist": 315, "make": 271}[name]] = value
    return found


def thumbnailed() -> bytes:
    """A JPEG with Exif that holds a small picture: two directories in TIFF's own form."""
    small = saved("JPEG")
    head = b"II*\0" + struct.pack("<I", 8)
    first = struct.pack("<H", 0) + struct.pack("<I", 14)
    entries = [(513, 4, 1, 44), (514, 4, 1, len(small))]
    second = struct.pack("<H", 2) + b"".join(struct.pack("<HHII", *each) for each in entries) + struct.pack("<I", 0)
    return with_segment(0xE1, b"Exif\0\0" + head + first + second + small)


def tiff(**options: object) -> bytes:
    return saved("TIFF", **options)


def tagged(number: int, value: bytes) -> TiffImagePlugin.ImageFileDirectory_v2:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[number] = value
    tags.tagtype[number] = 1
    return tags


PICTURES: dict[str, tuple[str, bytes]] = {
    "a place in XMP in a JPEG": ("jpg", with_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)),
    "a place in XMP in a PNG": ("png", with_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
    "a place in XMP in a WebP": ("webp", saved("WEBP", xmp=XMP)),
    "a place in XMP in a TIFF": ("tif", tiff(tiffinfo=tagged(700, XMP))),
    "a person in Exif in a JPEG": ("jpg", saved("JPEG", exif=exif(artist="A Keeper"))),
    "a person in Exif in a PNG": ("png", saved("PNG", exif=exif(artist="A Keeper"))),
    "a person in Exif in a WebP": ("webp", saved("WEBP", exif=exif(artist="A Keeper"))),
    "a small picture in a JPEG": ("jpg", thumbnailed()),
    "a small picture of Photoshop's": ("jpg", with_segment(0xED, b"Photoshop 3.0\x008BIM\x04\x0c\0\0\0\0\0\x04abcd")),
    "a part of an unknown kind in a JPEG": ("jpg", with_segment(0xE7, b"another program's")),
    "a part of an unknown kind in a PNG": ("png", with_chunk(b"mkBS", b"the whole picture as it was")),
    "a part of an unknown kind in a WebP": ("webp", with_riff(b"PRVW", b"the whole")),
    "bytes behind a JPEG": ("jpg", saved("JPEG") + b"PK\x03\x04"),
    "a second JPEG behind the first": ("jpg", saved("JPEG") + saved("JPEG")),
    "bytes behind a PNG": ("png", saved("PNG") + b"PK\x03\x04"),
    "bytes behind a WebP": ("webp", saved("WEBP") + b"PK\x03\x04"),
    "a second picture in a TIFF": ("tiff", tiff(save_all=True, append_images=[lamp()])),
}
DRAWINGS = {
    "an editor's file name": "<svg xmlns='{}' xmlns:s='http://sodipodi' s:docname='C:/keeper/lamp.svg'/>",
    "an editor's export": "<svg xmlns='{}' xmlns:i='http://inkscape'><g i:export-filename='/home/a/b.png'/></svg>",
    "a script": "<svg xmlns='{}'><script>alert(1)</script></svg>",
    "a script in an attribute": "<svg xmlns='{}'><rect ONclick='alert(1)'/></svg>",
    "a script in a link": "<svg xmlns='{}'><a href='javascript:alert(1)'/></svg>",
    "a page inside it": "<svg xmlns='{}'><foreignObject><p>lamp</p></foreignObject></svg>",
    "a picture from elsewhere": "<svg xmlns='{}'><image href='https://lamp.example/a.png'/></svg>",
    "a picture inside it": "<svg xmlns='{}'><image href='data:image/png;base64,AAAA'/></svg>",
    "a use from elsewhere": "<svg xmlns='{}'><use href='//lamp.example/a#b'/></svg>",
    "a style from elsewhere": "<svg xmlns='{}'><style>@import 'https://lamp.example/a.css';</style></svg>",
    "a fill from elsewhere": "<svg xmlns='{}'><rect style='fill:url(https://lamp.example/a#b)'/></svg>",
    "an entity": "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='{}'/>",
}


def noted(writer: PdfWriter) -> None:
    writer.add_annotation(0, Text(rect=(10, 10, 30, 30), text="Ask the keeper"))


def boxed(writer: PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text="Ask the keeper", rect=(10, 10, 90, 30)))


def attached(writer: PdfWriter) -> None:
    writer.add_attachment("minutes.txt", b"Who was there")


def signed(writer: PdfWriter) -> None:
    writer.add_metadata({"/Author": "A Keeper"})


def scripted(writer: PdfWriter) -> None:
    action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('lamp')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)


def fielded(writer: PdfWriter) -> None:
    field = DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/T"): TextStringObject("name"),
            NameObject("/V"): TextStringObject("A Keeper"),
        }
    )
    form = DictionaryObject({NameObject("/Fields"): ArrayObject([writer._add_object(field)])})
    writer.root_object[NameObject("/AcroForm")] = form


def layered(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject()


PDFS: dict[str, Callable[[PdfWriter], None]] = {
    "a sticky note": noted,
    "a free text": boxed,
    "an attached file": attached,
    "an author": signed,
    "a script": scripted,
    "a field": fielded,
    "layers": layered,
}


def pdf(*changes: Callable[[PdfWriter], None]) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    for change in changes:
        change(writer)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def saved_twice() -> bytes:
    """A PDF whose author was taken out by a program that only adds to a file."""
    writer = PdfWriter(io.BytesIO(pdf(signed)), incremental=True)
    writer.add_metadata({"/Author": ""})
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


CARRYING = {
    **PICTURES,
    **{name: ("svg", text.replace("{}", "http://www.w3.org/2000/svg").encode()) for name, text in DRAWINGS.items()},
    **{name: ("pdf", pdf(change)) for name, change in PDFS.items()},
    "an earlier version of a PDF": ("pdf", saved_twice()),
    "bytes behind a PDF": ("pdf", pdf() + b"PK\x03\x04"),
}


def told(file: Path) -> list[str]:
    return [name for name, text, tells in metadata.carried(file) if tells and text]


@pytest.mark.parametrize("what", CARRYING)
def test_what_a_file_does_not_show_is_told_and_can_be_taken_out(what: str, tmp_path: Path) -> None:
    suffix, data = CARRYING[what]
    file = tmp_path / f"lamp.{suffix}"
    file.write_bytes(data)
    assert told(file)
    assert cleaning.clean(file)
    assert told(file) == []


@pytest.mark.parametrize(("suffix", "kind"), [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP"), ("tif", "TIFF")])
@pytest.mark.parametrize("options", [{}, {"optimize": True}, {"progressive": True, "quality": 95}])
def test_a_plain_picture_carries_nothing(suffix: str, kind: str, options: dict[str, object], tmp_path: Path) -> None:
    file = tmp_path / f"lamp.{suffix}"
    file.write_bytes(saved(kind, **options))
    assert told(file) == []


def test_a_plain_drawing_and_a_plain_pdf_carry_nothing(tmp_path: Path) -> None:
    (tmp_path / "lamp.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg'><defs><path id='a' d='M0 0'/></defs><use href='#a' fill='url(#b)'/>"
        "<rect filter='url(&quot;#c&quot;)'/>"
        "<a href='https://lamp.example/'><text>Lamp</text></a><style>.a { fill: url(#b); }</style></svg>"
    )
    (tmp_path / "lamp.pdf").write_bytes(pdf(linked))
    assert told(tmp_path / "lamp.svg") == told(tmp_path / "lamp.pdf") == []


def linked(writer: PdfWriter) -> None:
    writer.add_annotation(0, Link(rect=(10, 10, 30, 30), target_page_index=0, fit=Fit.fit()))


def marked(writer: PdfWriter) -> None:
    writer.add_outline_item(title="About Oliver Lampwright", page_number=0)


def test_a_bookmark_is_read_as_text(tmp_path: Path) -> None:
    file = tmp_path / "lamp.pdf"
    file.write_bytes(pdf(marked))
    assert ("a bookmark", "About Oliver Lampwright", False) in list(metadata.carried(file))


def test_a_cleaned_picture_shows_what_it_showed(tmp_path: Path) -> None:
    for mode in ("RGB", "L"):
        file = tmp_path / "lamp.png"
        lamp(mode).save(file, exif=exif(artist="A Keeper"))
        before = Image.open(file).tobytes()
        cleaning.clean(file)
        assert Image.open(file).tobytes() == before


def test_a_cleaned_pdf_has_its_pages_and_its_links(tmp_path: Path) -> None:
    file = tmp_path / "lamp.pdf"
    file.write_bytes(pdf(noted, linked))
    assert cleaning.clean(file) == ("a note on page 1",)
    (page,) = PdfReader(file).pages
    assert [each.get_object()["/Subtype"] for each in page.annotations or ()] == ["/Link"]


def test_the_command_says_what_it_took_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "lamp.jpg"
    file.write_bytes(saved("JPEG", exif=exif(artist="A Keeper")))
    assert main(["clean-file", str(file)]) == 0
    assert main(["clean-file", str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{file}: taken out: Artist",
        f"{file}: there was nothing to take out",
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "lamp.docx",
            "a file of this kind cannot be cleaned; it can be .jpeg, .jpg, .png, .tif, .tiff",
        ),
        ("gone.jpg", "there is no such file; look at its path"),
        (
            "broken.pdf",
            "it cannot be opened (Stream has ended unexpectedly); save it again in the program",
        ),
    ],
)
def test_what_cannot_be_cleaned_is_refused(name: str, said: str, tmp_path: Path) -> None:
    if not name.startswith("gone"):
        (tmp_path / name).write_bytes(b"%PDF-1.7 and no more")
    with pytest.raises(Refused) as refused:
        cleaning.clean(tmp_path / name)
    assert str(refused.value).startswith(f"{tmp_path / name}: {said}")
