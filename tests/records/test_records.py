"""Records hold what they should and refuse the rest."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from macros.reading import Where
from macros.records import Event, FindingLink, Recommendation, Section, Text, Word

REC: dict[str, Any] = {"id": "health-2", "title": "T", "text": "Text", "asks_for": ["training"]}


def test_a_record_is_frozen() -> None:
    record = Recommendation.read(REC, Where("x"))
    with pytest.raises(ValidationError):
        record.title = "Other"  # type: ignore[misc]


def test_a_recommendation_knows_its_list_and_number() -> None:
    record = Recommendation.read(REC | {"id": "social-care-7"}, Where("x"))
    assert (record.list_id, record.printed_number) == ("social-care", 7)


@pytest.mark.parametrize(
    ("given", "known_as", "number"),
    [
        ({"list": "health", "number": 2}, "health-2", 2),
        ({"list": "health", "number": "3.2"}, "health-3-2", "3.2"),
        ({"list": "national", "number": "R4"}, "national-r4", "R4"),
        ({"list": "partnership", "id": "train-staff"}, "train-staff", None),
    ],
)
def test_a_recommendation_s_id_follows_from_its_list_and_its_printed_number(
    given: dict[str, Any], known_as: str, number: int | str | None
) -> None:
    record = Recommendation.read({key: value for key, value in REC.items() if key != "id"} | given, Where("x"))
    assert (record.id, record.list_id, record.printed_number) == (known_as, given["list"], number)


def test_text_of_several_lines_becomes_one() -> None:
    assert Recommendation.read(REC | {"text": " a\n\n  b\t c "}, Where("x")).text == "a b c"


@pytest.mark.parametrize("value", ["", "   ", "\n"])
def test_text_cannot_be_empty(value: Text) -> None:
    with pytest.raises(ValidationError, match="there is no text"):
        Recommendation.read(REC | {"text": value}, Where("x"))


def test_a_title_has_twelve_words_at_most() -> None:
    twelve = "one two three four five six seven eight nine ten eleven twelve"
    assert Recommendation.read(REC | {"title": twelve}, Where("x")).title == twelve
    with pytest.raises(ValidationError, match="it has 13 words"):
        Recommendation.read(REC | {"title": f"{twelve} thirteen"}, Where("x"))


@pytest.mark.parametrize("link", [{"basis": "inferred"}, {"basis": "stated"}])
def test_a_link_without_grounds_is_refused(link: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match=r"has no `(reason|cites)`"):
        FindingLink.model_validate({"finding": "a", **link})


def test_an_event_must_say_where_it_stands() -> None:
    event = {"id": "a", "title": "A", "track": "case", "text": "A", "cites": [1]}
    with pytest.raises(ValidationError, match="neither `date` nor `after`"):
        Event.read(event, Where("x"))
    assert Event.read(event | {"after": ["b"]}, Where("x")).when == "no date given"
    assert Event.read(event | {"date": "2007-10"}, Where("x")).when == "October 2007"
    assert Event.read(event | {"date": "2007-10", "date_words": "mid October"}, Where("x")).when == "mid October"


def test_a_section_s_range_is_written_as_it_is_said() -> None:
    section = Section.model_validate({"id": "a", "heading": "A", "paragraphs": "4-8"})
    assert section.paragraphs == (4, 8)
    assert Section.model_validate({"id": "a", "heading": "A", "paragraphs": 4}).paragraphs == (4, 4)


@pytest.mark.parametrize("vocabulary", Word.__subclasses__())
def test_every_word_of_a_vocabulary_has_a_label_and_a_meaning(vocabulary: type[Word]) -> None:
    assert all(word.label and word.meaning.endswith(".") for word in vocabulary)
