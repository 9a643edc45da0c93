"""The records' JSON Schemas, by which editors complete, explain and complain while somebody types."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..records import SCHEMAS, Piece, RecordFile, all_files
from .skeleton import examples

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that yaml-language-server knows best."""


def written() -> Iterator[tuple[str, str]]:
    """Each schema's path from the project's root, and its text."""
    for file in all_files():
        yield f"{SCHEMAS}/{file.kind}.json", json.dumps(schema(file), indent=2, ensure_ascii=False) + "\n"


def schema(file: RecordFile) -> dict[str, Any]:
    """The schema of a file: one record, or a list of them."""
    record = file.model.model_json_schema()
    parts = {part.__name__: part for part in _parts(file.model)}
    definitions = {name: _explained(parts.get(name), each) for name, each in record.pop("$defs", {}).items()}
    record = _explained(file.model, record)
    head = {"$schema": DRAFT, "title": file.path, "description": record["description"]}
    if file.holds_one:
        return {**head, **record, "title": file.path, "definitions": definitions}
    definitions[file.model.__name__] = record
    items = {"$ref": f"#/definitions/{file.model.__name__}"}
    return {**head, "type": "array", "items": items, "definitions": definitions}


def _parts(model: type[Piece]) -> Iterator[type[Piece]]:
    yield model
    for part in model.pieces().values():
        yield from _parts(part)


def _explained(model: type[Piece] | None, record: Mapping[str, Any]) -> dict[str, Any]:
    """A record's schema with an example for each key, and without what tells an editor nothing."""
    found: dict[str, Any] = _moved(dict(record))
    for key, each in found.get("properties", {}).items():
        each.pop("title", None)
        each.pop("default", None)
        if model:
            each.setdefault("description", _one_line(model.model_fields[key].description or ""))
            each["examples"] = [examples()[model, key]] if (model, key) in examples() else []
    return found


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("``", "`")


def _moved(value: Any) -> Any:
    """A schema whose references lead to draft 7's `definitions`, with descriptions in one line."""
    # A property named `description` is a key of no record, so the word always means the schema's own.
    if isinstance(value, dict):
        return {key: _one_line(each) if key == "description" else _moved(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_moved(each) for each in value]
    if isinstance(value, str):
        return value.replace("#/$defs/", "#/definitions/")
    return value
