"""Text that is no YAML: what was slipped, in the words of somebody who types and has never heard of YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_PARSER):  # type: ignore[misc]
    """Parses, and leaves what a plain word means to whoever reads the nodes: it asks for no value's type."""

    def resolve(self, *_: object) -> str:
        """The same for every node."""
        return "?"

    def descend_resolver(self, *_: object) -> None:
        """Nothing is resolved by where it stands."""

    def ascend_resolver(self) -> None:
        """Nothing is resolved by where it stands."""


class Slip(NamedTuple):
    """A mistake in typing."""

    line: int
    """Where, counted from 1 in the text."""
    wrong: str
    right: str


def slips(text: str, error: yaml.MarkedYAMLError) -> tuple[Slip, ...]:
    """All that is wrong with a text that gave this error: each record is read alone, so that none hides the next."""
    found = [slip for above, piece in _pieces(text) for slip in _of_piece(piece, above)]
    return tuple(found) or (_slip(text, error),)


_PIECE = re.compile(r"(?m)^(?=- |[A-Za-z_]+:)")
"""Where a record of a list begins, or a key of a record."""


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The records of a file, or the keys of its one record, each with how many lines stand above it."""
    starts = [found.start() for found in _PIECE.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        yield text.count("\n", 0, start), text[start:end]


def _of_piece(text: str, above: int) -> Iterator[Slip]:
    try:
        yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        slip = _slip(text, error)
        yield slip._replace(line=slip.line + above)
    except yaml.YAMLError:
        return


_COLON = re.compile(r":(?:\s|$)")
_GOES_ON = re.compile(r"""\s*(?:- )?\w+:\s+(["'])(?:(?!\1).)*\1\s*[^\s#,\]}]""")
_STEPS = "put two spaces for each step of indent"


def _slip(text: str, error: yaml.MarkedYAMLError) -> Slip:
    problem = error.problem or ""
    unclosed = "end of stream" in problem  # then what opened tells more than where the file ends
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    line = (mark.line if mark else 0) + 1
    lines = ["", *text.splitlines(), ""]
    quote = _unclosed(text, line)
    if quote:
        wrong = f"a quotation mark opens here and closes only in line {quote[1]}"
        return Slip(quote[0], wrong, "close it on its own line, or put the value in the other kind")
    if unclosed and "quoted" in (error.context or ""):
        return Slip(line, "a quotation mark opens here and is not closed", "close it at the end of the value")
    foreign = next((number for number in (line, line - 1) if number > 0 and "\u00a0" in lines[number]), 0)
    if foreign:
        return Slip(foreign, "a space in this line is not an ordinary one, but a word processor's", "type it again")
    if _GOES_ON.match(lines[line]) or (line > 1 and _GOES_ON.match(lines[line - 1])):
        at = line if _GOES_ON.match(lines[line]) else line - 1
        wrong = "the value begins with a quotation mark, and goes on behind the one that ends it"
        return Slip(at, wrong, "put all of it in the other kind of quotation marks")
    if "tab" in problem or re.match(r"\s*\t", lines[line]):
        return Slip(line, "a tab stands in the indent", _STEPS)
    if "mapping values are not allowed" in problem and len(_COLON.findall(lines[line])) == 1:
        return Slip(line, "the indent of this line does not fit the line above it", _STEPS)
    if "mapping values are not allowed" in problem:
        wrong = "a second `: ` stands in this line, and YAML takes it for a key"
        return Slip(line, wrong, "put the value in quotation marks")
    right = "check the indent, the quotes and the colons here and in the line above"
    return Slip(line, f"this is not YAML ({problem or error.context})", right)


def _unclosed(text: str, until: int) -> tuple[int, int] | None:
    """Where the last quotation mark opens, and the later line in which it closes, in a text that goes wrong there."""
    last = None
    try:
        for token in yaml.scan(text, Loader=Loader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                last = (token.start_mark.line + 1, token.end_mark.line + 1)
    except yaml.YAMLError:
        pass
    return last if last and last[0] < last[1] and last[1] >= until - 1 else None
