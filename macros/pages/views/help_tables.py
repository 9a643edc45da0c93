"""Tables about the site itself: its vocabularies, the keys of its records, its open data and its release."""

from __future__ import annotations

import re

from ...authoring import describe
from ...collection import Collection, addresses
from ...opendata import files
from ...records import Act, Beyond, FindingKind, Record, RecordFile, Word, all_files
from ..shapes import Fact, Ref
from ..tables import Table
from .tabulate import Column, table


def vocabulary(words: type[Word], id_: str, caption: str) -> Table:
    """A closed vocabulary with its meanings."""
    column = Column[Word]
    columns = (
        column("Word", lambda word: (word.label,)),
        column("What we mean by it", lambda word: (word.meaning,)),
    )
    return table(id_, caption, columns, words)


def finding_kinds() -> Table:
    """The kinds of finding."""
    return vocabulary(FindingKind, "finding-kinds--table", "Kinds of finding")


def beyond() -> Table:
    """What is said of a wait that has a standard."""
    return vocabulary(Beyond, "beyond--table", "Longer than the standard? Our calculation")


def acts() -> Table:
    """The kinds of act that a recommendation asks for."""
    return vocabulary(Act, "acts--table", "What a recommendation asks for")


def records() -> tuple[tuple[str, str, Table], ...]:
    """For each file: its path, what one of its records is, and a table of its keys."""
    return tuple((file.path, _first_line(file.model), _keys(file)) for file in all_files())


def _keys(file: RecordFile) -> Table:
    """The keys of a file's records; those within another stand behind it."""
    column = Column[describe.Described]
    columns = (
        column("Key", lambda key: (" › ".join(key.path),)),
        column("Required or optional?", lambda key: ("required" if key.required else "optional",)),
        column(
            "What it holds",
            lambda key: (_typeset(key.what) + (f" One of: {', '.join(key.words)}." if key.words else ""),),
        ),
        column("Example", lambda key: (key.example or "keys of its own, below",)),
    )
    return table(f"{file.kind}--table", f"Keys of {file.path}", columns, describe.keys(file.model))


def release(collection: Collection) -> tuple[Fact, ...]:
    """From what the site was built."""
    built = collection.release
    return (
        Fact("Version", (built.version or "not noted",)),
        Fact("Commit", (built.commit or f"none: {built.why_no_commit or 'it is not noted'}",)),
    )


def open_data(collection: Collection) -> Table:
    """The files that may be taken away: those of the latest review stand for those of every other."""
    latest = {review.slug for review in collection.latest_first[:1]}
    listed = [(file.path, file.what) for file in files(collection) if not file.slug or file.slug in latest]
    listed.append((addresses.FEED, "An Atom feed of the reviews and their recommendations."))
    column = Column[tuple[str, str]]
    columns = (
        column("Address", lambda file: (Ref(f"/{file[0]}", f"/{file[0]}"),)),
        column("What it holds", lambda file: (file[1],)),
    )
    return table("open-data--table", "The files, and what each holds", columns, listed)


def _first_line(model: type[Record]) -> str:
    return _typeset((model.__doc__ or "").partition("\n")[0])


def _typeset(text: str) -> str:
    """Words out of the code, with the quotation marks and apostrophes of a printed page."""
    return re.sub(r"(?<![\w’])'(?=\w)", "‘", text).replace("'", "’")
