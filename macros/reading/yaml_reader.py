"""YAML text → plain values, and the line on which each of them stands.

libyaml parses, by way of PyYAML: it is an order of magnitude faster than the pure Python readers,
and its nodes know their lines. What a plain word means is not PyYAML's YAML 1.1 but the core schema
of YAML 1.2: ``no`` is a word, ``12:30`` is a word, ``2007-10`` is a word. So is ``4.10``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from .complaints import Complaint
from .yaml_slips import Loader, slips

_CONFLICT = re.compile(r"(?m)^(?:(?:<{7}|>{7}|\|{7})(?:\s|$)|={7}\s*$)")
HALVES = "two versions of this file were merged by half"
"""What is wrong where git marks a conflict."""

Key = str | int
Lines = Mapping[tuple[Key, ...], int]
"""The line of each value, by the keys under which it stands."""

NAMING_KEYS = ("id", "number", "agency")
"""The keys by which a record is known, in the order in which they are looked for."""

_SCALARS: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (re.compile(r"~|null|Null|NULL|"), lambda _: None),
    (re.compile(r"true|True|TRUE|false|False|FALSE"), lambda text: text.lower() == "true"),
    (re.compile(r"[-+]?[0-9]{1,18}"), int),
    (re.compile(r"0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}"), lambda text: int(text, 0)),
)
"""The core schema of YAML 1.2, in the order in which it is tried; what matches none is text.

A decimal is text too: no fact here is one, and paragraph 4.10 is not 4.1.
"""

_TEXT = frozenset("abcdeghijklmopqrsuvwxyzABCDEGHIJKLMOPQRSUVWXYZ‘’“”")
"""First letters of values that can only be text: most of them are."""

_NOTE_OR_TEXT = re.compile(r"\s+#[^\s#-]")
"""A `#` behind a value that a note would have a space behind."""

_SENTENCE = 2
"""A value of so many words is running text, in which a `#` with spaces around it may be meant as text as well."""


@dataclass
class Source:
    """A text whose lines are counted when somebody asks: most texts have nothing wrong, and nobody does."""

    text: str = ""
    above: int = 0
    """How many other lines of the file stand before it."""

    @functools.cached_property
    def lines(self) -> Lines:
        """The line of each value. The text has been read before, so that it is YAML."""
        root = yaml.compose(self.text, Loader=Loader) if self.text else None
        return dict(reversed(list(_lines(root, (), self.above + 1)))) if root else {}


@dataclass(frozen=True)
class Where:
    """Where a record is written: its file, and the lines of its keys and items."""

    path: str
    source: Source = field(default_factory=Source, repr=False)
    at: tuple[Key, ...] = ()

    @property
    def lines(self) -> Lines:
        """The lines of all that the file holds."""
        return self.source.lines

    def line(self, *keys: Key) -> int:
        """The line of the value under ``keys``, or of the nearest thing around it that is written."""
        place = (*self.at, *keys)
        while place not in self.lines and place:
            place = place[:-1]
        return self.lines.get(place, 1)

    def within(self, *keys: Key) -> Where:
        """The same file, seen from the value under ``keys``."""
        return Where(self.path, self.source, (*self.at, *keys))

    def complain(self, record: str, wrong: str, right: str = "", *keys: Key) -> Complaint:
        """A complaint about ``record`` on the line of the value under ``keys``."""
        return Complaint(self.path, self.line(*keys), record, wrong, right)


@dataclass(frozen=True)
class Reading:
    """A file's value with its lines, and whether it could be read at all."""

    value: Any
    where: Where
    complaints: tuple[Complaint, ...] = ()
    read: bool = True


def read_yaml(file: Path, shown: str) -> Reading:
    """Read one file; ``shown`` is its path as complaints give it."""
    text = read_bytes(file, shown)
    return read_text(text.value, shown) if text.read else text


def read_bytes(file: Path, shown: str) -> Reading:
    """A file's text, which is its value; a byte-order mark is no part of it."""
    try:
        return Reading(file.read_bytes().decode("utf-8-sig"), Where(shown))
    except FileNotFoundError:
        return _refused(shown, 1, "the file is missing", "add it, with `[]` in it if there is nothing to say yet")
    except OSError as error:
        return _refused(shown, 1, f"the file cannot be read ({error.strerror})", "it should be a plain text file")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return _refused(shown, line, "this line is not UTF-8 text", "save the file with the encoding UTF-8")


@functools.lru_cache(maxsize=512)  # `make serve` reads them all again at every change
def read_text(text: str, shown: str, above: int = 0) -> Reading:
    """Read YAML that stands in a file after ``above`` other lines."""
    halves = conflict(text, above)
    if halves:
        return _refused(shown, halves, HALVES, "keep one version of what follows, and delete git's lines of < = >")
    try:
        root = yaml.compose(text, Loader=Loader)
    except RecursionError:
        return _refused(shown, 1, "the lists in this file go too deep", "close the brackets that are open")
    except yaml.MarkedYAMLError as error:
        name = PurePosixPath(shown).name
        found = (Complaint(shown, slip.line + above, name, slip.wrong, slip.right) for slip in slips(text, error))
        return Reading(None, Where(shown), tuple(found), False)
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1 + above
        return _refused(shown, line, f"the character U+{error.character:04X} cannot stand in a text file", "delete it")
    if root is None or (isinstance(root, yaml.ScalarNode) and not root.style and _scalar(root) is None):
        return _refused(shown, 1, "the file is empty", "it should hold a list or keys with values")
    walk = _Walk(shown, above, text.splitlines())
    value = walk.value(root)
    return Reading(value, Where(shown, Source(text, above)), tuple(walk.complaints))


def conflict(text: str, above: int = 0) -> int:
    """The first line by which git marks a conflict; 0 where there is none."""
    found = _CONFLICT.search(text)
    return text.count("\n", 0, found.start()) + 1 + above if found else 0


def _refused(shown: str, line: int, wrong: str, right: str) -> Reading:
    return Reading(None, Where(shown), (Complaint(shown, line, PurePosixPath(shown).name, wrong, right),), False)


def _lines(
    node: Any, at: tuple[Key, ...], first: int, above: tuple[Any, ...] = ()
) -> Iterator[tuple[tuple[Key, ...], int]]:
    """The line of each value at and below a node, that of its key where it has one; where two have a key, both."""
    yield at, node.start_mark.line + first
    if any(node is each for each in above):  # an alias that stands within itself
        return
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _lines(item, (*at, number), first, (*above, node))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield (*at, key.value), key.start_mark.line + first
                yield from _lines(value, (*at, key.value), first, (*above, node))


class _Walk:
    """One pass over a file's nodes, which gathers what is wrong on the way."""

    def __init__(self, path: str, above: int, text: list[str]) -> None:
        self._path = path
        self._above = above
        self._text = text
        self.complaints: list[Complaint] = []
        self._seen: set[int] = set()

    def value(self, node: Any) -> Any:
        if isinstance(node, yaml.ScalarNode):
            if self._ends_at_a_hash(node):
                wrong = "a `#` ends this value, and what follows is lost"
                right = "put the value in quotes, or write a note on a line of its own"
                self._complain(node, node, wrong, right)
            return _scalar(node)
        if id(node) in self._seen:
            self._complain(node, node, "an alias (`*`) repeats what stands elsewhere", "write it out")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item) for item in node.value]
        return dict(self._pairs(node))

    def _pairs(self, node: Any) -> Iterator[tuple[str, Any]]:
        seen: dict[str, int] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode):
                self._complain(node, key_node, "a key is a list or a mapping", "it should be a word")
            elif key in seen:
                wrong = f"the key `{key}` stands twice, first in line {seen[key]}"
                self._complain(node, key_node, wrong, "keep one of the two")
            else:
                seen[key] = self._line(key_node)
                yield key, self.value(value_node)

    def _ends_at_a_hash(self, node: yaml.ScalarNode) -> bool:
        """Whether a plain value is cut short by a `#` that was meant as text."""
        if node.style or node.end_mark.line >= len(self._text):
            return False
        line = self._text[node.end_mark.line]
        if "#" not in line:
            return False
        running = len(node.value.split()) >= _SENTENCE and re.compile(r"\s+#\s*\S").match(line, node.end_mark.column)
        return bool(running or _NOTE_OR_TEXT.match(line, node.end_mark.column))

    def _complain(self, record: Any, node: Any, wrong: str, right: str) -> None:
        self.complaints.append(Complaint(self._path, self._line(node), _name(record), wrong, right))

    def _line(self, node: Any) -> int:
        return int(node.start_mark.line) + 1 + self._above


def _name(node: Any) -> str:
    """The record's id, as far as a node that may be broken tells it."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value in NAMING_KEYS and isinstance(value, yaml.ScalarNode):
            return str(value.value)
    return "this record"


def _scalar(node: yaml.ScalarNode) -> Any:
    if node.style or node.value[:1] in _TEXT:  # in quotes or in a block, or begun as no other value is
        return node.value
    for pattern, construct in _SCALARS:
        if pattern.fullmatch(node.value):
            return construct(node.value)
    return node.value
