"""Findings with the recommendations that respond to them, and what has no link."""

from __future__ import annotations

from dataclasses import replace

from ...collection import Collection, Review, counts
from ...records import Finding, Slug
from .. import links as to
from ..shapes import Item, Mention, Step, Table
from .tabulate import Column, table


def evidence(review: Review) -> Table:
    """Each finding with the recommendations that respond to it."""
    column = Column[Finding]
    columns = (
        column("Finding", lambda finding: (to.to_finding(review, finding),)),
        column("Kind", lambda finding: (finding.kind.label,)),
        column("Document", lambda finding: to.to_places(review, finding.cites)),
        column(counts.FORMS["title"](review), lambda finding: _answers(review, finding) or ("none",)),
    )
    caption = f"Findings, and the {counts.several(review)} that we link to them"
    return table("evidence--table", caption, columns, review.findings.values())


def _answers(review: Review, finding: Finding) -> tuple[Item, ...]:
    """The recommendations that respond to a finding, each with the basis of the link."""
    answers = review.answers_to.get(finding.id, ())
    refs = [(to.to_recommendation(review, rec), link) for rec, link in answers]
    return tuple(
        replace(ref, text=f"{ref.text} ({link.basis.label})", title=link.reason or ref.title) for ref, link in refs
    )


def gaps(collection: Collection, review: Review) -> tuple[Step, ...]:
    """What the links leave open, in words."""
    found = review.gaps

    def step(label: str, mentions: tuple[Mention, ...], of: int) -> Step:
        return Step(f"{label}: {len(mentions)} of {of}", mentions, "None.")

    return (
        step(
            f"Findings with no {counts.one(review)} linked to them",
            tuple(to.finding_mention(review, finding, kind=True) for finding in found.findings),
            len(review.findings),
        ),
        step(
            f"{counts.FORMS['title'](review)} with no finding linked to them",
            tuple(to.recommendation_mention(review, rec) for rec in found.recommendations),
            len(review.recommendations),
        ),
        step(
            f"Agencies that an event concerns, but with no {counts.one(review)} addressed to them",
            tuple(_without(collection, review, agency) for agency in found.agencies),
            len(review.events_of),
        ),
        step(
            "Paragraphs that no record cites",
            tuple(Mention(ref) for ref in to.to_places(review, found.paragraphs)),
            len(review.paragraphs),
        ),
    )


def _without(collection: Collection, review: Review, agency: Slug) -> Mention:
    """An agency that no recommendation addresses, with the management review that it was asked for."""
    asked = review.involvements[agency].management_review
    note = "was asked for a management review" if asked else ""
    return Mention(to.to_agency(collection, agency, review), to.to_places(review, asked), note=note)
