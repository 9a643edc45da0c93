"""Chains: what a record hangs on, and what hangs on it in turn, each link stated or inferred.

Why we infer a link is told once, with the record that has it in the data: a finding tells it of its events, a
recommendation of its findings. From the other side the record itself is one step away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...collection import Review, counts
from ...records import Basis, Event, EventLink, Finding, FindingLink, Holds, Recommendation
from .. import links as to
from ..shapes import Linked, Node

EVENT, FINDING, RECOMMENDATION = "event", "finding", "recommendation"
"""The shapes of a chain's records."""

_ASKED = {
    Holds.RECOMMENDATIONS: "Recommended",
    Holds.QUESTIONS: "Asked",
    Holds.CONCERNS: "Of concern",
    Holds.LEARNING_POINTS: "To learn",
    Holds.ACTIONS: "To do",
}


def behind_recommendation(review: Review, rec: Recommendation) -> tuple[Node, ...]:
    """The findings to which a recommendation responds, each with the events through which it does."""
    nodes = [
        replace(
            _finding(review, review.findings[link.finding], link),
            note=_parts(link),
            nodes=tuple(_told_there(_event(review, each)) for each in review.events_through(link)),
        )
        for link in _in_order(review, rec.responds_to)
    ]
    if not nodes and review.findings:
        nodes = [Node(FINDING, "No finding linked")]
    return _with_margins(review, nodes)


def around_finding(review: Review, finding: Finding) -> tuple[Node, ...]:
    """The events behind a finding, then the recommendations that respond to it."""
    events = [_event(review, link) for link in review.events_of_finding(finding)]
    if not events and review.events:
        events = [Node(EVENT, "No event linked")]
    answers = review.answers_to.get(finding.id, ())
    asked = [_told_there(_recommendation(review, rec, link)) for rec, link in answers]
    if not asked and review.recommendations:
        asked = [Node(RECOMMENDATION, f"No {counts.one(review)} linked")]
    return _with_margins(review, [*events, *asked])


def after_event(review: Review, event: Event) -> tuple[Node, ...]:
    """The findings behind which an event stands, each with the recommendations that respond to it through the event."""
    answers = review.answers_on.get(event.id, ())
    nodes = [
        replace(
            _told_there(_finding(review, finding, link)),
            nodes=tuple(
                _told_there(replace(_recommendation(review, rec, each), ref=to.to_recommendation(review, rec)))
                for rec, each in answers
                if each.finding == finding.id
            ),
        )
        for finding, link in review.findings_on.get(event.id, ())
    ]
    return _with_margins(review, nodes)


def _in_order(review: Review, links: Iterable[FindingLink]) -> list[FindingLink]:
    """What the document states, then what we infer; each in the order of the findings."""
    order = list(review.findings)
    return sorted(links, key=lambda link: (link.basis is not Basis.STATED, order.index(link.finding)))


def _event(review: Review, link: EventLink) -> Node:
    return Node(EVENT, to.to_event(review, review.events[link.event]), linked(review, link))


def _finding(review: Review, finding: Finding, link: EventLink | FindingLink) -> Node:
    ref = replace(to.to_finding(review, finding), text=to.in_brief(finding))
    return Node(FINDING, ref, linked(review, link))


def _recommendation(review: Review, rec: Recommendation, link: FindingLink) -> Node:
    return Node(RECOMMENDATION, to.to_recommendation_in_full(review, rec), linked(review, link), _parts(link))


def _told_there(node: Node) -> Node:
    """The same without the reason, which the record itself tells."""
    return replace(node, link=replace(node.link, reason="")) if node.link else node


def _parts(link: FindingLink) -> str:
    """Which parts of a recommendation respond, where not all of it does."""
    return f"part {', '.join(link.parts)}" if link.parts else ""


def linked(review: Review, link: EventLink | FindingLink) -> Linked:
    """What a link rests on."""
    return Linked(link.basis, to.to_places(review, link.cites), link.reason or "")


def margins(review: Review) -> dict[str, str]:
    """What the records of each shape are in a chain, in a word that suits what the review's lists hold."""
    kinds = counts.kinds(review)
    asked = _ASKED[kinds[0]] if len(kinds) == 1 else "Asked for"
    return {EVENT: "Happened", FINDING: "Found", RECOMMENDATION: asked}


def _with_margins(review: Review, nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The nodes, the first of each shape with what such records are in a chain."""
    waiting = margins(review)
    return tuple(_with_margin(node, waiting) for node in nodes)


def _with_margin(node: Node, waiting: dict[str, str]) -> Node:
    margin = waiting.pop(node.shape, "")
    return replace(node, margin=margin, nodes=tuple(_with_margin(each, waiting) for each in node.nodes))
