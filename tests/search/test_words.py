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


def test_every_word_of_a_record_is_one_to_which_a_slip_may_be_mended(collection: Collection) -> None:
    vocabulary = words.by_letter(words.counted(list(batches(collection, ())), collection))
    assert "skeletal" in vocabulary["s"]
    assert "solicitor" in vocabulary["s"]
    assert not [word for those in vocabulary.values() for word in those if any(map(str.isdigit, word))]


def test_the_table_holds_what_a_search_needs_before_it_asks_the_index(collection: Collection) -> None:
    made = list(batches(collection, ()))
    table = words.table(collection, made, words.counted(made, collection))
    assert list(table["kinds"]) == list(KINDS)
    assert table["entries"] == sum(len(batch.entries) for batch in made)
    assert all(len(name) == 4 for name in table["names"])
