"""A chain holds each link once, with what it rests on, and can be followed from every side."""

from __future__ import annotations

from collections.abc import Iterator

from macros.collection import Review
from macros.pages.shapes import Node, Ref
from macros.pages.views import chains
from macros.records import Basis


def key(node: Node) -> str:
    assert isinstance(node.ref, Ref)
    return node.ref.address.partition("#")[2]


def keys(nodes: tuple[Node, ...]) -> list[str]:
    return [key(node) for node in nodes if node.link]


def every(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from every(node.nodes)


def test_a_chain_runs_from_a_recommendation_to_events(lighthouse: Review) -> None:
    (finding,) = chains.behind_recommendation(lighthouse, lighthouse.recommendations["tower-1"])
    assert finding.link is not None
    assert (finding.link.basis, finding.link.reason) == (Basis.INFERRED, "Both are about telling.")
    (event,) = finding.nodes
    assert event.link is not None
    assert event.link.basis is Basis.STATED
    assert event.link.grounds


def test_a_chain_shows_from_every_side(lighthouse: Review) -> None:
    (finding,) = chains.after_event(lighthouse, lighthouse.events["lamp-goes-out"])
    assert key(finding) == "nobody-told"
    assert len(finding.nodes) == 2
    around = chains.around_finding(lighthouse, lighthouse.findings["nobody-told"])
    assert keys(around) == ["lamp-goes-out", *keys(finding.nodes)]


def test_what_is_not_linked_is_said(lighthouse: Review, baby_z: Review) -> None:
    nodes = chains.around_finding(lighthouse, lighthouse.findings["foghorn-worked"])
    assert "No recommendation linked" in [node.ref for node in nodes]
    alone = chains.behind_recommendation(baby_z, baby_z.recommendations["legal-1"])
    assert [node.ref for node in alone] == ["No finding linked"]


def test_health_2_is_told_in_eight_lines_at_most(baby_z: Review) -> None:
    nodes = list(every(chains.behind_recommendation(baby_z, baby_z.recommendations["health-2"])))
    assert len(nodes) <= 8
    assert [node.margin for node in nodes if node.margin] == ["Found", "Happened"]


def test_no_link_is_lost_where_two_findings_share_an_event(baby_z: Review) -> None:
    nodes = every(chains.behind_recommendation(baby_z, baby_z.recommendations["health-2"]))
    both = [node.link for node in nodes if key(node) == "skeletal-survey-results"]
    assert sorted(link.basis.value for link in both if link) == ["inferred", "stated"]


def test_a_chain_names_each_finding_once(baby_z: Review) -> None:
    told = [chains.after_event(baby_z, event) for event in baby_z.events.values()]
    told += [chains.behind_recommendation(baby_z, rec) for rec in baby_z.recommendations.values()]
    for nodes in told:
        assert len(keys(nodes)) == len(set(keys(nodes)))


def test_what_the_document_states_stands_before_what_we_infer(baby_z: Review) -> None:
    for rec in baby_z.recommendations.values():
        bases = [node.link.basis for node in chains.behind_recommendation(baby_z, rec) if node.link]
        assert bases == sorted(bases, key=lambda basis: basis is Basis.INFERRED)


def test_every_inferred_link_is_explained_once_and_only_where_the_data_has_it(baby_z: Review) -> None:
    def reasons(nodes: tuple[Node, ...]) -> list[str]:
        return [node.link.reason for node in every(nodes) if node.link and node.link.reason]

    for rec in baby_z.recommendations.values():
        ours = [link.reason for link in rec.responds_to if link.basis is Basis.INFERRED]
        assert sorted(reasons(chains.behind_recommendation(baby_z, rec))) == sorted(filter(None, ours))
    for finding in baby_z.findings.values():
        ours = [link.reason for link in finding.events if link.basis is Basis.INFERRED]
        assert sorted(reasons(chains.around_finding(baby_z, finding))) == sorted(filter(None, ours))
    assert not any(reasons(chains.after_event(baby_z, event)) for event in baby_z.events.values())


def test_a_chain_holds_only_the_events_through_which_its_links_are_made(baby_z: Review) -> None:
    asked = {each: chains.behind_recommendation(baby_z, rec) for each, rec in baby_z.recommendations.items()}
    happened = {each: chains.after_event(baby_z, event) for each, event in baby_z.events.items()}
    assert not any(node.nodes for node in asked["health-5"])
    assert {each for node in asked["social-care-2"] for each in keys(node.nodes)} == {"initial-assessment"}
    assert ["carers-assessed", "carers-approved"] in [keys(node.nodes) for node in asked["placement-1"]]
    for rec_key, rec in baby_z.recommendations.items():
        linked = [keys(node.nodes) for node in asked[rec_key] if node.link]
        for events in linked:
            assert events == [event for event in baby_z.events if event in events]
        through = {event for events in linked for event in events}
        assert through == set(baby_z.events_behind(rec))
        for event in baby_z.events:
            assert any(rec_key in keys(node.nodes) for node in happened[event]) == (event in through)
