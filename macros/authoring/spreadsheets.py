"""A draft's paragraphs, events and recommendations as spreadsheets: laid to be filled in, and taken back.

A list is written in one cell, its items apart by semicolons. Every mistake is said by its row and its column, and
nothing is written until there is none. What a sheet has no column for stays as it is in the data.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from pydantic import ValidationError

from ..reading import BrokenData, Complaint, Refused, Where, one_of, read_yaml
from ..records import Event, Paragraph, Recommendation, Record, said
from . import describe
from .new_review import schema_note_of

FOLDER = "work"
"""Where the sheets are laid; git ignores it."""

COLUMNS: Mapping[str, tuple[type[Record], tuple[str, ...]]] = {
    "paragraphs": (Paragraph, ("number", "part", "gist", "terms")),
    "timeline": (
        Event,
        (
            *("id", "title", "track", "date", "date_words", "placed", "after"),
            *("text", "cites", "agencies", "themes", "about"),
        ),
    ),
    "recommendations": (
        Recommendation,
        ("list", "number", "id", "title", "text", "addressed_to", "asks_for", "themes", "terms", "cites"),
    ),
}
"""The columns of each sheet, by the name of its file: keys of its records."""


@dataclass(frozen=True)
class Row:
    """A row of a sheet, with what stands in each of its columns."""

    number: int
    """As a spreadsheet counts, from 1 for the row of names."""
    cells: Mapping[str, str]
    more: str = ""
    """What stands in cells that have no column's name above them."""


def lay(root: Path, slug: str) -> tuple[str, ...]:
    """Write a draft's sheets as CSV, with what its data holds already; their paths."""
    _draft(root, slug)
    written = []
    for name, (_, columns) in COLUMNS.items():
        path = f"{FOLDER}/{slug}-{name}.csv"
        text = io.StringIO()
        out = csv.writer(text)
        out.writerow(columns)
        out.writerows([_cell(record.get(column)) for column in columns] for record in _records(root, slug, name))
        (root / FOLDER).mkdir(exist_ok=True)
        (root / path).write_text(text.getvalue(), encoding="utf-8-sig", newline="")  # so that Excel reads it as UTF-8
        written.append(path)
    return tuple(written)


def _records(root: Path, slug: str, name: str) -> list[dict[str, Any]]:
    path = f"data/reviews/{slug}/{name}.yml"
    value = read_yaml(root / path, path).value
    return [record for record in value if isinstance(record, dict)] if isinstance(value, list) else []


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def take_in(root: Path, slug: str, file: Path) -> str:
    """Take a sheet into the data of a draft; the path of what was written.

    The other files need not be right yet. Raises Refused where that cannot be, BrokenData with every mistake by its
    row and column.
    """
    _draft(root, slug)
    name = next((name for name in COLUMNS if file.stem.endswith(name)), None)
    if name is None:
        raise Refused(f"{file}: its name should end with one of {', '.join(COLUMNS)}")
    model, columns = COLUMNS[name]
    rows = list(_read(file))
    if not rows:
        raise Refused(f"{file}: there is no row in it; its first row should name the columns: {', '.join(columns)}")
    complaints = [*_unknown_columns(file, rows, columns), *_remade(file, rows), *_beyond_the_columns(file, rows)]
    values = [(row, _value(model, row, columns)) for row in rows]
    for row, value in values:
        complaints += _mistakes(file, model, row, value)
    complaints += _twice(file, model, values)
    path = f"data/reviews/{slug}/{name}.yml"
    before = {model.key_of(record): record for record in _records(root, slug, name)}
    complaints += _without_a_row(file, before, {model.key_of(value) for _, value in values})
    if complaints:
        raise BrokenData(complaints)
    records = [{**value, **_beside(before.get(model.key_of(value), {}), columns)} for _, value in values]
    text = schema_note_of(path) + "".join(map(_written, records)) if records else "[]\n"
    (root / path).write_text(text, encoding="utf-8", newline="\n")
    return path


def _draft(root: Path, slug: str) -> None:
    """Raises Refused unless a review is there, and is a draft."""
    path = f"data/reviews/{slug}/review.yml"
    if not (root / path).is_file():
        there = [each.name for each in (root / "data/reviews").iterdir() if each.is_dir()]
        raise Refused(f"--review should name one of the reviews; {one_of(there, slug)}")
    value = read_yaml(root / path, path).value
    if not isinstance(value, dict) or value.get("draft") is not True:
        raise Refused(f"`{slug}` is no draft; a sheet would write over what is published")


def _beside(record: Mapping[str, Any], columns: Iterable[str]) -> dict[str, Any]:
    """What a record has that a sheet has no column for."""
    return {key: value for key, value in record.items() if key not in columns}


def _written(record: Mapping[str, Any]) -> str:
    lines = [f"{key}: {describe.inline(value)}" for key, value in record.items()]
    return "- " + "\n  ".join(lines) + "\n"


def _read(file: Path) -> Iterator[Row]:
    if not file.is_file():
        raise Refused(f"{file}: there is no such file; look at its path")
    if file.suffix.lower() == ".csv":
        try:
            table = _separated(file.read_bytes())
        except (csv.Error, UnicodeError):
            raise Refused(f"{file}: it is no CSV that can be read; save it anew, as CSV UTF-8") from None
    elif file.suffix.lower() == ".xlsx":
        table = _workbook(file)
    else:
        raise Refused(f"{file}: a file of this kind cannot be taken in; it can be .csv or .xlsx")
    names = [name.strip() for name in table[0]] if table else []
    for number, cells in enumerate(table[1:], start=2):
        if any(cell.strip() for cell in cells):
            padded = [*map(str.strip, cells), *[""] * len(names)]
            more = "; ".join(filter(None, padded[len(names) :]))
            yield Row(number, dict(zip(names, padded, strict=False)), more)


def _separated(found: bytes) -> list[list[str]]:
    """The cells of a CSV file: as UTF-8 or as Excel writes it where it is not, apart by commas or by semicolons."""
    try:
        text = found.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = found.decode("utf-16" if found[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252", errors="replace")
    first = text.partition("\n")[0]
    return list(csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ","))


REMADE = "\x00"
"""Stands before a cell of which a spreadsheet has made a number or a day, so that it is not as it was typed."""


def _workbook(file: Path) -> list[list[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        sheet = load_workbook(file, read_only=True, data_only=True).worksheets[0]
        return [[_as_typed(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    except (BadZipFile, InvalidFileException, LookupError, OSError, ValueError, TypeError, AttributeError, SyntaxError):
        raise Refused(f"{file}: it is no workbook that can be read; save it anew") from None


def _as_typed(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    remade = isinstance(value, float | date | bool) or (isinstance(value, str) and value in _ERRORS)
    return f"{REMADE}{value}" if remade else _cell(value)


_ERRORS = frozenset({"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"})


def _value(model: type[Record], row: Row, columns: Iterable[str]) -> dict[str, Any]:
    """A row's cells as the data has them: numbers as numbers, lists as lists, and nothing for an empty cell."""
    filled = {column: row.cells[column] for column in columns if row.cells.get(column)}
    lists = model.list_keys()
    several = {key: [_typed(each) for each in cell.split(";") if each.strip()] for key, cell in filled.items()}
    return {key: several[key] if key in lists else _typed(cell, key) for key, cell in filled.items()}


_TEXTS = ("gist", "text", "title", "date_words")
"""Columns that hold words, even where they are a number."""


def _typed(cell: str, key: str = "") -> int | str:
    text = cell.strip().removeprefix(REMADE)
    return int(text) if text.isdecimal() and len(text) < 10 and key not in _TEXTS else text


def _unknown_columns(file: Path, rows: list[Row], columns: tuple[str, ...]) -> Iterator[Complaint]:
    for name in rows[0].cells if rows else ():
        if name and name not in columns:
            right = one_of(columns, name, most=len(columns))
            yield Complaint(file.name, 1, "row 1", f"there is no column `{name}`", right)


def _beyond_the_columns(file: Path, rows: list[Row]) -> Iterator[Complaint]:
    for row in rows:
        if row.more:
            wrong = f"“{row.more}” stands under no column's name"
            right = "put a text with commas in it in quotation marks, or name the column"
            yield Complaint(file.name, row.number, f"row {row.number}", wrong, right)


def _without_a_row(file: Path, before: Iterable[Any], keys: Container[Any]) -> Iterator[Complaint]:
    """What the data has and the sheet would take out: a sheet adds and changes, and deletes nothing by silence."""
    lacking = [str(key) for key in before if key is not None and key not in keys]
    if lacking:
        wrong = f"the data has {', '.join(lacking)}, and no row of the sheet has"
        yield Complaint(file.name, 1, "the sheet", wrong, "keep a row for each, or take it out of the data first")


def _remade(file: Path, rows: list[Row]) -> Iterator[Complaint]:
    """Cells of which a spreadsheet has made something else: 4.10 is 4.1 to it, and 2031-03 a day."""
    for row in rows:
        for column, cell in row.cells.items():
            if cell.startswith(REMADE):
                wrong = f"the spreadsheet has made `{cell.removeprefix(REMADE)}` of what was typed"
                right = "format the column as text, and type it again"
                yield Complaint(file.name, row.number, f"row {row.number}, column `{column}`", wrong, right)


def _mistakes(file: Path, model: type[Record], row: Row, value: dict[str, Any]) -> Iterator[Complaint]:
    try:
        model.read(value, Where(file.name))
    except ValidationError as error:
        for keys, wrong, right in said(model, error):
            column = f", column `{keys[0]}`" if keys else ""
            yield Complaint(file.name, row.number, f"row {row.number}{column}", wrong, right)


def _twice(file: Path, model: type[Record], values: list[tuple[Row, dict[str, Any]]]) -> Iterator[Complaint]:
    first: dict[Any, int] = {}
    for row, value in values:
        key = model.key_of(value)
        if key is not None and key in first:
            wrong = f"`{key}` stands twice, first in row {first[key]}"
            yield Complaint(file.name, row.number, f"row {row.number}", wrong, "give each its own")
        elif key is not None:
            first[key] = row.number
