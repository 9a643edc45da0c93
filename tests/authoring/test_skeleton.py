"""The example of a new review shows every key, and each key is described."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros.authoring import describe
from macros.authoring.skeleton import example, examples, pages
from macros.reading import Where
from macros.records import Piece, RecordFile, Word, all_files

FILES = all_files()


def parts(model: type[Piece]) -> Iterator[type[Piece]]:
    yield model
    for part in model.pieces().values():
        yield from parts(part)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path)
def test_an_example_is_a_record(file: RecordFile) -> None:
    value = example(file)
    assert isinstance(value, dict) == file.holds_one
    for record in [value] if file.holds_one else value:
        file.model.read(record, Where(file.path))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path)
def test_the_examples_show_every_key(file: RecordFile) -> None:
    for part in parts(file.model):
        missing = [key for key in part.model_fields if (part, key) not in examples()]
        assert missing == [], part.__name__


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path)
def test_every_key_is_described_in_a_sentence(file: RecordFile) -> None:
    for key in describe.keys(file.model):
        assert key.what.endswith((".", "2.", "4-8.")), key.path
        assert "\n" not in key.what
        assert bool(key.example) != any(other.path[:-1] == key.path for other in describe.keys(file.model))


def test_a_closed_vocabulary_is_listed_with_its_key() -> None:
    (timeline,) = (file for file in FILES if file.path.endswith("timeline.yml"))
    words = {key.path: key.words for key in describe.keys(timeline.model)}
    assert words["track",] == ("case", "review")
    assert words["title",] == ()
    assert all(word in describe.Described(("a",), True, "x.", ("b", "c"), "").note for word in ("required: x.", "b, c"))
    assert Word in timeline.model.model_fields["track"].annotation.__mro__  # type: ignore[union-attr]


def test_no_page_has_to_say_to_which_review_it_belongs() -> None:
    assert len(pages()) == 8
    assert not any("review:" in page for page in pages().values())
