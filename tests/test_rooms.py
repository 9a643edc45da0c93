"""Imports between the rooms of macros/ go one way, and through a room's door."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from .conftest import ROOT

MACROS = ROOT / "macros"

MAY_IMPORT: Mapping[str, frozenset[str]] = {
    "reading": frozenset(),
    "records": frozenset({"reading"}),
    "collection": frozenset({"reading", "records"}),
    "authoring": frozenset({"reading", "records", "collection"}),
    "opendata": frozenset({"reading", "records", "collection"}),
    "pages": frozenset({"reading", "records", "collection", "authoring", "opendata"}),
    "search": frozenset({"reading", "records", "collection"}),
    "vetting": frozenset({"reading", "records", "collection", "authoring", "pages"}),
}
"""For each room, those from which it may import. `__init__.py` and `__main__.py` above them may import from all."""

LONGEST = 300
"""So many lines a file has at most."""


def imports(file: Path) -> Iterator[tuple[str, str, int]]:
    """What a file imports from within macros/: the room, the rest of the path, and the line."""
    at = file.relative_to(MACROS).parent.parts
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom):
            continue
        if node.level:
            path = [*at[: len(at) - node.level + 1], *(node.module or "").split(".")]
        elif (node.module or "").split(".")[0] == "macros":
            path = (node.module or "").split(".")[1:]
        else:
            continue
        names = [each for each in path if each] or [alias.name for alias in node.names]
        yield names[0], ".".join(names[1:]), node.lineno


def test_every_folder_of_code_is_a_room() -> None:
    assert {file.parent.name for file in MACROS.glob("*/__init__.py")} == set(MAY_IMPORT)
    assert {file.name for file in MACROS.glob("*.py")} == {"__init__.py", "__main__.py"}


def test_no_two_rooms_import_from_each_other() -> None:
    order = list(MAY_IMPORT)
    for room, others in MAY_IMPORT.items():
        assert all(order.index(other) < order.index(room) for other in others)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_from_those_below_it_and_by_their_doors(room: str) -> None:
    for file in sorted((MACROS / room).rglob("*.py")):
        for other, rest, line in imports(file):
            if other != room:
                assert other in MAY_IMPORT[room], f"{file}:{line}: {room} may not import from {other}"
                assert not rest, f"{file}:{line}: import from the room {other}, not from a file in it"


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_says_what_it_is_for_and_offers_only_what_somebody_uses(room: str) -> None:
    door = ast.parse((MACROS / room / "__init__.py").read_text(encoding="utf-8"))
    said = ast.get_docstring(door)
    assert said
    assert len(said.splitlines()) <= 2
    offered = {alias.asname or alias.name for n in door.body if isinstance(n, ast.ImportFrom) for alias in n.names}
    used = set()
    for file in (each for each in MACROS.rglob("*.py") if each != MACROS / room / "__init__.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[-1] == room:
                used |= {alias.name for alias in node.names}
    assert offered <= used


def test_only_the_top_knows_mkdocs() -> None:
    for file in sorted(MACROS.glob("*/**/*.py")):
        assert "mkdocs" not in {
            (node.module or "").partition(".")[0]
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom)
        }, file


def test_no_file_is_too_long_to_read() -> None:
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in MACROS.rglob("*.py")}
    assert not {file: length for file, length in lengths.items() if length > LONGEST}
