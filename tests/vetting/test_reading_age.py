"""How old a reader must be: measured outside quotations and names, and told as a hint."""

from __future__ import annotations

import pytest

from macros.__main__ import main
from macros.collection import Collection
from macros.vetting.reading_age import AIM, HARD, NAMED, age, measured, names_of

from ..conftest import GOOD, ROOT

NAMES = names_of(["Children and Family Court Advisory and Support Service", "interim care order"])


def test_short_sentences_of_short_words_ask_for_a_younger_reader() -> None:
    easy = "The nurse saw the baby. She told the doctor. He did not read the note."
    hard = "Notwithstanding comprehensive multidisciplinary consultation, organisational communication deteriorated."
    assert age(easy, NAMES) < AIM[0] < HARD < age(hard, NAMES)


def test_quotations_and_names_count_as_one_short_word() -> None:
    plain = "The court asked it to name a guardian, and it did so in the month after that day."
    assert age(plain.replace("it", "Children and Family Court Advisory and Support Service", 1), NAMES) == age(
        plain, NAMES
    )
    assert age(plain.replace("it", "“insufficiently comprehensive multidisciplinary”", 1), NAMES) == age(plain, NAMES)
    assert age(plain.replace("it", "Interim care orders", 1), NAMES) == age(plain, NAMES)


def test_the_hardest_texts_of_a_review_are_named_on_their_lines(published: Collection) -> None:
    found = dict(measured(published))
    assert list(found) == list(published.reviews)
    for review in found.values():
        assert len(review.hints) <= NAMED
        for hint in review.hints:
            assert hint.path.startswith("data/reviews/")
            assert "has a reading age of" in hint.wrong
            line = (ROOT / hint.path).read_text(encoding="utf-8").splitlines()[hint.line - 1]
            assert hint.wrong.split("`")[1] in line


def test_a_hint_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(GOOD), "check", "--reading-age"]) == 0
    printed = capsys.readouterr().out
    assert "lighthouse-child: half of its texts can be followed at " in printed
    assert "1 review, no complaints" in printed
