"""Findings with the recommendations that respond to them, and what has no link."""

from __future__ import annotations

from collections.abc import Sequence

from ...collection import Collection, Review, counts
from ...reading import noun
from ...records import Finding, FindingLink, Recommendation, Slug
from .. import links as to
from ..shapes import Mention
from ..tables import Gap, LinkedFinding, Links, LinksOfTheme, Ring
from .cards import by_first_theme

COLUMNS = 8
"""So many lists have a column each; with more of them, all stand in one."""


def evidence(collection: Collection, review: Review) -> Links:
    """Each finding with the recommendations that respond to it."""
    lists = review.head.lists
    columns = [(each.label, str(len(review.in_list(each.id)))) for each in lists]
    if len(lists) > COLUMNS:
        columns = [(counts.FORMS["title"](review), str(len(review.recommendations)))]
    return Links(
        caption=f"Findings and the {counts.several(review)} linked to them: a solid ring where the document states "
        "the link, a dashed one where we infer it",
        columns=tuple(columns),
        none=f"No {counts.one(review)} linked",
        themes=tuple(_theme(review, heading, found) for _, heading, found in by_first_theme(collection, review)),
    )


def _theme(review: Review, heading: str, found: Sequence[Finding]) -> LinksOfTheme:
    return LinksOfTheme(
        heading,
        tuple(_linked(review, finding) for finding in found if finding.id in review.answers_to),
        tuple(to.to_finding(review, finding) for finding in found if finding.id not in review.answers_to),
    )


def _linked(review: Review, finding: Finding) -> LinkedFinding:
    answers = review.answers_to[finding.id]
    is_wide = len(review.head.lists) > COLUMNS
    rings = [(rec.list_id, _ring(review, rec, link, in_full=is_wide)) for rec, link in answers]
    cells = [tuple(ring for key, ring in rings if key == each.id) for each in review.head.lists]
    return LinkedFinding(
        to.to_finding(review, finding),
        ", ".join(ref.text for ref in to.to_places(review, finding.cites)),
        (tuple(ring for _, ring in rings),) if is_wide else tuple(cells),
    )


def _ring(review: Review, rec: Recommendation, link: FindingLink, in_full: bool) -> Ring:
    ref = to.to_recommendation(review, rec)
    number = str(rec.printed_number or "•")  # one that has no number is given none
    return Ring(ref, ref.text if in_full else number, f"{ref.text}, {link.basis.label}", link.basis)


def gaps(collection: Collection, review: Review) -> tuple[Gap, ...]:
    """What the links leave open, in sentences."""
    found, one = review.gaps, counts.one(review)
    open_ = (
        _gap(
            "finding",
            len(review.findings),
            f"{{has}} no {one} that we link to {{it}}",
            tuple(to.finding_mention(review, finding, kind=True) for finding in found.findings),
        ),
        _gap(
            one,
            len(review.recommendations),
            "{has} no finding that we link to {it}",
            tuple(to.recommendation_mention(review, rec) for rec in found.recommendations),
        ),
        _gap(
            "agency",
            len(review.events_of),
            f"that an event concerns {{has}} no {one} addressed to {{it}}",
            tuple(_without(collection, review, agency) for agency in found.agencies),
        ),
        _gap(
            "paragraph",
            len(review.paragraphs),
            "{has} no record that cites {it}",
            tuple(Mention(ref) for ref in to.to_places(review, found.paragraphs)),
        ),
    )
    return tuple(gap for gap in open_ if gap.mentions)


def _gap(what: str, of: int, lacks: str, mentions: tuple[Mention, ...]) -> Gap:
    number = len(mentions)
    rest = lacks.format(has="has", it="it") if number == 1 else lacks.format(has="have", it="them")
    return Gap(
        f"{number} of {of} {noun(of, what)}", f"{rest}.", f"See the {number}" if number > 1 else "See it", mentions
    )


def _without(collection: Collection, review: Review, agency: Slug) -> Mention:
    """An agency that no recommendation addresses, with the management review that it was asked for."""
    asked = review.involvements[agency].management_review
    note = "was asked for a management review" if asked else ""
    return Mention(to.to_agency(collection, agency, review), to.to_places(review, asked), note=note)
