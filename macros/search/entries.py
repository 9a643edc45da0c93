"""What can be found: an entry for each record and each stretch of prose, in batches of one kind and one review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from ..collection import Collection, Review, addresses
from ..reading import counted
from ..records import (
    Agency,
    Event,
    Finding,
    Helpline,
    Involvement,
    Paragraph,
    Recommendation,
    Tension,
    Term,
    Theme,
    shown_place,
)
from . import codes

PER_BATCH = 20
"""So many entries are read at once by whoever searches: fewer, and a large collection's list of them grows too long."""


@dataclass(frozen=True)
class Kind:
    """A kind of entry, as readers see it."""

    one: str
    many: str
    mark: str
    """The shape beside it: `disc`, `ring` or `dot`, as in chains; nothing for what stands in none."""


KINDS: Mapping[str, Kind] = {
    "recommendation": Kind("Recommendation", "Recommendations", "disc"),
    "finding": Kind("Finding", "Findings", "ring"),
    "event": Kind("Event", "Events", "dot"),
    "agency": Kind("Agency", "Agencies", ""),
    "paragraph": Kind("Paragraph", "Paragraphs", ""),
    "term": Kind("Glossary", "Glossary", ""),
    "theme": Kind("Theme", "Themes", ""),
    "tension": Kind("Disagreement", "Disagreements", ""),
    "review": Kind("Review", "Reviews", ""),
    "page": Kind("Page", "Pages", ""),
}
"""The kinds of entry, in the order in which they can be chosen."""


@dataclass(frozen=True)
class Entry:
    """What a search may find."""

    address: str
    """From the site's root."""
    title: str
    text: str
    label: str = ""
    """What readers call it, before its title: Health 2."""
    note: str = ""
    """What is said beside its title: the date of an event, the kind of a finding."""
    codes: tuple[str, ...] = ()
    """Words that nobody sees: its label as people type it, and what it is about."""

    @property
    def heading(self) -> str:
        """Its label and its title."""
        return f"{self.label}: {self.title}" if self.label else self.title

    @property
    def anchor(self) -> str:
        """The last part of its address, which may be empty."""
        return self.address.partition("#")[2]


@dataclass(frozen=True)
class Batch:
    """Some entries of one page."""

    page: str
    """The address of the page."""
    number: int
    kind: str
    entries: tuple[Entry, ...]
    review: str = ""
    """The review's folder; nothing for what reviews share."""
    said: str = ""
    """What the review is called."""
    publisher: str = ""
    """The id of the agency that publishes it."""
    year: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Unseen words by which a search is narrowed down: Pagefind's own filters come in another order each time."""
        of = {"kind": self.kind, "review": self.review, "publisher": self.publisher, "year": self.year}
        return tuple(code for key, value in of.items() if value for code in codes.about(key, [value]))

    @property
    def path(self) -> str:
        """Where the index has it, below the site's root."""
        return f"{self.page.strip('/') or 'home'}/{self.kind}-{self.number}.html"


def batches(collection: Collection, prose: Iterable[Entry]) -> Iterator[Batch]:
    """All that can be found in a collection, and in the prose of its pages."""
    said: dict[str, list[Entry]] = defaultdict(list)
    for each in prose:
        said[_slug(each)].append(each)
    for review in collection.reviews.values():
        # What opens a page is much the same in every review, and a batch for each would make the index's list long.
        sections = [each for each in said[review.slug] if each.anchor]
        for kind, entries in (*_of_review(collection, review).items(), ("page", sections)):
            for page, number, some in _parted(entries):
                yield Batch(
                    page,
                    number,
                    kind,
                    some,
                    review.slug,
                    review.head.short_title,
                    review.head.publisher,
                    review.head.published.text[:4],
                )
    helplines = map(_helpline, collection.helplines.values())
    for kind, entries in (*_shared(collection).items(), ("page", [*said[""], *helplines])):
        for page, number, some in _parted(entries):
            yield Batch(page, number, kind, some)


def _slug(entry: Entry) -> str:
    """The review on whose pages prose stands; nothing for the others."""
    _, first, *rest = entry.address.split("/")
    return rest[0] if first == "reviews" else ""


def _parted(entries: Iterable[Entry]) -> Iterator[tuple[str, int, tuple[Entry, ...]]]:
    """Entries by their pages, so many at a time."""
    pages: dict[str, list[Entry]] = {}
    for entry in entries:
        pages.setdefault(entry.address.partition("#")[0], []).append(entry)
    for page, on_it in pages.items():
        rest, number = iter(on_it), 0
        while some := tuple(islice(rest, PER_BATCH)):
            number += 1
            yield page, number, some


def _of_review(collection: Collection, review: Review) -> Mapping[str, list[Entry]]:
    return {
        "review": [_review(collection, review)],
        "recommendation": [
            entry for rec in review.recommendations.values() for entry in _recommendation(collection, review, rec)
        ],
        "finding": [_finding(review, each) for each in review.findings.values()],
        "event": [_event(review, each) for each in review.events.values()],
        "paragraph": [_paragraph(review, each) for each in review.paragraphs.values()],
        "agency": [_part(collection, review, each) for each in review.involvements.values()],
        "tension": [_tension(review, each) for each in review.head.tensions],
    }


def _shared(collection: Collection) -> Mapping[str, list[Entry]]:
    return {
        "agency": [_agency(collection, each) for each in collection.agencies.values()],
        "term": [_term(each) for each in collection.terms.values()],
        "theme": [_theme(each) for each in collection.themes.values()],
    }


def _review(collection: Collection, review: Review) -> Entry:
    head = review.head
    publisher = collection.agencies[head.publisher].name
    return Entry(
        addresses.review(review.slug),
        head.title,
        f"{head.summary.text} {head.subject}. {head.kind.label}. {publisher}, {head.published.words}.",
        note=head.kind.label if head.kind.label.lower() not in head.title.lower() else "",
        codes=(*codes.about("agency", [head.publisher]), *codes.about("term", [head.kind.value])),
    )


def _recommendation(collection: Collection, review: Review, rec: Recommendation) -> Iterator[Entry]:
    of = review.lists[rec.list_id]
    label = review.label(rec) if rec.printed_number else of.label
    others = (of.heading, *([collection.agencies[of.agency].name] if of.agency else ()))
    said = review.holds(rec).label
    whom = review.addressees(rec)
    subject = (*codes.about("agency", whom), *codes.about("theme", rec.themes), *codes.about("term", rec.terms))
    note = ", ".join(collection.agencies[each].label for each in whom)
    yield Entry(
        addresses.of(review.slug, rec),
        rec.title,
        " ".join((rec.text, *(part.text for part in rec.parts))),
        label,
        f"To {note}" if note else "",
        (*codes.of_label(label, *others), *codes.of_number(said, rec.printed_number), *subject),
    )
    for part in rec.parts:
        yield Entry(
            addresses.of_part(review.slug, rec, part),
            rec.title,
            part.text,
            f"{label} ({part.id})",
            "",
            (*codes.of_label(f"{label} {part.id}"), *codes.about("agency", part.addressed_to)),
        )


def _finding(review: Review, finding: Finding) -> Entry:
    number = codes.of_number("finding", finding.number)
    return Entry(
        addresses.of(review.slug, finding),
        finding.title,
        finding.text,
        f"Finding {finding.number}" if finding.number else "",
        finding.kind.label,
        (*number, *codes.about("agency", finding.agencies), *codes.about("theme", finding.themes)),
    )


def _event(review: Review, event: Event) -> Entry:
    return Entry(
        addresses.of(review.slug, event),
        event.title,
        event.text,
        note=event.when,
        codes=(*codes.about("agency", event.agencies), *codes.about("theme", event.themes)),
    )


def _paragraph(review: Review, paragraph: Paragraph) -> Entry:
    return Entry(
        addresses.of(review.slug, paragraph),
        review.sections[review.section_of[paragraph.place]].heading.capitalize(),
        paragraph.gist,
        shown_place(paragraph.place),
        codes=(*codes.of_number("paragraph", paragraph.number), *codes.about("term", paragraph.terms)),
    )


def _part(collection: Collection, review: Review, part: Involvement) -> Entry:
    agency = collection.agencies[part.agency]
    return Entry(
        addresses.of(review.slug, part),
        agency.label,
        f"{part.role} {_quoted(part)}".strip(),
        note=agency.name if agency.name != agency.label else "",
        codes=codes.about("agency", [part.agency]),
    )


def _quoted(part: Involvement) -> str:
    """What the document calls an agency, where that is not its name."""
    return f"In the document: {', '.join(f'“{each}”' for each in part.named_as)}." if part.named_as else ""


def _tension(review: Review, tension: Tension) -> Entry:
    said = (statement.text for statement in tension.says)
    return Entry(addresses.of(review.slug, tension), tension.title, " ".join((tension.question, *said)))


def _agency(collection: Collection, agency: Agency) -> Entry:
    note = agency.name if agency.name != agency.label else ""
    named = sum(agency.id in review.involvements for review in collection.reviews.values())
    return Entry(
        addresses.of_shared(agency),
        agency.label,
        f"Named in {counted(named, 'review')}.",
        note=note,
        codes=codes.about("agency", [agency.id]),
    )


def _term(term: Term) -> Entry:
    return Entry(
        addresses.of_shared(term),
        term.term,
        " ".join(filter(None, (term.meaning, term.today))),
        note=term.short or "",
        codes=codes.about("term", [term.id]),
    )


def _helpline(line: Helpline) -> Entry:
    said = (f"Helpline: {line.number}. {line.helps}", line.hours, line.note)
    return Entry(addresses.of_shared(line), line.name, " ".join(filter(None, said)), note=line.number)


def _theme(theme: Theme) -> Entry:
    return Entry(addresses.of_shared(theme), theme.title, theme.meaning, codes=codes.about("theme", [theme.id]))
