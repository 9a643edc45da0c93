"""The picture of the evidence and its table say the same, since both come from the same links."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from macros.collection import Collection, Review
from macros.pages.drawings import Flows
from macros.pages.views import evidence_picture, evidence_tables
from macros.records import Basis


def drawn(collection: Collection, review: Review) -> Flows:
    shown = evidence_picture.evidence(collection, review)
    assert shown is not None
    return shown


def links(review: Review) -> list[tuple[str, str, Basis]]:
    return [(link.finding, rec.id, link.basis) for rec in review.recommendations.values() for link in rec.responds_to]


def test_ribbons_are_as_wide_as_there_are_links(
    collection: Collection, invented: Collection, baby_z: Review, lighthouse: Review
) -> None:
    for whole, review in ((collection, baby_z), (invented, lighthouse)):
        ribbons = [ribbon for flow in drawn(whole, review).flows for ribbon in flow.ribbons]
        high = Counter[Basis]()
        for ribbon in ribbons:
            high[ribbon.basis] += ribbon.height
        number = Counter(basis for _, _, basis in links(review))
        assert high == {basis: count * evidence_picture.LINK for basis, count in number.items()}


def test_ribbons_lie_side_by_side_at_both_ends(collection: Collection, baby_z: Review) -> None:
    shown = drawn(collection, baby_z)
    for flow in shown.flows:
        assert sum(ribbon.height for ribbon in flow.ribbons) == flow.end.height
        for one, other in pairwise(flow.ribbons):
            assert one.start + one.height == other.start
    for end in shown.lists:
        here = sorted(
            (ribbon.end, ribbon.height)
            for flow in shown.flows
            for ribbon in flow.ribbons
            if end.top <= ribbon.end < end.top + end.height
        )
        assert sum(height for _, height in here) == end.height
        assert all(y + height == after for (y, height), (after, _) in pairwise(here))


def test_names_leave_one_another_room_and_stay_in_the_picture(collection: Collection, baby_z: Review) -> None:
    shown = drawn(collection, baby_z)
    for ends in ([flow.end for flow in shown.flows], list(shown.lists)):
        assert all(other.y - one.y >= evidence_picture.SLOT for one, other in pairwise(ends))
        assert ends[0].y >= evidence_picture.SLOT // 2
        assert ends[-1].y + evidence_picture.SLOT // 2 <= shown.height


def test_an_end_without_a_link_stays_visible_and_says_so(collection: Collection, baby_z: Review) -> None:
    empty = {end.ref.text: end.note for end in drawn(collection, baby_z).lists if not end.height}
    assert empty == {"Legal": "none of 2 linked to a finding", "CAFCASS": "none of 3 linked to a finding"}


def test_the_table_holds_every_link_and_every_finding_once(
    collection: Collection, invented: Collection, baby_z: Review, lighthouse: Review
) -> None:
    for whole, review in ((collection, baby_z), (invented, lighthouse)):
        table = evidence_tables.evidence(whole, review)
        rings = [
            (row.ref.address.partition("#")[2], ring.ref.address.partition("#")[2], ring.basis)
            for theme in table.themes
            for row in theme.linked
            for cell in row.cells
            for ring in cell
        ]
        assert sorted(rings) == sorted(links(review))
        found = [row.ref.address for theme in table.themes for row in theme.linked]
        found += [ref.address for theme in table.themes for ref in theme.unlinked]
        assert sorted(each.partition("#")[2] for each in found) == sorted(review.findings)


def test_a_ring_shows_the_printed_number_and_says_the_rest(collection: Collection, baby_z: Review) -> None:
    (row,) = [
        row
        for theme in evidence_tables.evidence(collection, baby_z).themes
        for row in theme.linked
        if row.ref.address.endswith("#test-results-delayed")
    ]
    assert [[ring.text for ring in cell] for cell in row.cells] == [["8"], [], [], ["2", "3"], [], [], []]
    assert row.cells[3][0].words == "Health 2, inferred"


def test_a_ring_gives_no_number_to_what_the_document_does_not_number(collection: Collection, baby_z: Review) -> None:
    rec = baby_z.recommendations["health-2"]
    bare = rec.model_copy(update={"id": "health-two", "number": None})
    recommendations = {key: bare if key == rec.id else each for key, each in baby_z.recommendations.items()}
    table = evidence_tables.evidence(collection, replace(baby_z, recommendations=recommendations))
    rings = [ring for theme in table.themes for row in theme.linked for cell in row.cells for ring in cell]
    assert {ring.text for ring in rings if ring.ref.address.endswith("#health-two")} == {"•"}


def test_many_lists_stand_in_one_column_with_their_labels_in_the_rings(collection: Collection, baby_z: Review) -> None:
    lists = tuple(each.model_copy(update={"id": f"{each.id}-more"}) for each in baby_z.head.lists[:2])
    head = baby_z.head.model_copy(update={"lists": (*baby_z.head.lists, *lists)})
    table = evidence_tables.evidence(collection, replace(baby_z, head=head))
    assert table.columns == (("Recommendations", "30"),)
    rings = [ring for theme in table.themes for row in theme.linked for cell in row.cells for ring in cell]
    assert "Health 2" in {ring.text for ring in rings}
    assert len(rings) == len(links(baby_z))


def test_the_words_under_it_count_both_kinds_of_link(invented: Collection, lighthouse: Review) -> None:
    assert drawn(invented, lighthouse).description.startswith("2 links, 1 stated by the document and 1 inferred by us.")


def test_what_is_left_open_is_told_in_sentences_that_count_their_lists(collection: Collection, baby_z: Review) -> None:
    told = {f"{gap.number} {gap.rest}": len(gap.mentions) for gap in evidence_tables.gaps(collection, baby_z)}
    assert told == {
        "10 of 29 findings have no recommendation that we link to them.": 10,
        "9 of 30 recommendations have no finding that we link to them.": 9,
        "11 of 24 agencies that an event concerns have no recommendation addressed to them.": 11,
    }
