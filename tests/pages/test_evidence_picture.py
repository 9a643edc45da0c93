"""The picture of the evidence and its table say the same, since both come from the same links."""

from __future__ import annotations

from macros.collection import Review
from macros.pages.drawings import Matrix
from macros.pages.shapes import Ref
from macros.pages.views import evidence_picture, evidence_tables
from macros.records import Basis


def drawn(review: Review) -> Matrix:
    shown = evidence_picture.evidence(review)
    assert shown is not None
    return shown


def test_every_link_has_one_mark_where_its_row_and_column_meet(baby_z: Review, lighthouse: Review) -> None:
    for review in (baby_z, lighthouse):
        shown = drawn(review)
        rows = {row.at + shown.cell // 2: row.ref.address.partition("#")[2] for row in shown.rows}
        columns = {column.at + shown.cell // 2: column.ref.address.partition("#")[2] for column in shown.columns}
        marked = [(rows[joint.y], columns[joint.x], joint.basis) for joint in shown.joints]
        links = [
            (link.finding, rec.id, link.basis) for rec in review.recommendations.values() for link in rec.responds_to
        ]
        assert sorted(marked) == sorted(links)
        assert len(set(marked)) == len(marked)


def test_the_picture_and_the_table_agree(baby_z: Review) -> None:
    shown = drawn(baby_z)
    by_row: dict[int, set[str]] = {}
    for joint in shown.joints:
        words = f"{joint.ref.text} ({joint.basis.label})"
        by_row.setdefault(joint.y - shown.cell // 2, set()).add(words)
    for heading, row in zip(shown.rows, evidence_tables.evidence(baby_z).rows, strict=True):
        linked = {item.text for item in row.cells[3].items if isinstance(item, Ref)}
        assert linked == by_row.get(heading.at, set())


def test_the_gaps_are_the_rows_and_columns_without_a_mark(baby_z: Review) -> None:
    shown = drawn(baby_z)
    rows = {joint.y for joint in shown.joints}
    columns = {joint.x for joint in shown.joints}
    assert sum(row.at + shown.cell // 2 not in rows for row in shown.rows) == len(baby_z.gaps.findings)
    assert sum(col.at + shown.cell // 2 not in columns for col in shown.columns) == len(baby_z.gaps.recommendations)


def test_the_words_under_it_count_both_kinds_of_link(lighthouse: Review) -> None:
    bases = [joint.basis for joint in drawn(lighthouse).joints]
    assert bases == [Basis.INFERRED, Basis.STATED]
    assert drawn(lighthouse).description.startswith("2 links, 1 stated by the document (filled) and 1 inferred")
