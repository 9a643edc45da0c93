"""Everything that would be published, held against the rules of anonymity before it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ..reading import Complaint, is_left_behind, one_of, read_text
from ..records import (
    HEAD,
    SCHEMAS,
    Agency,
    Allowance,
    Head,
    Helpline,
    Paragraph,
    Retired,
    Source,
    TakenDownReview,
    Term,
    Theme,
    WrittenRecord,
)
from . import anonymity, metadata
from .anonymity import FOLDERS, Allowed, Known, Text
from .folding import fold

PLAIN = frozenset({".yml", ".yaml", ".md", ".markdown", ".txt", ".html", ".csv", ".json", ".xml"})
"""Files that are read as they are."""

OF_THE_SITE = frozenset({".css", ".js"})
"""Files that hold no facts."""

DECLARING = (Agency, Term, Theme, Source, Helpline)
NAMING = ("name", "short", "term", "title", "publisher", "number")
OURS = ("on_site", "changed", "published")
"""The records that declare names of what is no person, and telephone numbers to ring; the keys that hold them; and the
keys of a review that hold days of its publication."""

ALLOWED = "data/allowed.yml"


def complaints(root: Path, entries: Sequence[WrittenRecord], whole: bool) -> Iterator[Complaint]:
    """Whatever could tell who somebody is; and where the data is ``whole``, every allowance that nothing needs."""
    known = _known(entries)
    names, own = _names(entries), _of_reviews(entries)
    files = [file for folder in FOLDERS for file in sorted((root / folder).rglob("*"))]
    shown = [(file, file.relative_to(root).as_posix()) for file in files if not is_left_behind(file.name)]
    for file, path in shown:
        if file.is_symlink():
            yield Complaint(path, 1, file.name, "it is a link to somewhere else", "put the file itself there")
    shown = [(file, path) for file, path in shown if file.is_file() and not path.startswith(f"{SCHEMAS}/")]
    texts = [replace(text, own=own.get(_slug(path), ())) for file, path in shown for text in _texts(file, path, names)]
    found, needed = anonymity.complaints(texts, known)
    yield from found
    for file, path in shown:
        yield from _unread(file, path)
    slugs = sorted({_slug(entry.where.path) for entry in entries} - {""})
    for entry in entries:
        if entry.model is Allowance and entry.record:
            unneeded = whole and _allowed(entry) not in needed
            yield from _allowance(root, slugs if whole else (), entry, unneeded)


def _allowance(root: Path, slugs: Sequence[str], entry: WrittenRecord, unneeded: bool) -> Iterator[Complaint]:
    """What is wrong with an allowance: where it reaches, if the ``slugs`` are known; or that nothing needs it."""
    allowed = _allowed(entry)
    if allowed.review and allowed.page:
        yield entry.where.complain(entry.name, "it has both `review` and `page`", "keep one of them", "page")
    elif slugs and allowed.review and allowed.review not in slugs:
        wrong = f"there is no review `{allowed.review}`"
        yield entry.where.complain(entry.name, wrong, one_of(slugs, allowed.review), "review")
    elif allowed.page and not (root / allowed.page).is_file():
        wrong = f"there is no file `{allowed.page}`"
        yield entry.where.complain(entry.name, wrong, "give its path, such as docs/about/method.md", "page")
    elif not allowed.review and not allowed.page and allowed.needs_a_reach:
        wrong = "a name or a day is allowed everywhere, and may be somebody else's in another review"
        yield entry.where.complain(entry.name, wrong, "say where with `review:`, or with `page:`", "text")
    elif unneeded:
        yield entry.where.complain(entry.name, "nothing needs this allowance", "take it out", "text")


def _allowed(entry: WrittenRecord) -> Allowed:
    """What an allowance allows, though something else in it may be wrong."""
    value = entry.value if isinstance(entry.value, dict) else {}
    return Allowed(fold(str(value.get("text"))).text, str(value.get("review") or ""), str(value.get("page") or ""))


def _known(entries: Iterable[WrittenRecord]) -> Known:
    """The names that the data declares for every review, and the allowances."""
    names: set[str] = set()
    for entry in entries:
        value = entry.value if isinstance(entry.value, dict) else {}
        if issubclass(entry.model, DECLARING):
            names.update(str(value.get(key, "")) for key in NAMING)
        elif isinstance(entry.record, Retired):
            names.add(str(entry.record.on))
    return anonymity.declared(names, [_allowed(entry) for entry in entries if entry.model is Allowance])


def _of_reviews(entries: Iterable[WrittenRecord]) -> Mapping[str, tuple[str, ...]]:
    """What each review declares for itself, and would be taken for traces."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        found[_slug(entry.where.path)].update(map(str, _own(entry)))
    return {slug: anonymity.suspect(own) for slug, own in found.items()}


def _own(entry: WrittenRecord) -> Iterator[object]:
    """Numbers of paragraphs that look like days (4.12.10), pseudonyms, and the days of a review's publication."""
    value = entry.value if isinstance(entry.value, dict) else {}
    if entry.model is Paragraph:
        yield from (value.get("number"), entry.key)
    elif entry.model is TakenDownReview and entry.record:
        yield entry.record.taken_down.on
    elif entry.model is Head:
        yield from (value[key] for key in OURS if key in value)
        yield from (each.on for each in entry.record.withdrawn) if entry.record else ()
        yield from (each.get("paragraphs") for each in _parts(value, "sections"))
        yield from (each.get("name") for each in _parts(value, "subjects") if each.get("pseudonym"))


def _parts(value: Mapping[str, object], key: str) -> Iterator[Mapping[str, object]]:
    given = value.get(key)
    yield from (each for each in given if isinstance(each, dict)) if isinstance(given, list) else ()


def _slug(path: str) -> str:
    """The review to which a file in data/ or docs/ belongs, however its folder's name is written; or nothing."""
    parts = path.lower().split("/")
    return parts[2] if len(parts) > 3 and parts[1] == "reviews" else ""


def _names(entries: Iterable[WrittenRecord]) -> Mapping[str, Callable[[int], str]]:
    """For each file of records, the record in which a line stands."""
    written: dict[str, list[WrittenRecord]] = defaultdict(list)
    for entry in entries:
        written[entry.where.path].append(entry)

    def at(path: str) -> Callable[[int], str]:
        def name(line: int) -> str:
            lines = sorted((entry.where.line(), entry.name) for entry in written[path])
            return lines[max(0, bisect_right(lines, (line, "\U0010ffff")) - 1)][1]

        return name

    return {path: at(path) for path in written}


def _texts(file: Path, path: str, names: Mapping[str, Callable[[int], str]]) -> Iterator[Text]:
    """What a file says: in its path, in itself, and in its metadata."""
    record_at = names.get(path, lambda _: file.name)
    suffix = file.suffix.lower()
    words = re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])|[-_./]+", " ", path.partition("/")[2])
    yield Text(path, f"{words} . {words.title()}", record_at, "the file's path")
    if suffix in PLAIN or suffix == ".svg":
        text = file.read_bytes().decode("utf-8", errors="replace")
        if path not in names and PurePosixPath(path).name == HEAD[0]:
            text = _DAYS_OF_OURS.sub("", text)  # it could not be read, so that its days are not known for ours
        if path == ALLOWED:
            text = re.sub(r"(?m)^[- ] text:.*$", "", text)  # what is allowed, and nothing else
        yield Text(path, _GEOMETRY.sub(" ", text) if suffix == ".svg" else text, record_at)
        if suffix in (".yml", ".yaml"):
            yield from _values(path, text, record_at)
    try:
        for name, text, _ in metadata.carried(file):
            yield Text(path, text, record_at, f"its metadata ({name})")
    except metadata.Unreadable:
        return


_DAYS_OF_OURS = re.compile(rf"(?m)^(?:{'|'.join(OURS)}):.*$")

_GEOMETRY = re.compile(r"""\s(?:d|points|viewBox|transform|[xy][12]?|c[xy]|r|rx|ry|width|height)=(?:"[^"]*"|'[^']*')""")
"""Attributes of a drawing that hold numbers only."""


def _values(path: str, text: str, record_at: Callable[[int], str]) -> Iterator[Text]:
    """The values that YAML reads otherwise than they stand there: in double quotes, with escapes."""
    for line, written in enumerate(text.splitlines(), start=1):
        if "\\" in written:
            reading = read_text(written.strip().lstrip("- "), path)
            for value in reading.value.values() if isinstance(reading.value, dict) else ():
                yield Text(path, "\n" * (line - 1) + str(value), record_at)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else f"{words[:79]}…"


def _unread(file: Path, path: str) -> Iterator[Complaint]:
    """Files that nothing here can look into, and metadata that tells who or where by being there."""
    suffix = file.suffix.lower()
    if suffix not in {*PLAIN, *OF_THE_SITE, *metadata.PICTURES, ".svg", ".pdf"}:
        wrong = "nothing can look into a file of this kind"
        right = "publish it as text, as PDF, or as a picture: PNG, JPEG, WebP, TIFF or SVG"
        yield Complaint(path, 1, file.name, wrong, right)
        return
    try:
        for name, text, tells in metadata.carried(file):
            if tells and text:
                wrong = f"there is more in it than it shows: {name}: “{_short(text)}”"
                yield Complaint(path, 1, file.name, wrong, f"take it out with `make clean-file FILE={path}`")
    except metadata.Unreadable as error:
        yield Complaint(path, 1, file.name, f"the file cannot be opened ({error})", "save it again, or take it out")
