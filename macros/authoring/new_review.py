"""A new review in ten minutes: its two folders, filled with annotated examples that pass the check and are a draft."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from ..collection import Collection
from ..reading import Refused
from ..records import SCHEMAS, SLUG, Piece, RecordFile, all_files, named_records
from . import describe, skeleton
from .stubs import Plan, values

WIDTH = 120


def create(root: Path, slug: str, collection: Collection, plan: Plan | None = None) -> tuple[str, ...]:
    """Write the files of a new review, and return their paths. Raises Refused; then nothing is written.

    They hold the annotated example or, with a ``plan``, a stub for each paragraph and recommendation.
    """
    return write(root, slug, collection, values(plan) if plan else {})


def write(root: Path, slug: str, collection: Collection, laid: Mapping[str, Any]) -> tuple[str, ...]:
    """Write the files of a new review with what is ``laid`` in each, by its name, or else with the example."""
    if not re.fullmatch(SLUG, slug):
        raise Refused(f"`{slug}` cannot be a review's address; use small letters, digits and single hyphens")
    for folder in (f"data/reviews/{slug}", f"docs/reviews/{slug}"):
        if (root / folder).exists():
            raise Refused(f"{folder} is there already; choose another name, or delete it")
    files = {**dict(_records(slug, collection, laid)), **_pages(slug)}
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return tuple(files)


def _records(slug: str, collection: Collection, laid: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    known = {"agency": collection.agencies, "theme": collection.themes, "term": collection.terms}
    for file in all_files():
        if "<slug>" not in file.path:
            continue
        value = laid.get(PurePosixPath(file.path).name) if laid else skeleton.example(file)
        if value:
            value = _with_known(file.model, value, {kind: list(ids) for kind, ids in known.items()})
        path = file.path.replace("<slug>", slug)
        yield path, schema_note(file, path) + (annotated(file, value) if value else "[]\n")


def _pages(slug: str) -> dict[str, str]:
    return {f"docs/reviews/{slug}/{name}": text for name, text in skeleton.pages().items()}


def schema_note(file: RecordFile, path: str) -> str:
    """The line by which an editor finds a file's schema."""
    up = "../" * (len(PurePosixPath(path).parts) - 2)
    return f"# yaml-language-server: $schema={up}{PurePosixPath(SCHEMAS).name}/{file.kind}.json\n"


def schema_note_of(path: str) -> str:
    """The same, for a file of a review by its path."""
    name = PurePosixPath(path).name
    return next(schema_note(file, path) for file in all_files() if file.path == f"data/reviews/<slug>/{name}")


def annotated(file: RecordFile, value: Any) -> str:
    """The example of a file as YAML, each key explained where it first stands."""
    notes = {described.path: described.note for described in describe.keys(file.model)}
    lines = [f"# {file.model.__doc__.partition(chr(10))[0]}" if file.model.__doc__ else "#"]
    if file.holds_one:
        return "\n".join([*lines, *_keys(file.model, value, (), notes, "")]) + "\n"
    for record in value:
        lines += _item(_keys(file.model, record, (), notes, ""))
    return "\n".join(lines) + "\n"


def _keys(
    model: type[Piece], value: Mapping[str, Any], at: tuple[str, ...], notes: dict[tuple[str, ...], str], indent: str
) -> Iterator[str]:
    """The lines of a record or a part; a note is used up once it is written."""
    for key, each in value.items():
        path = (*at, key)
        for line in textwrap.wrap(notes.pop(path, ""), WIDTH - len(indent) - 2):
            yield f"{indent}# {line}"
        part = model.pieces().get(key)
        if not part:
            yield f"{indent}{key}: {describe.inline(each)}"
            continue
        yield f"{indent}{key}:"
        for inner in each if isinstance(each, list) else [each]:
            lines = list(_keys(part, inner, path, notes, indent + "  "))
            yield from _item(lines, indent + "  ") if isinstance(each, list) else lines


def _item(lines: Iterator[str] | list[str], indent: str = "") -> Iterator[str]:
    """The lines of a list's item: the hyphen stands before its first key, the notes above that."""
    begun = False
    for line in lines:
        text = line.removeprefix(indent)
        if begun or text.lstrip().startswith("#"):
            yield f"{indent}{'  ' if begun else ''}{text}"
        else:
            begun = True
            yield f"{indent}- {text}"


def _with_known(model: type[Piece], value: Any, known: Mapping[str, list[str]]) -> Any:
    """An example that names only agencies, themes and terms which the shared vocabularies have."""
    copy = _copy(value)
    for record in copy if isinstance(copy, list) else [copy]:
        for kind, id_, place, _ in list(named_records(model, record)):
            if kind in known and id_ not in known[kind]:
                at = record
                for step in place[:-1]:
                    at = at[step]
                at[place[-1]] = known[kind][0]
    return copy


LATER = ("formerly", "withdrawn")
"""Keys of what has been published already, which a new review has no use for."""


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(each) for key, each in value.items() if key not in LATER}
    return [_copy(each) for each in value] if isinstance(value, list) else value
