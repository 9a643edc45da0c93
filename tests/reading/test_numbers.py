"""Numbers agree with their nouns wherever a page, a message or a file counts something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from macros.__main__ import main
from macros.authoring import new_review
from macros.collection import Collection, counts
from macros.pages import calls, finished
from macros.pages.shapes import Ref
from macros.pages.views import evidence_picture, review_tables, shared_cards, timeline_picture
from macros.reading import counted, noun, spread
from macros.records import Unit
from macros.vetting import load


@pytest.mark.parametrize(
    ("number", "one", "words"),
    [
        (1, "finding", "1 finding"),
        (2, "finding", "2 findings"),
        (0, "finding", "0 findings"),
        (1, "agency", "1 agency"),
        (2, "agency", "2 agencies"),
        (2, "day", "2 days"),
        (1, "working day", "1 working day"),
    ],
)
def test_a_noun_agrees_with_its_number(number: int, one: str, words: str) -> None:
    assert counted(number, one) == words


def test_a_run_of_one_is_written_as_one() -> None:
    assert (spread(1, 1, "day"), spread(21, 21, "day"), spread(28, 31, "day")) == ("1 day", "21 days", "28 to 31 days")


def test_what_is_counted_has_the_noun_for_one_of_it() -> None:
    assert {noun(2, count.one) for count in counts.COUNTS.values()} == set(counts.COUNTS)
    assert all(not unit.label.endswith("s") for unit in Unit)


ONES = re.compile(r"\b1 (?:working )?([a-z]+s)\b(?! to\b)|¶(\d+)–\2\b|\(s\)")
"""A noun in the plural behind a one, and a run of one."""


@pytest.fixture(scope="module")
def ones(good_once: Path) -> Collection:
    """A new review as it is laid: it has one recommendation, one list, one agency and one management review."""
    new_review.create(good_once, "harbour-child", load(good_once))
    return load(good_once)


def test_a_review_of_ones_is_counted_in_the_singular(ones: Collection) -> None:
    review = ones.reviews["harbour-child"]
    assert [each.label for each in review_tables.figures(review)][3:] == [
        "recommendation",
        "agency",
        "management review",
    ]
    said = [calls.call(ones, "count", "", "harbour-child", what) for what in counts.COUNTS]
    assert {finished.inline(each) for each in ("1 recommendation", "1 list", "1 agency")} <= set(said)
    (run,) = review_tables.sections(review).rows[0].cells[2].items
    assert isinstance(run, Ref)
    assert run.text == "¶1"


@pytest.mark.parametrize("name", [name for name, macro in calls.MACROS.items() if macro.is_block])
def test_no_block_has_a_plural_behind_a_one(ones: Collection, name: str) -> None:
    drawn = calls.call(ones, name, "reviews/harbour-child/", "harbour-child")
    pieces = html.fromstring(f"<div>{drawn}</div>").iter("td", "th", "li", "p", "dt", "dd", "caption", "figcaption")
    texts = [" ".join(piece.text_content().split()) for piece in pieces]
    assert not [text for text in texts if ONES.search(text)]


def test_no_description_of_a_picture_has_a_plural_behind_a_one(ones: Collection) -> None:
    review = ones.reviews["harbour-child"]
    drawn, links = timeline_picture.timeline(review), evidence_picture.evidence(ones, review)
    assert drawn is not None
    assert links is not None
    assert not ONES.search(drawn.title + links.description)
    labels = [step.label for group in shared_cards.themes(ones) for card in group.cards for step in card.lists]
    assert not [label for label in labels if ONES.search(label)]


@pytest.mark.usefixtures("ones")
def test_the_check_counts_in_the_singular_too(good_once: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(good_once), "check"]) == 0
    said = capsys.readouterr().out
    assert (
        "(draft, 3 of 3 gists written): 3 paragraphs, 2 events, 2 findings, 1 recommendation, 1 list, 1 agency" in said
    )
    assert not ONES.search(said)
