"""What can be found: each record at its address, in batches of one kind and one review."""

from __future__ import annotations

from macros.collection import Collection
from macros.search.entries import KINDS, PER_BATCH, Entry, batches


def entries(collection: Collection) -> dict[str, Entry]:
    return {entry.address: entry for batch in batches(collection, ()) for entry in batch.entries}


def test_a_recommendation_is_known_by_its_label_its_addressees_and_its_subjects(collection: Collection) -> None:
    found = entries(collection)["/reviews/baby-z/recommendations/#health-2"]
    assert found.label == "Health 2"
    assert found.note == "To Paediatricians"
    assert {"zqhealth2", "zqrec2", "zqagencypaediatricianszq", "zqtermskeletalzxsurveyzq"} <= set(found.codes)


def test_an_event_says_when_and_a_finding_what_it_is(collection: Collection) -> None:
    found = entries(collection)
    assert found["/reviews/baby-z/timeline/#health-visitor-visit"].note == "mid October 2007"
    assert found["/reviews/baby-z/findings/#test-results-delayed"].note == "Criticism"


def test_what_the_document_calls_an_agency_stands_in_quotation_marks(collection: Collection) -> None:
    assert "“examining paediatricians”" in entries(collection)["/reviews/baby-z/agencies/#paediatricians"].text


def test_batches_are_small_of_one_kind_and_know_their_review(collection: Collection) -> None:
    for batch in batches(collection, ()):
        assert 0 < len(batch.entries) <= PER_BATCH
        assert batch.kind in KINDS
        assert all(entry.address.startswith(batch.page) for entry in batch.entries)
        assert batch.review == ("baby-z" if batch.page.startswith("/reviews/baby-z/") else "")
        assert ("zqyear2010zq" in batch.codes) == bool(batch.review)
        assert f"zqkind{batch.kind}zq" in batch.codes


def test_every_kind_but_prose_has_entries_and_no_address_stands_twice(collection: Collection) -> None:
    made = list(batches(collection, ()))
    addresses = [entry.address for batch in made for entry in batch.entries]
    assert {batch.kind for batch in made} == set(KINDS)  # the helplines are of the kind `page`
    assert len(addresses) == len(set(addresses))


def test_two_batches_of_a_page_have_two_paths(collection: Collection) -> None:
    paths = [batch.path for batch in batches(collection, [Entry("/", "Home", "words")])]
    assert len(paths) == len(set(paths))
    assert "home/page-1.html" in paths
