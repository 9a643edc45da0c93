"""The published data, damaged in every way that a person damages it: each time somebody is told, or no harm is done.

Each damage is one change to one file. It is *reported* when a complaint stands on a line of the damaged record, or
names what was damaged. It is *harmless* when the collection says nothing that it did not say before, or says just what
was typed. What is neither is *silent*, and there must be none.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from macros.collection import Collection
from macros.reading import BrokenData, Complaint, Key, Reading, read_text
from macros.records import Piece, RecordFile, all_files
from macros.vetting import load

from .conftest import GOOD, ROOT
from .frozen import KNOWN, keep_only_the_known

FILES = all_files()

WITHDRAWN = GOOD / "data" / "withdrawn.yml"
TYPED = ("no", "on", "1.10", "08", "12:30", "~", "true", "'", "[x", "*x", "# x", "a: b", "“x”", "!x")
"""What people type without quotes, and YAML takes for something."""
EACH = 4
"""Of each kind of damage, how many are tried in each file."""


@dataclass(frozen=True)
class Damage:
    """One change to one file."""

    kind: str
    text: bytes
    first: int
    last: int
    """The lines, in the damaged file, of the record that was damaged."""
    names: tuple[str, ...] = ()
    """What a complaint elsewhere would name."""
    typed: str = ""
    """The text that now stands for a value, where it may be taken as it is."""


@dataclass(frozen=True)
class Place:
    """A key of a record: where it is written, and what it holds."""

    model: type[Piece]
    keys: tuple[Key, ...]
    first: int
    """Counts from 0."""
    last: int
    """The first line after its value."""
    record: tuple[int, int]
    """The lines of its record."""
    value: Any


def places(file: RecordFile, reading: Reading, lines: list[str]) -> list[Place]:
    """Every key of every record, with its lines."""
    found: list[Place] = []
    where = reading.where.lines

    def end(first: int, indent: int) -> int:
        line = first + 1
        while line < len(lines) and (not lines[line].strip() or len(lines[line]) - len(lines[line].lstrip()) > indent):
            line += 1
        return line

    def walk(model: type[Piece], value: Mapping[str, Any], at: tuple[Key, ...], record: tuple[int, int]) -> None:
        for key, each in value.items():
            first = where[*at, key] - 1
            if not lines[first].lstrip(" -").startswith(f"{key}:"):
                continue  # in a flow mapping, on a line with others
            indent = len(lines[first]) - len(lines[first].lstrip(" -"))
            found.append(Place(model, (*at, key), first, end(first, indent), record, each))
            part = model.pieces().get(key)
            if part:
                for number, inner in enumerate(each) if isinstance(each, list) else [(None, each)]:
                    walk(part, inner, (*at, key) if number is None else (*at, key, number), record)

    if file.holds_one:
        walk(file.model, reading.value, (), (0, len(lines)))
    else:
        starts = [where[(number,)] - 1 for number in range(len(reading.value))]
        for number, record in enumerate(reading.value):
            walk(file.model, record, (number,), (starts[number], [*starts, len(lines)][number + 1]))
    return found


def misspelt(word: str, chance: random.Random) -> str:
    """A word with two letters swapped, one lost or one twice."""
    at = chance.randrange(max(1, len(word) - 1))
    return chance.choice(
        [word[:at] + word[at + 1 :], word[: at + 1] + word[at:], word[:at] + word[at : at + 2][::-1] + word[at + 2 :]]
    )


def damages(
    file: RecordFile, path: str, text: str, others: Mapping[str, str], chance: random.Random
) -> Iterator[Damage]:
    """Every damage to one file, in a random order."""
    lines = text.splitlines(keepends=True)
    reading = read_text(text, path)
    found = places(file, reading, lines)
    chance.shuffle(found)
    for place in found:
        yield from of_key(place, lines, chance)
        yield from of_value(place, lines, chance)
    yield from of_records(file, reading, lines, others)
    yield from of_encoding(text, lines, chance)


def changed(lines: list[str], first: int, last: int, new: list[str]) -> bytes:
    return "".join([*lines[:first], *new, *lines[last:]]).encode()


def of_key(place: Place, lines: list[str], chance: random.Random) -> Iterator[Damage]:
    """A key lost, misspelt, twice, or indented with a tab."""
    first, last, (begin, end) = place.first, place.last, place.record
    line, key = lines[first], str(place.keys[-1])
    opens = line.lstrip().startswith("- ")
    lost = [line[: line.index(key)].rstrip() + "\n"] if opens else []
    yield Damage("key lost", changed(lines, first, last, lost), begin + 1, end, (key, str(place.value)))
    wrong = misspelt(key, chance)
    if wrong != key:
        yield Damage(
            "key misspelt", changed(lines, first, first + 1, [line.replace(f"{key}:", f"{wrong}:", 1)]), begin + 1, end
        )
    if key != key.capitalize():
        capital = line.replace(f"{key}:", f"{key.capitalize()}:", 1)
        yield Damage("key in capitals", changed(lines, first, first + 1, [capital]), begin + 1, end)
    twice = [each.replace("- ", "  ", 1) if opens and n == 0 else each for n, each in enumerate(lines[first:last])]
    yield Damage("key twice", changed(lines, last, last, twice), begin + 1, end + len(twice))
    if line.startswith("  ") and not opens:
        tab = "\t" + line.lstrip()
        yield Damage("tab", changed(lines, first, first + 1, [tab]), begin + 1, end + 1)


def of_value(place: Place, lines: list[str], chance: random.Random) -> Iterator[Damage]:
    """A value of another type, an id misspelt or another's, a list emptied, a paragraph that is not there."""
    key, (begin, end) = str(place.keys[-1]), place.record
    stem = lines[place.first].partition(f"{key}:")[0] + f"{key}:"

    def with_value(kind: str, value: str, typed: str = "", *names: str) -> Damage:
        text = changed(lines, place.first, place.last, [f"{stem} {value}\n"])
        return Damage(kind, text, begin + 1, end, (key, *names), typed)

    yield with_value("null", "")
    yield with_value("list for a value" if not isinstance(place.value, list) else "list emptied", "[]")
    yield with_value("mapping for a value", "{x: y}")
    yield with_value("number for a value", "4711", "4711")
    if place.model.pieces().get(key) is None:
        typed = chance.choice(TYPED)
        yield with_value(f"typed {typed}", typed, typed, str(place.value))
    if isinstance(place.value, str):
        yield with_value("curly quotes", f"“{place.value}”", f"“{place.value}”")
    kind = place.model.id_keys().get(key)
    if key == "id" or key == getattr(place.model, "NAMED_BY", ""):
        yield with_value(
            "id misspelt", misspelt(str(place.value), chance), "", str(place.value), f"section--{place.value}"
        )
    elif kind and isinstance(place.value, list) and place.value:
        one = chance.randrange(len(place.value))
        slip = [misspelt(str(each), chance) if n == one else str(each) for n, each in enumerate(place.value)]
        slip[one] = slip[one] if not slip[one].isdecimal() else "999"
        yield with_value("id misspelt", f"[{', '.join(slip)}]", "", *slip)
        yield with_value("id twice", f"[{', '.join(map(str, [*place.value, place.value[one]]))}]")
        yield with_value("ids swapped", f"[{', '.join(map(str, place.value[::-1]))}]")
        if kind == "place":
            yield with_value("paragraph out of range", f"[{', '.join(map(str, place.value))}, 99]")
    elif kind and isinstance(place.value, str):
        yield with_value("id misspelt", misspelt(place.value, chance), "", place.value)


def of_records(file: RecordFile, reading: Reading, lines: list[str], others: Mapping[str, str]) -> Iterator[Damage]:
    """A record twice, half of a conflict, or a record of another file."""
    if file.holds_one:
        return
    starts = [reading.where.lines[(number,)] - 1 for number in range(len(reading.value))] + [len(lines)]
    for first, last in pairwise(starts):
        record = lines[first:last]
        yield Damage("record twice", changed(lines, last, last, record), last + 1, last + len(record))
        half = ["<<<<<<< HEAD\n", *record, "=======\n"]
        yield Damage("half a conflict", changed(lines, first, last, half), first + 1, first + len(half))
    for path, text in others.items():
        foreign = text.splitlines(keepends=True)
        at = read_text(text, path).where.lines
        begin, end = at[(0,)] - 1, at.get((1,), len(foreign) + 1) - 1
        record = foreign[begin:end]
        yield Damage(
            "record of another file",
            changed(lines, starts[1], starts[1], record),
            starts[1] + 1,
            starts[1] + len(record),
        )


def of_encoding(text: str, lines: list[str], chance: random.Random) -> Iterator[Damage]:
    """What editors do to a file: a mark at its head, other line ends, another encoding."""
    yield Damage("byte-order mark", b"\xef\xbb\xbf" + text.encode(), 0, 0)
    yield Damage("CRLF", text.replace("\n", "\r\n").encode(), 0, 0)
    for number in chance.sample(range(len(lines)), min(EACH, len(lines))):
        latin = "".join(lines[:number]).encode() + lines[number].rstrip("\n").encode() + b" caf\xe9\n"
        yield Damage("Latin-1", latin + "".join(lines[number + 1 :]).encode(), number + 1, number + 1)


def sample(file: RecordFile, path: str, text: str, others: Mapping[str, str]) -> list[Damage]:
    """Some of each kind of damage, the same at every run."""
    chance = random.Random(path)
    taken: Counter[str] = Counter()
    chosen = []
    for damage in damages(file, path, text, others, chance):
        if taken[damage.kind] < EACH:
            taken[damage.kind] += 1
            chosen.append(damage)
    return chosen


def plain(value: Any) -> Any:
    """A record as plain values."""
    if isinstance(value, Piece):
        return {key: plain(getattr(value, key)) for key in type(value).model_fields}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return str(value) if value is not None else None


def all_records(collection: Collection) -> dict[tuple[str, ...], Any]:
    """Every record of a collection, by its kind and id."""
    found: dict[tuple[str, ...], Any] = {}
    for kind in ("agencies", "themes", "sources", "terms", "helplines"):
        found |= {(kind, key): plain(each) for key, each in getattr(collection, kind).items()}
    for slug, review in collection.reviews.items():
        found[slug, "head"] = plain(review.head)
        for kind in ("involvements", "paragraphs", "events", "findings", "recommendations"):
            found |= {(slug, kind, str(key)): plain(each) for key, each in getattr(review, kind).items()}
    return found


def says_no_more(new: Any, old: Any, typed: str) -> bool:
    """Whether a value is what it was, part of it, nothing, or what was typed."""
    if new == old or new in (None, [], "False") or (typed and new == typed):
        return True
    if isinstance(new, dict) and isinstance(old, dict):
        return all(says_no_more(new[key], old.get(key), typed) for key in new)
    if isinstance(new, list) and isinstance(old, list):
        return all(any(says_no_more(each, other, typed) for other in old) for each in new)
    return False


def outcome(project: Path, path: str, damage: Damage, before: Mapping[tuple[str, ...], Any]) -> str:
    """'reported', 'harmless' or 'silent'."""
    (project / path).write_bytes(damage.text)
    try:
        after = all_records(load(project))
    except BrokenData as broken:
        return "reported" if any(points_at(damage, path, each) for each in broken.complaints) else "misplaced"
    if after.keys() <= before.keys() and all(says_no_more(after[key], before[key], damage.typed) for key in after):
        return "harmless"
    return "silent"


def points_at(damage: Damage, path: str, complaint: Complaint) -> bool:
    here = complaint.path == path and damage.first <= complaint.line <= damage.last + 1
    return here or any(name and f"`{name}`" in complaint.wrong + complaint.right for name in damage.names)


def outcomes(path: str, chosen: Sequence[Damage]) -> list[str]:
    """What comes of each damage to a file, in a copy of the published data and pages."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for each in ("data", "docs"):
            shutil.copytree(ROOT / each, project / each)
        keep_only_the_known(project)
        shutil.copy(WITHDRAWN, project / "data")
        before = all_records(load(project))
        return [outcome(project, path, damage, before) for damage in chosen]


def text_of(file: RecordFile) -> str:
    """What stands in a file of the published data; of what few collections need, in the invented one."""
    real = ROOT / file.path.replace("<slug>", KNOWN)
    return (real if real.exists() else GOOD / file.path).read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.kind)
def test_each_damage_is_reported_on_the_right_line_or_harmless(
    file: RecordFile, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file.path.replace("<slug>", KNOWN)
    foreign = [other for other in FILES if other.kind != file.kind and not other.holds_one]
    others = {other.path: text_of(other) for other in foreign}
    chosen = sample(file, path, text_of(file), others)
    found = outcomes(path, chosen)
    counts = Counter(found)
    with capsys.disabled():
        share = counts["reported"] / len(chosen)
        print(f"\n{file.kind}: {len(chosen)} damages, {share:.0%} reported, the rest harmless", end="")
    wrong = [
        f"{result}: {damage.kind}, lines {damage.first} to {damage.last}, {damage.names}"
        for result, damage in zip(found, chosen, strict=True)
        if result not in ("reported", "harmless")
    ]
    assert wrong == [], "\n".join(wrong)
