"""Findings against recommendations as a picture: a row a finding, a column a recommendation, a mark a link."""

from __future__ import annotations

from ...collection import Review, counts
from ...reading import counted
from ...records import Basis
from .. import links as to
from ..drawings import Heading, Joint, Matrix

LEFT, ABOVE, CELL = 510, 104, 19
"""In the picture's own units: room for the findings' titles, for the recommendations' labels, and a cell's side."""


def evidence(review: Review) -> Matrix | None:
    """The picture of a review's links; None where there is nothing to link."""
    if not (review.findings and review.recommendations):
        return None
    row = {key: ABOVE + number * CELL for number, key in enumerate(review.findings)}
    column = {key: LEFT + number * CELL for number, key in enumerate(review.recommendations)}
    joints = tuple(
        Joint(
            to.to_recommendation(review, rec),
            f"{review.findings[link.finding].title}: {review.label(rec)}, link {link.basis.label}",
            column[rec.id] + CELL // 2,
            row[link.finding] + CELL // 2,
            link.basis,
        )
        for rec in review.recommendations.values()
        for link in rec.responds_to
    )
    return Matrix(
        title=f"Findings and {counts.several(review)} in {review.head.short_title}",
        description=_description(joints),
        rows=tuple(Heading(to.to_finding(review, finding), row[key]) for key, finding in review.findings.items()),
        columns=tuple(
            Heading(to.to_recommendation(review, rec), column[key]) for key, rec in review.recommendations.items()
        ),
        joints=joints,
        left=LEFT,
        above=ABOVE,
        cell=CELL,
        width=LEFT + len(column) * CELL,
        height=ABOVE + len(row) * CELL,
    )


def _description(joints: tuple[Joint, ...]) -> str:
    stated = sum(joint.basis is Basis.STATED for joint in joints)
    inferred = len(joints) - stated
    return (
        f"{counted(len(joints), 'link')}, {stated} stated by the document (filled) and {inferred} inferred by us "
        "(hollow). A row or a column without a mark has no link."
    )
