"""The rows of a table that goes over several pages, as data: for a script that narrows all of them down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..collection import Collection, addresses
from .shapes import Item, Outside, Ref
from .tables import Row
from .views import recommendation_tables


def row_files(collection: Collection) -> Iterator[tuple[str, str]]:
    """Each piece's path below the site's root, and its text; none where one page shows all."""
    pages = recommendation_tables.in_pages(collection)
    for number, rows in enumerate(pages, start=1) if len(pages) > 1 else ():
        path = f"{addresses.shared('recommendations')}{recommendation_tables.ROWS}/{number}.json".lstrip("/")
        yield path, json.dumps([_row(row) for row in rows], ensure_ascii=False, separators=(",", ":")) + "\n"


def _row(row: Row) -> dict[str, Any]:
    cells = [[_item(item) for item in cell.items] for cell in row.cells]
    return {"cells": cells, "values": {name: list(words) for name, words in row.values.items() if words}}


def _item(item: Item) -> str | list[str]:
    match item:
        case Ref():
            return [item.text, item.address.lstrip("/")]
        case Outside():
            return [item.text, item.url]
    return item
