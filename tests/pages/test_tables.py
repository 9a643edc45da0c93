"""Tables hold a row for each record, and what each row can be narrowed down by."""

from __future__ import annotations

from macros.collection import Collection, Review
from macros.pages.shapes import Ref
from macros.pages.tables import Row
from macros.pages.views import (
    chain_cards,
    help_tables,
    narrowing,
    recommendation_tables,
    review_tables,
    wait_tables,
)
from macros.records import Track


def test_records_are_narrowed_down_by_what_each_says(collection: Collection, baby_z: Review) -> None:
    ways = {each.name: each for each in narrowing.of_recommendations(collection, baby_z).ways}
    assert list(ways) == ["agency", "asks-for", "theme", "basis"]
    cards = [card for group in chain_cards.recommendations(collection, baby_z) for card in group.cards]
    for name, way in ways.items():
        offered = {word for _, words in way.groups for word, _ in words}
        assert {word for card in cards for word in card.narrowed[name]} <= offered


def test_every_agency_of_a_review_can_be_chosen_from_a_to_z_under_its_kind(
    collection: Collection, baby_z: Review
) -> None:
    agencies = narrowing.of_recommendations(collection, baby_z).ways[0]
    assert {word for _, words in agencies.groups for word, _ in words} == set(baby_z.involvements)
    assert [heading for heading, _ in agencies.groups] == ["Organisations", "Teams", "Professions", "Groups"]
    for _, words in agencies.groups:
        labels = [label.casefold() for _, label in words]
        assert labels == sorted(labels)
    assert ("cafcass", "CAFCASS") in agencies.groups[0][1]


def test_the_table_of_all_reviews_offers_what_its_rows_have_and_every_agency(collection: Collection) -> None:
    table = recommendation_tables.all_recommendations(collection)
    assert table.filters is not None
    for each in table.filters.ways:
        offered = {word for _, words in each.groups for word, _ in words}
        used = {word for row in table.rows for word in row.values[each.name]}
        assert used <= offered
        assert used == offered or each.name == "agency"


def test_every_row_has_a_cell_for_each_column(collection: Collection, baby_z: Review) -> None:
    for table in (
        recommendation_tables.all_recommendations(collection),
        wait_tables.delays(baby_z),
        review_tables.management_reviews(collection, baby_z),
        review_tables.review_events(baby_z),
        review_tables.sections(baby_z),
        review_tables.reviews(collection),
        help_tables.finding_kinds(),
        help_tables.acts(),
    ):
        assert table.rows
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}


def test_recommendations_by_name_and_by_heading_are_counted_apart(collection: Collection, baby_z: Review) -> None:
    table = review_tables.management_reviews(collection, baby_z)
    assert table.columns[2:] == ("Addressed by name", "Addressed by heading")
    counts = {
        str(row.cells[0].items[0].text): [cell.items for cell in row.cells[2:]]
        for row in table.rows
        if isinstance(row.cells[0].items[0], Ref)
    }
    assert counts["Children’s Services"] == [("3",), ("2",)]
    assert counts["Legal Services"] == [("1",), ("1",)]
    assert counts["CAFCASS"] == [("2",), ("1",)]
    assert counts["Lancashire Police"] == [("0",), ("0",)]


def test_figures_come_from_the_counts(baby_z: Review) -> None:
    shown = {figure.address: figure.number for figure in review_tables.figures(baby_z)}
    assert shown["/reviews/baby-z/recommendations/"] == 30
    assert shown["/reviews/baby-z/paragraphs/"] == 38
    assert shown["/reviews/baby-z/timeline/"] == len(baby_z.events)
    assert shown["/reviews/baby-z/findings/"] == len(baby_z.findings)
    assert shown["/reviews/baby-z/process/"] == 6


def waits(review: Review) -> dict[str, Row]:
    return {
        str(row.cells[0].items[0].text): row
        for row in wait_tables.delays(review).rows
        if isinstance(row.cells[0].items[0], Ref)
    }


def test_the_wait_that_the_document_measures_leads(baby_z: Review, lighthouse: Review) -> None:
    standards = [row.cells[2].items for row in waits(baby_z).values()]
    assert standards[0] == ("35 working days (national standard)",)
    assert standards.count(()) == len(standards) - 1
    held = [event.delay for event in baby_z.track(Track.CASE)] + [f.delay for f in baby_z.findings.values()]
    assert len(standards) == sum(map(bool, held))
    (row,) = waits(lighthouse).values()
    assert row.cells[2].items == ("1 day (the tower's own rule)",)


def test_a_length_that_the_document_states_stays_in_its_words(baby_z: Review) -> None:
    row = waits(baby_z)["First core assessment sessions after Baby Z’s return to the mother"]
    assert row.cells[1].items == ("planned for November 2007, “some six weeks” after the return",)
    assert row.cells[3].items == ()
    assert not [row for row in waits(baby_z).values() if "21 days" in str(row.cells) or "42 days" in str(row.cells)]


def test_what_we_work_out_stands_apart_with_what_it_takes_for_granted(baby_z: Review) -> None:
    (row,) = [row for row in waits(baby_z).values() if any(cell.late for cell in row.cells)]
    delay = baby_z.events["core-assessment-complete"].delay
    assert delay is not None
    assert row.cells[1].items == (delay.happened,)
    assert [cell.late for cell in row.cells] == [False, False, True, False, False]
    assert row.cells[3].folded
    assert row.cells[3].items == (
        f"42 to 83 working days. {delay.assumes} Longer than the standard: yes, by at least 7 working days: "
        "the shortest possible wait, from 30 November 2007 to 1 February 2008, is 42 working days, "
        "and the standard is 35.",
    )


def test_a_wait_that_nobody_measured_is_neither_within_nor_beyond_its_standard(lighthouse: Review) -> None:
    (row,) = waits(lighthouse).values()
    assert row.cells[3].items == ("Longer than the standard: not known.",)
    assert not any(cell.late for cell in row.cells)


def test_an_absence_is_no_wait(baby_z: Review) -> None:
    assert baby_z.findings["no-health-at-strategy-meetings"].delay is None
