"""The lines of a document, page by page, from a PDF, a Word file or plain text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from ..reading import Refused, read_bytes, without_running_heads


@dataclass(frozen=True)
class Line:
    """A line of a document."""

    page: int
    """The page on which it stands, from 1; of a Word file, always 1."""
    text: str
    """Without the white space at its end; empty between blocks."""


def lines(file: Path) -> tuple[Line, ...]:
    """A document's lines, without running heads and page numbers. Raises Refused where it cannot be read."""
    if not file.is_file():
        raise Refused(f"{file}: there is no such file; look at its path")
    read = _READERS.get(file.suffix.lower())
    if read is None:
        raise Refused(f"{file}: a file of this kind cannot be brought in; it can be {', '.join(_READERS)}")
    pages = [list(page) for page in read(file)]
    found = tuple(Line(number, text.rstrip()) for number, text in without_running_heads(pages))
    if not any(line.text for line in found):
        if not pages or file.suffix.lower() != ".pdf":
            raise Refused(f"{file}: there is nothing in it; look at it in another program")
        wrong = "there is no text in it: its pages are pictures"
        raise Refused(f"{file}: {wrong}; have it read by a program for scans (OCR) first")
    return found


def _pages_of_text(file: Path) -> Iterable[Iterable[str]]:
    reading = read_bytes(file, file.as_posix())
    if not reading.read:
        raise Refused(str(reading.complaints[0]))
    return (page.splitlines() for page in reading.value.split("\f"))


def _pages_of_pdf(file: Path) -> Iterator[Iterator[str]]:
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFSyntaxError

    try:
        for page in extract_pages(file, laparams=LAParams(line_margin=0.9)):  # lines one and a half apart are a block
            yield iter(list(_blocks(page)))
    except PDFPasswordIncorrect:
        raise Refused(f"{file}: it is encrypted; save a copy without a password") from None
    except PDFSyntaxError as error:
        raise Refused(f"{file}: it is no PDF that can be read ({error}); save it anew") from None


_HANGING = re.compile(r"\s*\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[ivxl]+|[a-z])[.)]?\s*")
"""A number that stands alone, in front of what it numbers."""


def _blocks(page: Any) -> Iterator[str]:
    """The lines of a page's blocks, an empty one behind each; columns one after the other."""
    from pdfminer.layout import LTTextContainer, LTTextLine

    containers = _in_columns([each for each in page if isinstance(each, LTTextContainer)], page.width / 2)
    blocks = [[line for line in each if isinstance(line, LTTextLine)] for each in containers]
    written = [line for block in blocks for line in block]
    numbers = {id(line): line for line in written if _HANGING.fullmatch(line.get_text())}
    numbered = {id(text): number for number in numbers.values() if (text := _beside(number, written, numbers))}
    hung = {id(number) for number in numbered.values()}
    for block in blocks:
        for line in block:
            if id(line) not in hung:
                number = numbered.get(id(line))
                yield " ".join([*([number.get_text().strip()] if number else []), line.get_text().rstrip()])
        yield ""


def _in_columns(blocks: list[Any], middle: float) -> list[Any]:
    """Blocks from top to bottom; between those that cross the middle, the left column before the right."""
    found: list[Any] = []
    left: list[Any] = []
    right: list[Any] = []
    for block in sorted(blocks, key=lambda block: -block.y1):
        if block.x0 >= middle:
            right.append(block)
        elif block.x1 <= middle:
            left.append(block)
        else:
            found += [*left, *right, block]
            left, right = [], []
    return [*found, *left, *right]


_INDENT = 90
"""So many points a number stands at most in front of its text."""


def _beside(number: Any, lines: Iterable[Any], numbers: Mapping[int, Any]) -> Any:
    """The line that begins beside a number, on the same height; None where there is none."""
    height = (number.y0 + number.y1) / 2
    beside = [
        line
        for line in lines
        if id(line) not in numbers and line.y0 <= height <= line.y1 and 0 <= line.x0 - number.x1 <= _INDENT
    ]
    return min(beside, key=lambda line: line.x0, default=None)


def _pages_of_word(file: Path) -> Iterator[Iterator[str]]:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        yield iter([line for paragraph in _numbered(Document(str(file))) for line in (paragraph, "")])
    except (PackageNotFoundError, BadZipFile, ValueError, KeyError, SyntaxError):
        raise Refused(f"{file}: it is no Word file that can be read, or it is encrypted; save it anew") from None


def _numbered(document: Any) -> Iterator[str]:
    """The paragraphs of a Word file, with the numbers that Word shows and does not keep."""
    counters: Counter[tuple[str, int]] = Counter()
    for paragraph in document.iter_inner_content():
        if not hasattr(paragraph, "text"):  # a table: a line for each of its rows
            yield from (f"| {' | '.join(cell.text.strip() for cell in row.cells)} |" for row in paragraph.rows)
            continue
        numbering = _numbering(paragraph)
        if numbering is None or numbering.numId is None:
            yield paragraph.text
            continue
        list_, level = str(numbering.numId.val), int(numbering.ilvl.val) if numbering.ilvl is not None else 0
        counters[list_, level] += 1
        for deeper in range(level + 1, 9):
            counters.pop((list_, deeper), None)
        number = ".".join(str(counters[list_, each] or 1) for each in range(level + 1))
        yield f"{number}{'.' if level == 0 else ''} {paragraph.text}"


def _numbering(paragraph: Any) -> Any:
    """How Word numbers a paragraph: by itself, or by its style."""
    elements = [paragraph._p, *([paragraph.style.element] if paragraph.style is not None else [])]
    for element in elements:
        if element.pPr is not None and element.pPr.numPr is not None:
            return element.pPr.numPr
    return None


_READERS: Mapping[str, Callable[[Path], Iterable[Iterable[str]]]] = {
    ".pdf": _pages_of_pdf,
    ".docx": _pages_of_word,
    ".txt": _pages_of_text,
}
