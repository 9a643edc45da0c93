"""The agencies of a review as cards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...collection import Collection, Review, counts
from ...reading import a, counted
from ...records import Basis, Finding, FindingKind, Recommendation, RecordPage
from .. import links as to
from ..shapes import Because, Card, Closed, Fact, Ground, Group, Mention, Ref, Step
from . import narrowing
from .cards import cited, noted, withdrawn
from .narrowing import Of

UNSAID = "Asked of what it is part of; whether it is meant, the document does not say"
"""Above what is asked of an agency only as a part of another."""


def agencies(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The agencies of a review from A to Z: first those that a recommendation addresses, then the others."""
    named = sorted(review.involvements, key=lambda agency: collection.agencies[agency].name.casefold())
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
        Group(
            key,
            heading,
            tuple(_involvement(collection, review, agency) for agency in members),
            columns=("", "Agency", "Asked", "Mentioned in"),
        )
        for key, heading, members in groups
        if members
    )
    return (*shown, *withdrawn(review, RecordPage.AGENCIES))


def _involvement(collection: Collection, review: Review, agency: str) -> Card:
    record, part = collection.agencies[agency], review.involvements[agency]
    above = [each for each in (record.part_of,) if each and each in review.involvements]  # no other review's claim
    gave = Fact("Management review", ("Asked for one", *to.to_places(review, part.management_review)))
    asked = _asked(collection, review, agency)
    return Card(
        id=agency,
        formerly=record.formerly,
        label=record.kind.label,
        tone="agency",
        title=record.name,
        text=part.role,
        closed=Closed((_numbers(asked), _mentioned(review, agency))),
        narrowed=narrowing.words(narrowing.INVOLVEMENTS, Of(collection, review, part)),
        lists=(*(step for _, step in asked), *_where(review, agency)),
        facts=noted(
            Fact("Asked of its parts", _of_parts(collection, review, agency)),
            Fact("What the document calls it", part.named_as),
            Fact("Part of", to.to_agencies(collection, above, review)),
            gave if part.management_review else Fact("Management review", ("None is mentioned",)),
            Fact("Document", to.to_places(review, part.cites)),
        ),
        cited=cited(review, f"the part of {record.label}", part.cites),
    )


def _numbers(asked: Sequence[tuple[str, Step]]) -> str:
    """How much it was asked, and as what: '2 by name, 2 of all agencies'."""
    return ", ".join(f"{len(step.mentions)} {brief}" for brief, step in asked if step.mentions) or "nothing"


def _mentioned(review: Review, agency: str) -> str:
    """'2 findings, 1 event', or nothing."""
    numbers = (
        (len(review.findings_of.get(agency, ())), "finding"),
        (len(review.events_of.get(agency, ())), "event"),
    )
    return ", ".join(counted(number, one) for number, one in numbers if number)


def _where(review: Review, agency: str) -> Iterator[Step]:
    """What an agency did well, and where else the document speaks of it."""
    findings, events = review.findings_of.get(agency, ()), review.events_of.get(agency, ())
    well = [each for each in findings if each.kind is FindingKind.GOOD_PRACTICE]
    if well:
        yield Step("What it did well", tuple(_placed(to.finding_mention(review, each)) for each in well))
    others = tuple(_placed(to.finding_mention(review, each, kind=True)) for each in findings if each not in well)
    if others:
        yield Step("Findings that concern it", others)
    if events:
        yield Step("Events that concern it", tuple(_placed(to.event_mention(review, e, when=True)) for e in events))
    if not (findings or events):
        yield Step("Where it is mentioned", (), "No finding and no event concerns it.")


def _of_parts(collection: Collection, review: Review, agency: str) -> tuple[Ref, ...]:
    """What was asked of those that are part of an agency, and not of itself."""
    parts = [each for each in review.involvements if each != agency and agency in collection.above(each)]
    asked = {rec.id: rec for each in parts for rec in review.recommendations_to.get(each, ())}
    itself = {rec.id for rec in review.recommendations_to.get(agency, ())}
    return tuple(to.to_recommendation(review, rec) for key, rec in asked.items() if key not in itself)


def _asked(collection: Collection, review: Review, agency: str) -> tuple[tuple[str, Step], ...]:
    """What an agency was asked by name, as part of another, and as every agency was.

    Each with a few words for its number. Only what is asked by name is told in full.
    """
    others = [each for each in review.involvements if each != agency]
    above = [each for each in collection.above(agency)[1:] if each in review.involvements]
    everyone = [each for each in others if collection.agencies[each].covers_all and each not in above]
    names = ", ".join(collection.agencies[each].label for each in above)
    groups = (
        ("as part of another", Step(UNSAID, (), note=names), above),
        ("of all", Step("Asked of all agencies", ()), everyone),
    )
    by_name = review.recommendations_to.get(agency, ())
    told = tuple(_request(review, rec, agency, in_full=True) for rec in by_name)
    steps = [("by name", Step("What it was asked to do", told, f"No {counts.one(review)} is addressed to it."))]
    for brief, step, asked in groups:
        requests = {rec.id: each for each in asked for rec in review.recommendations_to.get(each, ())}
        shown = tuple(
            _request(review, review.recommendations[key], each, in_full=False)
            for key, each in requests.items()
            if all(rec.id != key for rec in by_name)
        )
        if shown:
            steps.append((brief, replace(step, mentions=shown)))
    return tuple(steps)


def _request(review: Review, rec: Recommendation, agency: str, in_full: bool) -> Mention:
    """What an agency was asked, and why: in its own words and with every finding, or in a line."""
    links = rec.responds_to if in_full else rec.responds_to[:1]
    grounds = tuple(_ground(review, review.findings[link.finding], link.basis, in_full) for link in links)
    because = Because(grounds, len(rec.responds_to) - len(grounds))
    return replace(to.asked_mention(review, rec, agency, text=in_full), because=because)


def _ground(review: Review, finding: Finding, basis: Basis, linked: bool) -> Ground:
    """A finding in a line; its address where it is told in full, and else with the recommendation itself."""
    ref, name = to.to_finding(review, finding), to.in_brief(finding)
    return Ground(replace(ref, text=name) if linked else name, to.to_places(review, finding.cites)[0].text, basis)


def _placed(mention: Mention) -> Mention:
    """The same with its places as words: the record itself leads to them."""
    return replace(mention, cites=tuple(each if isinstance(each, str) else each.text for each in mention.cites))
