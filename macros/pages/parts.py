"""A large site in parts: each is a build of some of the reviews, and joined they are what one build makes."""

from __future__ import annotations

import json
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..reading import BrokenData, Complaint, Refused

NOTE = "part.json"
"""What a part says of itself, in its folder."""
SITE = "site"
"""Where its files are, in its folder."""
WHOLE, PER_PART = 200, 75
"""Up to how many reviews one build makes all, and how many a part holds beyond that.

A review takes a runner about a second to build, and its environment more than a minute: parts pay beyond some 200.
"""
REST = "rest"
"""In place of a part: all pages but the reviews', to which the parts are joined."""


@dataclass(frozen=True)
class Part:
    """One of several parts of the reviews, from 1."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    @property
    def folder(self) -> str:
        """What its folder is called."""
        return f"{self.number}-of-{self.of}"

    def slugs(self, slugs: Iterable[str]) -> tuple[str, ...]:
        """The reviews that are in it."""
        return tuple(sorted(slugs)[self.number - 1 :: self.of])


def divided(reviews: int) -> list[str]:
    """The parts in which so many reviews are built: none where one build is as quick."""
    of = -(-reviews // PER_PART)
    return [str(Part(number, of)) for number in range(1, of + 1)] if reviews > WHOLE else []


def read_part(text: str) -> Part:
    """'3/8' → the third of eight. Raises Refused."""
    found = re.fullmatch(r"([1-9]\d?)/([1-9]\d?)", text)
    if not found or int(found[1]) > int(found[2]):
        raise Refused(f"`{text}` is no part; write it as in PART=3/8, for the third of eight")
    return Part(int(found[1]), int(found[2]))


def keep(site: Path, part: Part, into: Path, commit: str) -> Path:
    """Take a part's own files from the site that it has built."""
    folder = into / part.folder
    shutil.rmtree(folder, ignore_errors=True)
    slugs = {file.parent.name for file in (site / "reviews").glob("*/index.html")}
    for path in _own(site, slugs):
        (folder / SITE / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(site / path, folder / SITE / path)
    note = {"part": part.number, "of": part.of, "commit": commit}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NOTE).write_text(json.dumps(note), encoding="utf-8")
    return folder


def join(parts: Path, site: Path, commit: str) -> None:
    """Put the parts into the site that holds all but them. Raises BrokenData with all that is wrong with them."""
    notes = {folder: _note(folder) for folder in sorted(parts.iterdir()) if folder.is_dir()} if parts.is_dir() else {}
    found = list(complaints(parts.name, {folder.name: note for folder, note in notes.items()}, commit))
    if found:
        raise BrokenData(found)
    for folder in notes:
        if (folder / SITE).is_dir():
            shutil.copytree(folder / SITE, site, dirs_exist_ok=True)


def complaints(at: str, notes: Mapping[str, Mapping[str, Any]], commit: str) -> Iterator[Complaint]:
    """Every part of one division is there once, and built from this commit."""
    divisions = sorted({note["of"] for note in notes.values() if "of" in note})
    if not divisions:
        yield Complaint(at, 1, at, "there is no part", "build the parts: make build PART=1/2, make build PART=2/2")
        return
    of = divisions[-1]
    have: dict[int, list[str]] = defaultdict(list)
    for name, note in notes.items():
        if note.get("of") != of:
            what = f"it is a part of {note['of']}, and others are of {of}" if "of" in note else "it is no part"
            yield Complaint(f"{at}/{name}", 1, name, what, "delete it, or build all parts of one division")
        elif note["commit"] != commit:
            wrong = f"it was built from the commit {note['commit'] or 'unknown'}, and this is {commit or 'unknown'}"
            yield Complaint(f"{at}/{name}", 1, name, wrong, f"build it again: make build PART={note['part']}/{of}")
        if note.get("of") == of:
            have[note["part"]].append(name)
    for number in range(1, of + 1):
        name = Part(number, of).folder
        if not have[number]:
            right = f"build it: make build PART={number}/{of}"
            yield Complaint(f"{at}/{name}", 1, name, f"the part {number}/{of} is missing", right)
        for twice in have[number][1:]:
            wrong = f"the part {number}/{of} is there twice, also as {have[number][0]}"
            yield Complaint(f"{at}/{twice}", 1, twice, wrong, "delete one of the two")


def _own(site: Path, slugs: Iterable[str]) -> Iterator[Path]:
    """The files of some reviews, below a site: their pages and their data."""
    for slug in slugs:
        for folder in (f"reviews/{slug}", f"api/v1/reviews/{slug}"):
            yield from (file.relative_to(site) for file in (site / folder).rglob("*") if file.is_file())
        yield Path(f"api/v1/reviews/{slug}.json")


def _note(folder: Path) -> dict[str, Any]:
    file = folder / NOTE
    note: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return note
