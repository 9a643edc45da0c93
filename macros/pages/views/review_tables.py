"""A review's figures, facts and short tables."""

from __future__ import annotations

from dataclasses import replace

from ...collection import Collection, Review, addresses, counts
from ...reading import noun
from ...records import AddressedBy, Companion, Event, Holds, Involvement, Section, Track, run
from .. import links as to
from ..paging import REST, ROWS, in_pages, pager
from ..shapes import Fact, Figure, Item, Outside, Ref
from ..tables import Table
from .tabulate import Column, table


def summary(review: Review) -> tuple[str, tuple[Ref, ...]]:
    """What happened, in a paragraph, and where the document says it."""
    return review.head.summary.text, to.to_places(review, review.head.summary.cites)


def figures(review: Review) -> tuple[Figure, ...]:
    """A review's numbers, each leading to what it counts."""
    return tuple(
        Figure(number, noun(number, count.one), addresses.review(review.slug, count.page))
        for count in counts.COUNTS.values()
        if count.in_figures
        for number in (count.number(review),)
        if number
    )


def ways(review: Review) -> tuple[tuple[Ref, str], ...]:
    """The pages of a review, each with what it shows."""
    return tuple(
        (Ref(counts.page_title(review, page), addresses.review(review.slug, page)), addresses.REVIEW_PAGES[page].shown)
        for page in addresses.pages_of(review.kinds)
        if page
    )


def facts(collection: Collection, review: Review) -> tuple[Fact, ...]:
    """What a reader wants to know of a document first."""
    head, kind = review.head, collection.terms.get(review.head.kind.value)
    return (
        Fact("Title", (head.title,)),
        Fact("Kind", (replace(to.to_term(kind), text=head.kind.label) if kind else head.kind.label,)),
        Fact("Publisher", to.to_agencies(collection, (head.publisher, *head.published_with), review)),
        Fact("Author, as printed", (head.author,)),
        Fact("Published", (replace(head.published, language=head.language.value).words,)),
        Fact("The document itself", (Outside(head.url, head.url) if head.url else "we know of no lasting address",)),
        Fact("About", (head.subject, *(each.name for each in head.subjects))),
        Fact("Summary drawn from", to.to_places(review, head.summary.cites)),
        *((Fact("Published beside it", tuple(map(_companion, head.documents))),) if head.documents else ()),
    )


def _companion(document: Companion) -> Item:
    """A document published beside a review, and where it is to be had."""
    words = f"{document.kind.label}: {document.title}"
    if document.published:
        words += f" ({document.published.words})"
    return Outside(words, document.url) if document.url else words


def reviews(collection: Collection, page: int = 1) -> Table:
    """All reviews, the latest first, a page at a time."""
    column = Column[Review]
    columns = (
        column("Review", lambda review: (to.to_review(review),)),
        column("Kind", lambda review: (review.head.kind.label,)),
        column("About", lambda review: (review.head.subject,)),
        column("Publisher", lambda review: (collection.agencies[review.head.publisher].name,)),
        column("Published", lambda review: (review.head.published.words,)),
        column("Recommendations", lambda review: (_asked(review),)),
    )
    pages = in_pages(collection.latest_first, ROWS)
    shown = table("reviews--table", "Reviews, latest first", columns, pages[page - 1])
    return replace(shown, pager=pager(addresses.shared("reviews"), page, len(pages), REST))


def _asked(review: Review) -> str:
    """How many recommendations a review makes, or how many of what else its lists hold."""
    only = counts.kinds(review) == (Holds.RECOMMENDATIONS,)
    return str(len(review.recommendations)) if only else counts.FORMS["counted"](review)


def management_reviews(collection: Collection, review: Review) -> Table:
    """The agencies that were asked for a management review, and how many recommendations address each."""

    def addressed(by: AddressedBy) -> Column[Involvement]:
        def number(part: Involvement) -> tuple[str]:
            found = review.recommendations_to.get(part.agency, ())
            return (str(sum(review.addressees(rec)[part.agency] is by for rec in found)),)

        return Column(f"Addressed {by.label}", number)

    column = Column[Involvement]
    columns = (
        column("Agency", lambda part: (to.to_agency(collection, part.agency, review),)),
        column("Document", lambda part: to.to_places(review, part.management_review)),
        *(addressed(by) for by in AddressedBy),
    )
    caption = "Agencies that were asked for an individual management review, and the recommendations addressed to them"
    asked = (part for part in review.involvements.values() if part.management_review)
    return table("management-reviews--table", caption, columns, asked)


def review_events(review: Review) -> Table:
    """The review track, a line each."""
    column = Column[Event]
    columns = (
        column("Event", lambda event: (to.to_event(review, event),)),
        column("When", lambda event: (event.when,)),
        column("Document", lambda event: to.to_places(review, event.cites)),
    )
    caption = "How the review was carried out and published"
    return table("review-track--table", caption, columns, review.track(Track.REVIEW))


def sections(review: Review) -> Table:
    """The document's sections."""
    headings = {section.id: section.heading for section in review.head.sections}

    def numbers(section: Section) -> tuple[Ref]:
        return (Ref(run(*section.paragraphs), addresses.of(review.slug, review.paragraphs_in[section.id][0])),)

    column = Column[Section]
    columns = (
        column("Section", lambda section: (Ref(section.heading, addresses.of(review.slug, section)),)),
        column("Part of", lambda section: (headings.get(section.under or "", "–"),)),
        Column("Paragraphs", numbers),
    )
    return table("sections--table", "The document’s sections", columns, review.head.sections)
