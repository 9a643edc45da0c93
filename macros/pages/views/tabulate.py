"""Records → tables: each column says what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from ..shapes import Item
from ..tables import Cell, Row, Table

R = TypeVar("R")


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column of a table of records."""

    heading: str
    cell: Callable[[R], Iterable[Item]]
    """What stands there for a record."""
    late: Callable[[R], bool] = lambda record: False
    """Whether that speaks of lateness against a standard."""
    folded: bool = False
    """Whether it is shown only to who opens it, under the column's heading."""


def table(id_: str, caption: str, columns: Sequence[Column[R]], records: Iterable[R]) -> Table:
    """A table with a row for each record; the first column names it."""
    rows = tuple(Row(cells(columns, record)) for record in records)
    return without_empty(Table(id_, caption, headings(columns), rows))


def without_empty(whole: Table) -> Table:
    """The table without the columns in which nothing stands in any row."""
    kept = [n for n in range(len(whole.columns)) if any(row.cells[n].items for row in whole.rows)]
    if len(kept) in (0, len(whole.columns)):
        return whole
    rows = tuple(replace(row, cells=tuple(row.cells[n] for n in kept)) for row in whole.rows)
    return replace(whole, columns=tuple(whole.columns[n] for n in kept), rows=rows)


def headings(columns: Sequence[Column[R]]) -> tuple[str, ...]:
    """What stands above the columns."""
    return tuple(column.heading for column in columns)


def cells(columns: Sequence[Column[R]], record: R) -> tuple[Cell, ...]:
    """A record's row."""
    return tuple(
        Cell(column.heading, tuple(column.cell(record)), column.late(record), column.folded) for column in columns
    )
