"""Every record becomes a card that shows what it says and what it is linked to."""

from __future__ import annotations

from macros.collection import Collection, Review
from macros.pages.shapes import Card, Fact, Group, Ref
from macros.pages.views import agency_cards, chain_cards, document_cards, shared_cards, timeline_rows
from macros.records import FindingKind


def card(groups: tuple[Group, ...], key: str) -> Card:
    return next(each for group in groups for each in group.cards if each.id == key)


def fact(shown: Card, label: str) -> Fact:
    return next(each for each in shown.facts if each.label == label)


def rows(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The timeline's records as if they stood in groups."""
    stretches = timeline_rows.events(collection, review).stretches
    return tuple(Group(each.id, each.heading, span.cards) for each in stretches for span in each.spans)


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


def test_a_closed_record_says_whom_and_why_in_brief(collection: Collection, baby_z: Review) -> None:
    asked = {each.id: each for group in chain_cards.recommendations(collection, baby_z) for each in group.cards}
    closed = {key: shown.closed.beside for key, shown in asked.items() if shown.closed}
    assert list(closed) == list(baby_z.recommendations)
    assert closed["health-2"] == ("Paediatricians", "Key test results passed on late, +1")
    assert closed["social-care-6"] == ("Children’s Services", "none linked")
    found = card(chain_cards.findings(collection, baby_z), "black-eye-not-followed-up").closed
    assert found is not None
    assert found.beside == ("Health visitors, +2", "Health 1, +1")


def test_a_finding_that_concerns_no_named_agency_says_so(collection: Collection, baby_z: Review) -> None:
    shown = card(chain_cards.findings(collection, baby_z), "birth-child-delayed")
    assert fact(shown, "Agencies").items == ("no agency is named",)


def test_an_agency_that_we_chose_is_marked_with_the_reason(collection: Collection, baby_z: Review) -> None:
    shown = card(rows(collection, baby_z), "health-visitor-visit")
    (note,) = (each for each in shown.notes if each.label == "Agencies chosen by us")
    assert note.items == (baby_z.events["health-visitor-visit"].agencies_because,)


def test_every_record_of_a_review_has_its_card(collection: Collection, baby_z: Review) -> None:
    def ids(groups: tuple[Group, ...]) -> list[str]:
        return [each.id for group in groups for each in group.cards]

    assert sorted(ids(rows(collection, baby_z))) == sorted(baby_z.events)
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
            groups = rows(collection, baby_z) + chain_cards.findings(collection, baby_z)
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
    assert [(each.label, len(each.mentions)) for each in shown.lists] == [
        ("What it was asked to do", 2),
        ("Findings that concern it", 1),
        ("Events that concern it", 2),
    ]
    other = card(agency_cards.agencies(invented, lighthouse), "moonbase-board")
    assert other.lists[0].empty == "No recommendation is addressed to it."


def test_an_agency_is_told_what_it_was_asked_by_name_as_a_part_and_as_one_of_all(
    collection: Collection, baby_z: Review
) -> None:
    shown = card(agency_cards.agencies(collection, baby_z), "paediatricians")
    asked = {
        each.label: [m.ref.text.partition(":")[0] for m in each.mentions if isinstance(m.ref, Ref)]
        for each in shown.lists[:3]
    }
    assert asked == {
        "What it was asked to do": ["Social Care 8", "Health 2"],
        agency_cards.UNSAID: ["Health 4", "LSCB 2"],
        "Asked of all agencies": ["LSCB 1", "LSCB 3"],
    }
    assert shown.lists[1].note == "Health"
    assert shown.closed is not None
    assert shown.closed.beside == ("2 by name, 2 as part of another, 2 of all", "3 findings, 3 events")


def test_under_each_request_stands_why_or_that_nothing_is_linked(collection: Collection, baby_z: Review) -> None:
    for shown in (each for group in agency_cards.agencies(collection, baby_z) for each in group.cards):
        asked = [each for each in shown.lists if each.label.startswith(("What it was asked", "Asked"))]
        for mention in (each for step in asked for each in step.mentions):
            assert isinstance(mention.ref, Ref)
            rec = baby_z.recommendations[mention.ref.address.partition("#")[2]]
            assert mention.because is not None
            assert len(mention.because.grounds) + mention.because.more == len(rec.responds_to)
            assert bool(mention.because.grounds) == bool(rec.responds_to)


def test_only_whom_the_document_praises_did_well(collection: Collection, baby_z: Review) -> None:
    for shown in (each for group in agency_cards.agencies(collection, baby_z) for each in group.cards):
        praised = [f for f in baby_z.findings_of.get(shown.id, ()) if f.kind is FindingKind.GOOD_PRACTICE]
        well = [each for each in shown.lists if each.label == "What it did well"]
        assert [len(each.mentions) for each in well] == ([len(praised)] if praised else [])
