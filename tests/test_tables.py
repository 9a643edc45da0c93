"""Tables hold a row for each record, and what each row can be narrowed down by."""

from __future__ import annotations

from macros import tables
from macros.collection import Collection, Review
from macros.models import Track
from macros.shapes import Ref


def test_the_recommendations_table_has_a_row_for_each(collection: Collection, baby_z: Review) -> None:
    table = tables.recommendations(collection, baby_z)
    assert len(table.rows) == 30
    assert [each.name for each in table.filters] == ["agency", "asks-for", "theme"]
    assert "Review" not in table.columns


def test_a_filter_offers_only_what_some_row_has(collection: Collection) -> None:
    table = tables.all_recommendations(collection)
    for each in table.filters:
        offered = {word for word, _ in each.options}
        assert offered == {word for row in table.rows for word in row.values[each.name]}


def test_every_row_has_a_cell_for_each_column(collection: Collection, baby_z: Review) -> None:
    for table in (
        tables.recommendations(collection, baby_z),
        tables.delays(baby_z),
        tables.evidence(baby_z),
        tables.management_reviews(collection, baby_z),
        tables.review_events(baby_z),
        tables.sections(baby_z),
        tables.reviews(collection),
        tables.finding_kinds(),
        tables.acts(),
    ):
        assert table.rows
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}


def test_recommendations_by_name_and_by_heading_are_counted_apart(collection: Collection, baby_z: Review) -> None:
    table = tables.management_reviews(collection, baby_z)
    assert table.columns[2:] == ("Addressed by name", "Addressed by heading")
    counts = {str(row.cells[0][0].text): row.cells[2:] for row in table.rows if isinstance(row.cells[0][0], Ref)}
    assert counts["Children’s Services"] == (("3",), ("2",))
    assert counts["Legal Services"] == (("1",), ("1",))
    assert counts["CAFCASS"] == (("2",), ("1",))
    assert counts["Lancashire Police"] == (("0",), ("0",))


def test_figures_come_from_the_counts(baby_z: Review) -> None:
    shown = {figure.address: figure.number for figure in tables.figures(baby_z)}
    assert shown["/reviews/baby-z/recommendations/"] == 30
    assert shown["/reviews/baby-z/paragraphs/"] == 38
    assert shown["/reviews/baby-z/timeline/"] == len(baby_z.events)
    assert shown["/reviews/baby-z/findings/"] == len(baby_z.findings)
    assert shown["/reviews/baby-z/process/"] == 6


def test_delays_without_a_standard_say_so(baby_z: Review, lighthouse: Review) -> None:
    expected = [row.cells[1][0] for row in tables.delays(baby_z).rows]
    assert "35 working days (national standard)" in expected
    assert expected.count("none stated") == len(expected) - 1
    waits = [event.delay for event in baby_z.track(Track.CASE)] + [f.delay for f in baby_z.findings.values()]
    assert len(expected) == sum(map(bool, waits))
    assert tables.delays(lighthouse).rows[0].cells[1] == ("1 day (the tower's own rule)",)


def test_a_length_that_the_document_states_is_given_in_days(baby_z: Review) -> None:
    allowed = [str(row.cells[3][0]) for row in tables.delays(baby_z).rows]
    assert sorted(allowed) == sorted(
        ["about 42 days", "28 to 31 days", "42 to 83 working days", "21 days", "7 days", "21 days", *["not stated"] * 4]
    )


def test_the_core_assessment_is_beyond_its_standard_even_by_the_shortest_reading(baby_z: Review) -> None:
    (row,) = [row for row in tables.delays(baby_z).rows if row.late is not None]
    assert row.cells[3] == ("42 to 83 working days",)
    assert row.cells[4] == (
        "at least 7 working days: from 30 November 2007 to 1 February 2008, the shortest reading, "
        "there are 42 working days, and 35 were allowed",
    )


def test_gaps_in_words_count_what_they_list(collection: Collection, baby_z: Review) -> None:
    for step in tables.gaps(collection, baby_z):
        assert f": {len(step.mentions)} of " in step.label
