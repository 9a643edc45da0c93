"""Places in a document, named as it prints them: paragraphs by whatever numbers it has, sections, the cover."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, PlainValidator, WithJsonSchema

COVER = "cover"
SECTION = "section:"
"""What stands before a section's id where the section as a whole is cited."""

LAST = 9999
"""The highest number that a paragraph may have; no document comes near it."""

PRINTED = r"[A-Za-z0-9]+(?:[ .-][A-Za-z0-9]+)*"
"""A number as it is printed, where it is no whole number: 4.12, b.3, iv, box 5, p.12."""

PLACE = rf"(?:{SECTION})?{PRINTED}"

_PAGE = re.compile(r"p(?:\.|age)? ?([0-9]+)")
_RUNS = (rf"({PRINTED})\s+to\s+({PRINTED})", rf"({PRINTED}?)\s*[-–]\s*({PRINTED})")
"""The ways to write a run of paragraphs; with `to`, the numbers may have hyphens of their own."""


def shown_place(place: int | str) -> str:
    """A place as readers see it: '¶20', '¶4.12', 'page 12'; 'cover', 'box 5' and a recommendation's id stay so."""
    if isinstance(place, int):
        return f"¶{place}"
    page = _PAGE.fullmatch(place)
    if page:
        return f"page {page[1]}"
    return f"¶{place}" if re.match(r"[0-9]|[A-Za-z]+\.", place) and " " not in place else place


def shown_number(number: int | str) -> str:
    """A paragraph's number as readers see it: as ``shown_place``, but that 'iv' is '¶iv' here."""
    if isinstance(number, int):
        return f"¶{number}"
    shown = shown_place(number)
    return f"¶{shown}" if shown == number and " " not in shown else shown


def in_full(number: int | str) -> str:
    """'Paragraph 4.12', 'Page 12' or 'Box 5'."""
    shown = shown_number(number)
    return f"Paragraph {shown[1:]}" if shown.startswith("¶") else shown[:1].upper() + shown[1:]


def anchor(number: int | str) -> str:
    """The last part of a paragraph's address: 'p20', 'p4.12', 'page-12', 'box-5'."""
    if isinstance(number, int):
        return f"p{number}"
    shown = shown_number(number)
    return f"p{shown[1:]}" if shown.startswith("¶") else shown.lower().replace(" ", "-")


def run(first: int | str, last: int | str) -> str:
    """A run of paragraphs as readers see it: '¶4', '¶4–8', '¶4.1–4.18', 'page 3 to page 9'."""
    shown = shown_number(first), shown_number(last)
    if first == last:
        return shown[0]
    return f"{shown[0]}–{shown[1][1:]}" if all(each.startswith("¶") for each in shown) else " to ".join(shown)


def _printed(value: object) -> int | str:
    if isinstance(value, int) and not isinstance(value, bool):
        if not 1 <= value <= LAST:
            raise ValueError(f"{value} is no paragraph's number", "write it as it is printed")
        return value
    if not isinstance(value, str) or not re.fullmatch(PRINTED, value) or value == COVER:
        shown = "nothing" if value is None else f"`{value}`"
        raise ValueError(
            f"{shown} is no paragraph's number",
            "write it as it is printed, without brackets or a dot at its end: 20, 4.12, iv, box 5, p.12",
        )
    if value.isdecimal() and len(value) > len(str(LAST)):
        raise ValueError(f"{value} is no paragraph's number", "write it as it is printed")
    if value.isdecimal():
        raise ValueError(f"`{value}` is in quotes", "write a whole number without them")
    return value


def _range(value: object) -> object:
    """'4-8' → (4, 8) and '4.1-4.18' → ('4.1', '4.18'); a paragraph alone is written '4-4' or 4."""
    text = str(value).strip()
    ends = next(filter(None, (re.fullmatch(each, text) for each in _RUNS)), None)
    if isinstance(value, bool) or not (ends or re.fullmatch(PRINTED, text)):
        raise ValueError(f"`{str(value).lower() if isinstance(value, bool) else value}` is not a range of paragraphs")
    return tuple(_end(each) for each in (ends.groups() if ends else (text, text)))


def _end(text: str) -> int | str:
    return _printed(int(text) if text.isdecimal() and len(text) < 10 else text)


def _written(ends: tuple[int | str, int | str]) -> str:
    return (" to " if "-" in f"{ends[0]}{ends[1]}" else "-").join(map(str, ends))


def _place(value: object) -> int | str:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(PLACE, value):
        return value
    shown = str(value).lower() if isinstance(value, bool) else value
    right = "it can be a paragraph's number, `cover`, `section:` with a section's id, or a recommendation's id"
    raise ValueError(f"`{shown}` is not a place", right)


_NUMBER_SCHEMA = {"type": "integer", "minimum": 1, "maximum": LAST}

Printed = Annotated[
    int | str,
    PlainValidator(_printed),
    WithJsonSchema({"anyOf": [_NUMBER_SCHEMA, {"type": "string", "pattern": f"^{PRINTED}$"}]}),
]
"""A paragraph's number as it is printed: a whole number, or text such as 4.12."""

Range = Annotated[
    tuple[Printed, Printed],
    BeforeValidator(_range),
    PlainSerializer(_written, return_type=str),
    WithJsonSchema(
        {"anyOf": [_NUMBER_SCHEMA, {"type": "string", "pattern": rf"^{PRINTED}((\s*[-–]\s*|\s+to\s+){PRINTED})?$"}]}
    ),
]
"""The first and the last paragraph of a run: 4-8, 4.1-4.18."""

Place = Annotated[
    int | str, PlainValidator(_place), WithJsonSchema({"type": ["integer", "string"], "pattern": f"^{PLACE}$"})
]
"""A place in the document: a paragraph's number, the cover, a section, or a recommendation's id."""
