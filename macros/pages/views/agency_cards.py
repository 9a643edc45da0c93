"""The agencies of a review as cards."""

from __future__ import annotations

from ...collection import Collection, Review, counts
from ...reading import a
from ...records import RecordPage
from .. import links as to
from ..shapes import Card, Fact, Group, Mention, Step
from .cards import cited, drawn_once, noted, withdrawn


@drawn_once
def agencies(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The agencies of a review: first those that a recommendation addresses, then the others."""
    named = [agency for agency in collection.agencies if agency in review.involvements]
    addressed = [agency for agency in named if agency in review.recommendations_to]
    groups = (
        ("agencies--addressed", f"With {a(counts.one(review))} addressed to them", addressed),
        (
            "agencies--others",
            f"With no {counts.one(review)} addressed to them",
            [each for each in named if each not in addressed],
        ),
    )
    shown = (
        Group(key, heading, tuple(_involvement(collection, review, agency) for agency in members))
        for key, heading, members in groups
        if members
    )
    return (*shown, *withdrawn(review, RecordPage.AGENCIES))


def _involvement(collection: Collection, review: Review, agency: str) -> Card:
    record, part = collection.agencies[agency], review.involvements[agency]
    above = [each for each in (record.part_of,) if each and each in review.involvements]  # no other review's claim
    gave = Fact("Management review", ("Asked for one", *to.to_places(review, part.management_review)))
    return Card(
        id=agency,
        formerly=record.formerly,
        label=record.kind.label,
        title=record.name,
        text=part.role,
        lists=(
            *_asked(collection, review, agency),
            Step(
                "Findings that concern it",
                tuple(to.finding_mention(review, f, kind=True) for f in review.findings_of.get(agency, ())),
                "No findings concern it.",
            ),
            Step(
                "Events that concern it",
                tuple(to.event_mention(review, e, when=True) for e in review.events_of.get(agency, ())),
                "No events concern it.",
            ),
        ),
        facts=noted(
            Fact("What the document calls it", part.named_as),
            Fact("Part of", to.to_agencies(collection, above, review)),
            gave if part.management_review else Fact("Management review", ("None is mentioned",)),
            Fact("Document", to.to_places(review, part.cites)),
        ),
        cited=cited(
            review,
            f"the part of {record.label}",
            part.cites,
        ),
    )


def _asked(collection: Collection, review: Review, agency: str) -> tuple[Step, ...]:
    """What an agency was asked to do itself, what its teams were, and what every agency was.

    What every agency was asked is told in full once, with those who are all of them.
    """

    def mentions(key: str, text: bool = True) -> tuple[Mention, ...]:
        return tuple(to.asked_mention(review, rec, key, text) for rec in review.recommendations_to.get(key, ()))

    others = [each for each in review.involvements if each != agency]
    below = [mention for each in others if agency in collection.above(each) for mention in mentions(each)]
    everyone = [
        mention for each in others if collection.agencies[each].covers_all for mention in mentions(each, text=False)
    ]
    return (
        Step("What it was asked to do", mentions(agency), f"No {counts.one(review)} is addressed to it."),
        *((Step("Asked of its teams", tuple(dict.fromkeys(below))),) if below else ()),
        *((Step("Asked of all agencies", tuple(everyone)),) if everyone else ()),
    )
