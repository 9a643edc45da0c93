"""Every broken collection gives exactly the messages that are expected, all at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.reading import BrokenData
from macros.vetting import load

from ..conftest import ROOT

BROKEN = ROOT / "tests" / "data" / "broken"
CASES = sorted(each.name for each in BROKEN.iterdir())


def break_it(good: Path, case: str) -> Path:
    """Lay a case's files over the good collection, and take out those that it says are missing."""
    shutil.copytree(BROKEN / case, good, dirs_exist_ok=True)
    removed = good / "removed.txt"
    for name in removed.read_text().split() if removed.exists() else ():
        (good / name).unlink()
    return good


@pytest.mark.parametrize("case", CASES)
def test_a_broken_collection_gives_exactly_these_messages(good: Path, case: str) -> None:
    with pytest.raises(BrokenData) as caught:
        load(break_it(good, case))
    assert caught.value.report().splitlines() == (BROKEN / case / "expected.txt").read_text().splitlines()


def test_a_good_collection_has_nothing_to_complain_of(good: Path) -> None:
    assert list(load(good).reviews) == ["lighthouse-child"]


def test_a_folder_whose_name_cannot_be_an_address_is_refused(good: Path) -> None:
    (good / "data/reviews/lighthouse-child").rename(good / "data/reviews/Lighthouse Child")
    with pytest.raises(BrokenData) as caught:
        load(good)
    assert str(caught.value.complaints[0]) == (
        "data/reviews/Lighthouse Child:1: Lighthouse Child: the folder's name `Lighthouse Child` cannot be a review's "
        "address; there should be a folder a review, named with small letters, digits and hyphens"
    )


def test_two_reviews_whose_names_differ_in_capitals_only_are_refused(good: Path) -> None:
    shutil.copytree(good / "data/reviews/lighthouse-child", good / "data/reviews/Lighthouse-Child")
    with pytest.raises(BrokenData) as caught:
        load(good)
    (said,) = caught.value.complaints
    assert said.path == "data/reviews/Lighthouse-Child"
    assert "`Lighthouse-Child` cannot be a review's address" in said.wrong


def test_without_any_review_the_folder_is_asked_for(good: Path) -> None:
    shutil.rmtree(good / "data" / "reviews")
    with pytest.raises(BrokenData, match="data/reviews:1: reviews: the folder is missing"):
        load(good)


def test_complaints_name_the_line_in_the_file(good: Path) -> None:
    file = good / "data/reviews/lighthouse-child/findings.yml"
    file.write_text(file.read_text().replace("cites: [4]", "cites: [44]"))
    with pytest.raises(BrokenData) as caught:
        load(good)
    (complaint,) = caught.value.complaints
    assert "44" in file.read_text().splitlines()[complaint.line - 1]


def test_a_record_that_is_not_right_is_still_there_for_those_that_name_it(good: Path) -> None:
    """One mistake gives one message, not one for each record that names the record with the mistake."""
    file = good / "data/reviews/lighthouse-child/findings.yml"
    file.write_text(file.read_text().replace("kind: criticism", "kind: critic"))
    with pytest.raises(BrokenData) as caught:
        load(good)
    assert [complaint.record for complaint in caught.value.complaints] == ["nobody-told"]
