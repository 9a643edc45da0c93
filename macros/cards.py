"""Records as cards, in the groups in which pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from . import addresses
from . import references as to
from .collection import Cited, Collection, Review
from .models import (
    Act,
    Event,
    Finding,
    Involvement,
    Place,
    Recommendation,
    Tension,
    Track,
    WithdrawnFrom,
    shown_place,
)
from .shapes import Card, Citation, Fact, Group, Item, Mention, Ref, Step

HAPPENED, FOUND, RECOMMENDED = "What happened", "What was found", "What was recommended"
ADDRESSED = "Who was asked"
"""The steps of a chain."""

TRACKS = {Track.CASE: "What happened", Track.REVIEW: "How it was reviewed"}
"""What readers see above the events of a track."""


def events(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The timeline's records: the case track, then the review track."""
    groups = (
        Group(
            f"track--{track.value}",
            TRACKS[track],
            tuple(_event(collection, review, event) for event in review.track(track)),
        )
        for track in Track
    )
    return (*groups, *_withdrawn(collection, review, WithdrawnFrom.TIMELINE))


def _withdrawn(collection: Collection, review: Review, page: WithdrawnFrom) -> tuple[Group, ...]:
    """The records that a page no longer has: their addresses stay, and say so."""
    cards = tuple(
        Card(
            id=each.id,
            title=each.title,
            text=each.reason,
            label=f"Withdrawn · {each.on.words}",
            citation=cite(
                collection,
                review,
                addresses.review(review.slug, page.value, each.id),
                f"{quoted(each.title)}, withdrawn {each.on.words}",
            ),
        )
        for each in review.head.withdrawn
        if each.page is page
    )
    return (Group(f"withdrawn--{page.value}", "Withdrawn", cards),) if cards else ()


def _event(collection: Collection, review: Review, event: Event) -> Card:
    behind = review.findings_on.get(event.id, ())
    answers = review.answers_on.get(event.id, ())
    return Card(
        id=event.id,
        formerly=event.formerly,
        label=f"{event.track.label} · {event.when}",
        tone=event.track.value,
        title=event.title,
        text=event.text,
        chain=_chain(
            Step(HAPPENED, (Mention("This event"),), here=True),
            Step(FOUND, tuple(to.finding_mention(review, f, link) for f, link in behind)),
            Step(
                RECOMMENDED,
                _once(
                    to.recommendation_mention(review, rec, link, review.findings[link.finding]) for rec, link in answers
                ),
            ),
            _addressed(collection, review, [rec for rec, _ in answers]),
        ),
        notes=noted(
            Fact("Why we put this event here", (event.placed_because or "",)),
            Fact("Agencies chosen by us", (event.agencies_because or "",)),
            _tensions(review, event.id),
        ),
        facts=noted(
            Fact("Document", to.to_places(review, event.cites)),
            Fact("Comes after", tuple(to.to_event(review, review.events[e]) for e in event.after)),
            Fact("Agencies", to.to_agencies(collection, event.agencies, review)),
            Fact("Themes", to.to_themes(collection, event.themes)),
        ),
        citation=cite(
            collection,
            review,
            addresses.review(review.slug, "timeline", event.id),
            quoted(event.title),
            event.cites,
        ),
    )


def findings(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The findings, each under the first of its themes."""
    groups: dict[str, list[Card]] = {theme: [] for theme in collection.themes}
    for finding in review.findings.values():
        if finding.themes:
            groups[finding.themes[0]].append(_finding(collection, review, finding))
    found = [
        Group(f"theme--{theme}", collection.themes[theme].title, tuple(cards), collection.themes[theme].meaning)
        for theme, cards in groups.items()
        if cards
    ]
    without = [_finding(collection, review, f) for f in review.findings.values() if not f.themes]
    if without:
        found.append(Group("theme--none", "Under no theme", tuple(without)))
    return (*found, *_withdrawn(collection, review, WithdrawnFrom.FINDINGS))


def _finding(collection: Collection, review: Review, finding: Finding) -> Card:
    answers = review.answers_to.get(finding.id, ())
    return Card(
        id=finding.id,
        formerly=finding.formerly,
        label=finding.kind.label,
        title=finding.title,
        text=finding.text,
        chain=_chain(
            Step(
                HAPPENED,
                tuple(
                    to.event_mention(review, review.events[link.event], link)
                    for link in review.events_of_finding(finding)
                ),
                "No event is linked to it.",
            ),
            Step(FOUND, (Mention("This finding"),), here=True),
            Step(
                RECOMMENDED,
                tuple(to.recommendation_mention(review, rec, link) for rec, link in answers),
                "No recommendation is linked to it.",
            ),
            _addressed(collection, review, [rec for rec, _ in answers]),
        ),
        notes=noted(
            Fact("Agencies chosen by us", (finding.agencies_because or "",)),
            _tensions(review, finding.id),
        ),
        facts=noted(
            Fact("Document", to.to_places(review, finding.cites)),
            Fact("Agencies", to.to_agencies(collection, finding.agencies, review) or ("no agency is named",)),
            Fact("Themes", to.to_themes(collection, finding.themes)),
        ),
        citation=cite(
            collection,
            review,
            addresses.review(review.slug, "findings", finding.id),
            quoted(finding.title),
            finding.cites,
        ),
    )


def recommendations(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The recommendations in the document's lists."""
    groups = (
        Group(
            f"list--{each.id}",
            each.heading,
            tuple(
                _recommendation(collection, review, rec)
                for rec in sorted(review.recommendations.values(), key=lambda r: r.number)
                if rec.list_id == each.id
            ),
        )
        for each in review.head.lists
    )
    return (*groups, *_withdrawn(collection, review, WithdrawnFrom.RECOMMENDATIONS))


def _recommendation(collection: Collection, review: Review, rec: Recommendation) -> Card:
    behind = [(review.findings[link.finding], link) for link in rec.responds_to]
    happened = _once(
        to.event_mention(review, review.events[link.event], link, review.findings[answer.finding])
        for link, answer in review.chain(rec)
    )
    return Card(
        id=rec.id,
        formerly=rec.formerly,
        label=review.label(rec),
        title=rec.title,
        text=rec.text,
        chain=_chain(
            Step(HAPPENED, happened, "No event is linked to it."),
            Step(
                FOUND,
                tuple(to.finding_mention(review, finding, link) for finding, link in behind),
                "No finding is linked to it.",
            ),
            Step(RECOMMENDED, (Mention("This recommendation"),), here=True),
            _addressed(collection, review, [rec]),
        ),
        facts=noted(
            Fact("Addressed to", to.to_addressees(collection, review, rec)),
            Fact("Asks for", (asks_for(rec.asks_for),)),
            Fact("Themes", to.to_themes(collection, rec.themes)),
            Fact("Glossary terms", to.to_terms(collection, rec.terms)),
            Fact("Document", (f"Recommendations, {review.label(rec)}",)),
        ),
        citation=cite(
            collection,
            review,
            addresses.place(review.slug, rec.id),
            f"recommendation {review.label(rec)}",
        ),
    )


def asks_for(acts: Iterable[Act]) -> str:
    """What a recommendation asks for, in a few words."""
    words = [act.label if number == 0 else act.label.lower() for number, act in enumerate(acts)]
    return ", ".join(words)


def paragraphs(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The document's paragraphs in its sections, and before them its cover."""
    cover = review.head.cover
    first = Card(
        "cover",
        "Cover",
        cover.gist,
        lists=_cited_by(collection, review, "cover"),
        facts=noted(Fact("Glossary terms", to.to_terms(collection, cover.terms))),
    )
    groups = [Group("section--cover", "The cover", (first,))]
    for section in review.head.sections:
        numbers = range(section.paragraphs[0], section.paragraphs[1] + 1)
        cards = tuple(_paragraph(collection, review, number) for number in numbers)
        above = next((s.heading for s in review.head.sections if s.id == section.under), "")
        heading = f"{above}: {section.heading}" if above else section.heading
        old = tuple(f"section--{each}" for each in section.formerly)
        groups.append(Group(f"section--{section.id}", heading, cards, formerly=old))
    return tuple(groups)


def _paragraph(collection: Collection, review: Review, number: int) -> Card:
    paragraph = review.paragraphs[number]
    return Card(
        id=f"p{number}",
        brief=shown_place(number),
        title=f"Paragraph {number}",
        text=paragraph.gist,
        lists=_cited_by(collection, review, number),
        facts=noted(Fact("Glossary terms", to.to_terms(collection, paragraph.terms))),
        citation=cite(collection, review, addresses.place(review.slug, number), f"paragraph {number}"),
    )


_CITING_KINDS: tuple[tuple[str, type], ...] = (
    ("Events", Event),
    ("Findings", Finding),
    ("Agencies", Involvement),
    ("Disagreements and open questions", Tension),
)


def _cited_by(collection: Collection, review: Review, place: Place) -> tuple[Step, ...]:
    citing: tuple[Cited, ...] = review.citing.get(place, ())
    steps = [
        Step(label, tuple(Mention(to.to_cited(collection, review, r)) for r in citing if isinstance(r, kind)))
        for label, kind in _CITING_KINDS
    ]
    return tuple(step for step in steps if step.mentions) or (Step("Cited by", (), "No record cites it."),)


def agencies(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The agencies of a review: first those that a recommendation addresses, then the others."""
    named = [agency for agency in collection.agencies if agency in review.involvements]
    addressed = [agency for agency in named if agency in review.recommendations_to]
    groups = (
        ("agencies--addressed", "With a recommendation addressed to them", addressed),
        (
            "agencies--others",
            "With no recommendation addressed to them",
            [each for each in named if each not in addressed],
        ),
    )
    shown = (
        Group(key, heading, tuple(_involvement(collection, review, agency) for agency in members))
        for key, heading, members in groups
        if members
    )
    return (*shown, *_withdrawn(collection, review, WithdrawnFrom.AGENCIES))


def _involvement(collection: Collection, review: Review, agency: str) -> Card:
    record, part = collection.agencies[agency], review.involvements[agency]
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
            Fact("Part of", to.to_agencies(collection, [record.part_of] if record.part_of else [], review)),
            gave if part.management_review else Fact("Management review", ("None is mentioned",)),
            Fact("Document", to.to_places(review, part.cites)),
        ),
        citation=cite(
            collection,
            review,
            addresses.review(review.slug, "agencies", agency),
            f"the part of {record.label}",
            part.cites,
        ),
    )


def _asked(collection: Collection, review: Review, agency: str) -> tuple[Step, ...]:
    """What an agency was asked to do itself, what its teams were, and what every agency was."""

    def mentions(key: str) -> tuple[Mention, ...]:
        return tuple(to.asked_mention(review, rec, key, text=True) for rec in review.recommendations_to.get(key, ()))

    others = [each for each in review.involvements if each != agency]
    below = [mention for each in others if agency in collection.above(each) for mention in mentions(each)]
    everyone = [mention for each in others if collection.agencies[each].covers_all for mention in mentions(each)]
    return (
        Step("What it was asked to do", mentions(agency), "No recommendation is addressed to it."),
        *((Step("Asked of its teams", tuple(dict.fromkeys(below))),) if below else ()),
        *((Step("Asked of all agencies", tuple(everyone)),) if everyone else ()),
    )


def tensions(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The register of places where the document disagrees with itself or leaves a question open."""
    cards = tuple(_tension(collection, review, tension) for tension in review.head.tensions)
    return (
        Group("source--tensions", "Where the document disagrees with itself, or leaves a question open", cards),
        *_withdrawn(collection, review, WithdrawnFrom.PROCESS),
    )


def _tension(collection: Collection, review: Review, tension: Tension) -> Card:
    said = tuple(Mention(each.text, to.to_places(review, each.cites)) for each in tension.says)
    touched = [review.events.get(each) or review.findings[each] for each in tension.touches]
    return Card(
        id=tension.id,
        formerly=tension.formerly,
        title=tension.title,
        text=tension.question,
        lists=(Step("The document says", said),),
        facts=noted(Fact("Relates to", tuple(to.to_cited(collection, review, record) for record in touched))),
        citation=cite(
            collection,
            review,
            addresses.review(review.slug, "process", tension.id),
            quoted(tension.title),
        ),
    )


def _tensions(review: Review, record: str) -> Fact:
    found = tuple(to.to_tension(review, tension) for tension in review.touching.get(record, ()))
    return Fact("The document disagrees with itself, or leaves this open", found)


def cite(collection: Collection, review: Review, address: str, what: str, cites: Iterable[Place] = ()) -> Citation:
    """A record's own address, and a sentence that cites it: publisher, date, title, the record, and where it stands."""
    head = review.head
    places = ", ".join(ref.text for ref in to.to_places(review, cites))
    record = f"{what} ({places})" if places else what
    publisher = collection.agencies[head.publisher].name
    where = addresses.absolute(address, collection.release.site)
    words = f"{publisher} ({head.published.words}), {head.title}: {record}. Restated by {addresses.SITE_NAME}, {where}"
    return Citation(Ref(address, address), address.partition("#")[2], words)


def quoted(title: str) -> str:
    """A title within a sentence."""
    return f"‘{title}’"


def _addressed(collection: Collection, review: Review, recommendations: Iterable[Recommendation]) -> Step:
    found = dict.fromkeys(ref for rec in recommendations for ref in to.to_addressees(collection, review, rec))
    return Step(ADDRESSED, tuple(Mention(ref) for ref in found))


def _chain(*steps: Step) -> tuple[Step, ...]:
    """The steps that have something to say; none at all when the record stands alone."""
    shown = tuple(step for step in steps if step.mentions or step.empty)
    return shown if any(not step.here for step in shown) else ()


def _once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions with each record only once, and with every link that leads to it."""
    found: dict[Item, Mention] = {}
    for mention in mentions:
        before = found.get(mention.ref)
        links = (*before.links, *mention.links) if before else mention.links
        found[mention.ref] = replace(mention, links=tuple(dict.fromkeys(links)))
    return tuple(found.values())


def noted(*facts: Fact) -> tuple[Fact, ...]:
    """The facts that say something."""
    return tuple(fact for fact in facts if any(fact.items))
