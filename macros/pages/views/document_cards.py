"""The document's paragraphs and its source tensions as cards."""

from __future__ import annotations

from ...collection import Cited, Collection, Review, counts
from ...reading import counted
from ...records import (
    COVER,
    Cover,
    Event,
    Finding,
    Involvement,
    Paragraph,
    Place,
    Recommendation,
    RecordPage,
    Tension,
    in_full,
)
from .. import languages
from .. import links as to
from ..shapes import Card, Fact, Group, Mention, Step
from .cards import drawn_once, noted, quoted, withdrawn


@drawn_once
def paragraphs(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The document's paragraphs in its sections, and before them its cover."""
    cover = review.head.cover
    groups = [Group("section--cover", "The cover", (_cover(collection, review, cover),))] if cover else []
    for section in review.head.sections:
        cards = tuple(_paragraph(collection, review, each) for each in review.paragraphs_in[section.id])
        above = next((s.heading for s in review.head.sections if s.id == section.under), "")
        heading = f"{above}: {section.heading}" if above else section.heading
        old = tuple(f"section--{each}" for each in section.formerly)
        groups.append(Group(f"section--{section.id}", heading, cards, formerly=old))
    return (*groups, *withdrawn(review, RecordPage.PARAGRAPHS))


def _cover(collection: Collection, review: Review, cover: Cover) -> Card:
    return Card(
        COVER,
        "Cover",
        cover.gist,
        lists=_cited_by(collection, review, COVER),
        folded=_number_citing(review, COVER),
        facts=noted(Fact("Glossary terms", to.to_terms(collection, cover.terms))),
    )


def _paragraph(collection: Collection, review: Review, paragraph: Paragraph) -> Card:
    ref, part = to.to_paragraph(review, paragraph), review.part_of(paragraph)
    name = languages.said(in_full(paragraph.number), languages.of(review))
    title = f"{part}, {name[:1].lower()}{name[1:]}" if part else name
    return Card(
        id=ref.address.partition("#")[2],
        brief=ref.text,
        title=title,
        text=paragraph.gist,
        lists=_cited_by(collection, review, paragraph.place),
        folded=_number_citing(review, paragraph.place),
        facts=noted(Fact("Glossary terms", to.to_terms(collection, paragraph.terms))),
        cited=title if part else f"{title[:1].lower()}{title[1:]}",
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
    asked = (Mention(to.to_cited(collection, review, r)) for r in citing if isinstance(r, Recommendation))
    steps.append(Step(counts.FORMS["title"](review), tuple(asked)))
    return tuple(step for step in steps if step.mentions) or (Step("Cited by", (), "No record cites it."),)


def _number_citing(review: Review, place: Place) -> str:
    """'Cited by: 3 records'; nothing where none cites the place."""
    citing = len(review.citing.get(place, ()))
    return f"{languages.said('Cited by', languages.of(review))}: {counted(citing, 'record')}" if citing else ""


def tensions(collection: Collection, review: Review) -> tuple[Group, ...]:
    """The register of places where the document disagrees with itself or leaves a question open."""
    cards = tuple(_tension(collection, review, tension) for tension in review.head.tensions)
    return (
        Group("source--tensions", "Where the document disagrees with itself, or leaves a question open", cards),
        *withdrawn(review, RecordPage.PROCESS),
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
        cited=quoted(tension.title),
    )
