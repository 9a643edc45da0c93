"""What is not English says so, and the words around it are of its language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from macros.collection import Collection
from macros.pages import languages
from macros.pages.calls import MACROS, At
from macros.records import Language

SENTENCES = {"delays_table"}
"""Blocks in which we reckon in whole sentences: those stay English."""
BLOCKS = [name for name, each in MACROS.items() if each.needs_review and each.is_block and name not in SENTENCES]


@pytest.fixture
def welsh(collection: Collection) -> Collection:
    """The known review, as if it were restated in Welsh."""
    (review,) = collection.reviews.values()
    head = review.head.model_copy(update={"language": Language.WELSH})
    return replace(collection, reviews={review.slug: replace(review, head=head)})


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The words of ours that the templates say in another language."""
    asked: set[str] = set()
    one = languages._one

    def noted(words: str, known: Mapping[str, str]) -> str:
        asked.add(words)
        return one(words, known)

    monkeypatch.setattr(languages, "_one", noted)
    return asked


@pytest.fixture
def data(frozen: Path, collection: Collection) -> set[str]:
    """What the data say themselves, as far as a template shows it where a word of ours may stand."""
    (review,) = collection.reviews.values()
    files = (frozen / "data").rglob("*.yml")
    words = {words for file in files for words in _texts(yaml.safe_load(file.read_text(encoding="utf-8")))}
    labels = {review.label(recommendation) for recommendation in review.recommendations.values()}
    words |= labels | {event.when for event in review.events.values()}
    published = replace(review.head.published, language=Language.WELSH.value).words
    return {published, *(piece for each in words for piece in (each, *each.split(", ")))}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def test_every_word_of_ours_around_the_known_records_is_known_in_welsh(
    welsh: Collection, ours: set[str], data: set[str]
) -> None:
    (review,) = welsh.reviews.values()
    for name in BLOCKS:
        MACROS[name].write(At(welsh, "", review))
    assert "Addressed to" in ours
    unknown = {each for each in set(ours) if languages.said(each, "cy") == each and each[:1].isalpha()}
    assert {each for each in unknown if not {each, each.partition(": ")[0]} & data} == set()
