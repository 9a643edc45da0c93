"""Every record becomes a card that shows what it says and what it is linked to."""

from __future__ import annotations

from macros.collection import Collection, Review
from macros.pages.shapes import Card, Fact, Group, Ref, Step
from macros.pages.views import agency_cards, chain_cards, document_cards, shared_cards
from macros.records import Basis


def card(groups: tuple[Group, ...], key: str) -> Card:
    return next(each for group in groups for each in group.cards if each.id == key)


def fact(shown: Card, label: str) -> Fact:
    return next(each for each in shown.facts if each.label == label)


def unders(shown: Card) -> list[Step]:
    """What the records of a chain are linked to in turn."""
    return [mention.under for each in shown.chain for mention in each.mentions if mention.under]


def addresses(shown: Step) -> list[str]:
    return [mention.ref.address for mention in shown.mentions if isinstance(mention.ref, Ref)]


def step(shown: Card, label: str) -> Step:
    return next(each for each in shown.chain if each.label == label)


def test_a_recommendation_shows_whom_it_addresses_and_where_it_stands(collection: Collection, baby_z: Review) -> None:
    shown = card(chain_cards.recommendations(collection, baby_z), "health-6")
    assert shown.label == "Health 6"
    assert fact(shown, "Addressed to").items == (
        Ref(
            "The Board (LSCB)",
            "/reviews/baby-z/agencies/#lscb",
            "Blackburn with Darwen Local Safeguarding Children Board",
        ),
    )
    assert fact(shown, "Document").items == ("Recommendations, Health 6",)
    by_both = card(chain_cards.recommendations(collection, baby_z), "social-care-8")
    shown_as = [item.text for item in fact(by_both, "Addressed to").items if isinstance(item, Ref)]
    assert shown_as == ["Children’s Services (by heading)", "Paediatricians"]


def test_an_agency_is_told_which_recommendations_only_a_heading_addresses_to_it(
    collection: Collection, baby_z: Review
) -> None:
    asked = card(agency_cards.agencies(collection, baby_z), "childrens-services").lists[0].mentions
    notes = {m.ref.text.partition(":")[0]: m.note for m in asked if isinstance(m.ref, Ref)}
    assert notes["Social Care 6"] == notes["Social Care 8"] == "by heading"
    assert notes["Social Care 5"] == notes["Early Years 2"] == ""


def test_a_chain_runs_from_a_recommendation_to_events(invented: Collection, lighthouse: Review) -> None:
    shown = card(chain_cards.recommendations(invented, lighthouse), "tower-1")
    (finding,) = step(shown, "What was found").mentions
    assert finding.link is not None
    assert (finding.link.basis, finding.link.reason) == (Basis.INFERRED, "Both are about telling.")
    assert finding.under is not None
    assert finding.under.label == "What happened"
    (event,) = finding.under.mentions
    assert event.link is not None
    assert (event.link.basis, event.link.reason) == (Basis.STATED, "")


def test_a_chain_shows_from_every_side(invented: Collection, lighthouse: Review) -> None:
    event = card(chain_cards.events(invented, lighthouse), "lamp-goes-out")
    assert [m.ref.address for m in step(event, "What was found").mentions if isinstance(m.ref, Ref)] == [
        "/reviews/lighthouse-child/findings/#nobody-told"
    ]
    assert [len(under.mentions) for under in unders(event)] == [2]
    assert addresses(step(event, "Who was asked"))
    finding = card(chain_cards.findings(invented, lighthouse), "foghorn-worked")
    assert step(finding, "What was recommended").empty == "No recommendation is linked to it."


def test_no_link_is_lost_where_two_findings_share_an_event(collection: Collection, baby_z: Review) -> None:
    shown = card(chain_cards.recommendations(collection, baby_z), "health-2")
    at = "/reviews/baby-z/timeline/#skeletal-survey-results"
    both = [m.link for under in unders(shown) for m in under.mentions if isinstance(m.ref, Ref) and m.ref.address == at]
    assert sorted(link.basis.value for link in both if link) == ["inferred", "stated"]


def test_a_chain_names_each_finding_once(collection: Collection, baby_z: Review) -> None:
    groups = chain_cards.events(collection, baby_z) + chain_cards.recommendations(collection, baby_z)
    for shown in (each for group in groups for each in group.cards):
        found = [address for each in shown.chain if each.label == "What was found" for address in addresses(each)]
        assert len(found) == len(set(found)), shown.id


def test_a_chain_holds_only_the_events_through_which_its_links_are_made(collection: Collection, baby_z: Review) -> None:
    def linked(shown: Card) -> list[list[str]]:
        return [[address.partition("#")[2] for address in addresses(under)] for under in unders(shown)]

    asked = {each.id: each for group in chain_cards.recommendations(collection, baby_z) for each in group.cards}
    happened = {each.id: each for group in chain_cards.events(collection, baby_z) for each in group.cards}
    assert not any(linked(asked["health-5"]))
    assert {event for events in linked(asked["social-care-2"]) for event in events} == {"initial-assessment"}
    assert ["carers-assessed", "carers-approved"] in linked(asked["placement-1"])
    for key, rec in baby_z.recommendations.items():
        for events in linked(asked[key]):
            assert events == [event for event in baby_z.events if event in events]
        through = {event for events in linked(asked[key]) for event in events}
        assert through == set(baby_z.events_behind(rec))
        for event in baby_z.events:
            assert any(key in recs for recs in linked(happened[event])) == (event in through)


def test_a_finding_that_concerns_no_named_agency_says_so(collection: Collection, baby_z: Review) -> None:
    shown = card(chain_cards.findings(collection, baby_z), "birth-child-delayed")
    assert fact(shown, "Agencies").items == ("no agency is named",)


def test_an_agency_that_we_chose_is_marked_with_the_reason(collection: Collection, baby_z: Review) -> None:
    shown = card(chain_cards.events(collection, baby_z), "health-visitor-visit")
    (note,) = (each for each in shown.notes if each.label == "Agencies chosen by us")
    assert note.items == (baby_z.events["health-visitor-visit"].agencies_because,)


def test_every_record_of_a_review_has_its_card(collection: Collection, baby_z: Review) -> None:
    def ids(groups: tuple[Group, ...]) -> list[str]:
        return [each.id for group in groups for each in group.cards]

    assert sorted(ids(chain_cards.events(collection, baby_z))) == sorted(baby_z.events)
    assert sorted(ids(chain_cards.findings(collection, baby_z))) == sorted(baby_z.findings)
    assert ids(chain_cards.recommendations(collection, baby_z)) == list(baby_z.recommendations)
    assert ids(document_cards.paragraphs(collection, baby_z)) == ["cover", *(f"p{n}" for n in range(1, 39))]
    assert sorted(ids(agency_cards.agencies(collection, baby_z))) == sorted(baby_z.involvements)
    assert ids(document_cards.tensions(collection, baby_z)) == list(baby_z.tensions)
    assert sorted(ids(shared_cards.glossary(collection))) == sorted(collection.terms)
    assert ids(shared_cards.themes(collection)) == list(collection.themes)
    assert ids(shared_cards.all_agencies(collection)) == list(collection.agencies)


def test_a_paragraph_shows_everything_that_cites_it(collection: Collection, baby_z: Review) -> None:
    shown = card(document_cards.paragraphs(collection, baby_z), "p20")
    linked = {m.ref.address for each in shown.lists for m in each.mentions if isinstance(m.ref, Ref)}
    expected = {event.id for event in baby_z.events.values() if 20 in event.cites}
    expected |= {finding.id for finding in baby_z.findings.values() if 20 in finding.cites}
    assert expected <= {address.partition("#")[2] for address in linked}
    assert "/reviews/baby-z/process/#skin-results-at-the-meeting" in linked


def test_a_record_leads_to_the_tension_that_bears_on_it(collection: Collection, baby_z: Review) -> None:
    for tension in baby_z.tensions.values():
        for key in tension.touches:
            groups = chain_cards.events(collection, baby_z) + chain_cards.findings(collection, baby_z)
            notes = card(groups, key).notes
            assert any(
                isinstance(item, Ref) and item.address.endswith(f"#{tension.id}")
                for note in notes
                for item in note.items
            )


def test_themes_count_findings_and_recommendations_of_each_review(invented: Collection) -> None:
    shown = card(shared_cards.themes(invented), "fog")
    assert [each.label for each in shown.lists] == [
        "The Lighthouse Child: 2 findings",
        "The Lighthouse Child: 1 recommendation",
    ]


def test_an_agency_s_part_holds_what_it_was_asked_and_what_concerns_it(
    invented: Collection, lighthouse: Review
) -> None:
    shown = card(agency_cards.agencies(invented, lighthouse), "keepers")
    assert [len(each.mentions) for each in shown.lists] == [2, 1, 2]
    other = card(agency_cards.agencies(invented, lighthouse), "moonbase-board")
    assert other.lists[0].empty == "No recommendation is addressed to it."
