"""What people type: other names, forms and spellings, and every word there is."""

from __future__ import annotations

from macros.collection import Collection
from macros.search import words
from macros.search.entries import KINDS, batches


def test_other_names_come_from_the_data(collection: Collection) -> None:
    found = {name.shown: name for name in words.names(collection)}
    visitor = found["Health visitor"]
    assert "HV" in visitor.also
    assert visitor.code == "zqtermhealthzxvisitorzq"
    assert found["father"].code == ""
    assert "dad" in found["father"].also


def test_a_word_is_folded_and_one_with_a_hyphen_is_known_in_parts() -> None:
    assert list(words.words("The café’s X-rays")) == ["the", "cafes", "xrays", "x", "rays"]


def test_forms_that_share_no_beginning_are_known_and_american_spellings() -> None:
    found = words.forms({"take": 3, "paediatrician": 2, "tooth": 1, "delay": 4})
    assert found["took"] == ["take"]
    assert found["teeth"] == ["tooth"]
    assert found["pediatrician"] == ["paediatrician"]
    assert "delayed" not in found


def test_words_are_laid_by_their_first_letters_and_lead_to_what_is_named(collection: Collection) -> None:
    named = list(words.names(collection))
    letters = words.by_letter(named, words.counted(named, list(batches(collection, ()))))
    assert "skeletal" in letters["s"]["words"]
    assert "solicitor" in letters["s"]["words"]
    assert "take" in letters["t"]["forms"]["took"]
    assert "father" in [named[place].shown for place in letters["d"]["also"]["dad"]]
    assert [named[place].shown for place in letters["0"]["also"]["6 months"]] == ["six-month-old"]
    assert all(len(letter) == 1 for letter in letters)
    assert not [word for those in letters.values() for word in those["words"] if any(map(str.isdigit, word))]


def test_the_table_holds_what_a_search_needs_before_it_asks_the_index(collection: Collection) -> None:
    made = list(batches(collection, ()))
    table = words.table(list(words.names(collection)), made, "a0b")
    assert table["letters"] == "0ab"
    assert list(table["kinds"]) == list(KINDS)
    assert table["entries"] == sum(len(batch.entries) for batch in made)
    assert all(len(name) == 3 for name in table["names"])
