"""Records as tables, figures and facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import addresses, describe, exports
from . import references as to
from .cards import asks_for
from .collection import COUNTED, Collection, Review
from .dates import in_words
from .files import File, all_files
from .models import (
    Act,
    AddressedBy,
    Beyond,
    Delay,
    Event,
    Finding,
    FindingKind,
    Recommendation,
    Record,
    Slug,
    Standard,
    Track,
    Word,
)
from .numbers import counted, from_to, noun, spread
from .shapes import Fact, Figure, Filter, Item, Mention, Ref, Row, Step, Table
from .waits import Measure


def figures(review: Review) -> tuple[Figure, ...]:
    """A review's numbers, each leading to what it counts."""
    where = {
        "paragraphs": "paragraphs",
        "events": "timeline",
        "findings": "findings",
        "recommendations": "recommendations",
        "agencies": "agencies",
        "management reviews": "process",
    }
    return tuple(
        Figure(number, noun(number, COUNTED[what]), addresses.review(review.slug, page))
        for what, page in where.items()
        for number in (review.counts[what],)
    )


def facts(collection: Collection, review: Review) -> tuple[Fact, ...]:
    """What a reader wants to know of a document first."""
    head = review.head
    return (
        Fact("Title", (head.title,)),
        Fact("Publisher", (to.to_agency(collection, head.publisher, review),)),
        Fact("Author, as printed", (head.author,)),
        Fact("Published", (head.published.words,)),
        Fact("About", (head.subject,)),
        Fact("Summary drawn from", to.to_places(review, head.summary.cites)),
    )


def reviews(collection: Collection) -> Table:
    """All reviews."""
    rows = tuple(
        Row(
            (
                (to.to_review(review),),
                (review.head.subject,),
                (collection.agencies[review.head.publisher].name,),
                (review.head.published.words,),
                (str(review.counts["recommendations"]),),
            )
        )
        for review in sorted(collection.reviews.values(), key=lambda r: r.head.published.sorts_at, reverse=True)
    )
    columns = ("Review", "About", "Publisher", "Published", "Recommendations")
    return Table("reviews--table", "Reviews, latest first", columns, rows)


def recommendations(collection: Collection, review: Review) -> Table:
    """One review's recommendations at a glance."""
    return _recommendations(collection, (review,))


def all_recommendations(collection: Collection) -> Table:
    """The recommendations of every review."""
    return _recommendations(collection, tuple(collection.reviews.values()))


def _recommendations(collection: Collection, shown: tuple[Review, ...]) -> Table:
    many = len(shown) > 1
    addressed = {agency for review in shown for agency in review.recommendations_to}
    among = tuple(agency for agency in collection.agencies if agency in addressed)
    rows = tuple(
        _recommendation(collection, review, rec, among, many)
        for review in shown
        for rec in review.recommendations.values()
    )
    columns = ("Recommendation", *(("Review",) if many else ()), "In short", "Addressed to", "Asks for", "Themes")
    filters = _filters(collection, rows, shown)
    return Table("recommendations--table", "Recommendations at a glance", columns, rows, filters)


def _recommendation(
    collection: Collection, review: Review, rec: Recommendation, among: tuple[Slug, ...], many: bool
) -> Row:
    which: tuple[tuple[Item, ...], ...] = ((to.to_review(review),),) if many else ()
    return Row(
        (
            (to.to_recommendation(review, rec),),
            *which,
            (rec.title,),
            to.to_addressees(collection, review, rec),
            (asks_for(rec.asks_for),),
            to.to_themes(collection, rec.themes),
        ),
        {
            **({"review": (review.slug,)} if many else {}),
            "agency": collection.reached(review.addressees(rec), among),
            "asks-for": tuple(act.value for act in rec.asks_for),
            "theme": rec.themes,
        },
        record="" if many else rec.id,
    )


def _filters(collection: Collection, rows: Iterable[Row], shown: tuple[Review, ...]) -> tuple[Filter, ...]:
    used: dict[str, set[str]] = {}
    for row in rows:
        for name, words in row.values.items():
            used.setdefault(name, set()).update(words)
    labels = {
        "review": ("Review", {review.slug: review.head.short_title for review in shown}),
        "agency": ("Agency, with its teams", {each.id: each.label for each in collection.agencies.values()}),
        "asks-for": ("Asks for", {act.value: act.label for act in Act}),
        "theme": ("Theme", {each.id: each.title for each in collection.themes.values()}),
    }
    return tuple(
        Filter(name, label, tuple((word, text) for word, text in words.items() if word in used[name]))
        for name, (label, words) in labels.items()
        if name in used
    )


def delays(review: Review) -> Table:
    """The waits that the document mentions: its words first, and apart from them what we work out."""
    events, findings = review.track(Track.CASE), review.findings.values()
    ended = [_delay(review, to.to_event(review, event), event, event.delay) for event in events if event.delay]
    others = [_delay(review, to.to_finding(review, each), each, each.delay) for each in findings if each.delay]
    columns = ("What", "What the document says", "Standard that it names", "Our calculation", "Document")
    caption = "Waits that the document mentions, and the standard where it names one"
    return Table("delays--table", caption, columns, (*ended, *others))


def _delay(review: Review, ref: Ref, record: Event | Finding, delay: Delay) -> Row:
    standard, measure = delay.standard, review.measures[record.id]
    return Row(
        (
            (Ref(delay.what, ref.address, ref.text),),
            (delay.happened,),
            (standard.words if standard else "none",),
            (" ".join(_calculation(measure, delay)) or "none",),
            to.to_places(review, record.cites),
        ),
        late=2 if measure.beyond is Beyond.YES else None,
    )


def _calculation(measure: Measure, delay: Delay) -> Iterator[str]:
    """What we count from the dates, what we take for granted, and whether that is beyond the standard."""
    if measure.wait and measure.calculated:
        fewest, most, unit = measure.wait.fewest, measure.wait.most, measure.unit.label
        yield f"{counted(fewest, unit)} or more." if most is None else f"{spread(fewest, most, unit)}."
        if delay.assumes:
            yield delay.assumes
    if delay.standard:
        yield f"Longer than the standard: {_beyond(measure, delay.standard)}."


def _beyond(measure: Measure, standard: Standard) -> str:
    """Whether the wait is beyond the standard, with the reasoning where even the shortest possible wait is."""
    word = measure.beyond.label if measure.beyond else ""
    if measure.by is None:
        return word
    least = counted(standard.number + measure.by, standard.unit.label)
    wait = f"{least}, and the standard is {standard.number}"
    if measure.shortest:
        first, last = map(in_words, measure.shortest)
        wait = f"the shortest possible wait, from {first} to {last}, is {wait}"
    return f"{word}, by at least {counted(measure.by, standard.unit.label)}: {wait}"


def evidence(review: Review) -> Table:
    """Each finding with the recommendations that respond to it."""
    rows = tuple(
        Row(
            (
                (to.to_finding(review, finding),),
                (finding.kind.label,),
                to.to_places(review, finding.cites),
                _answers(review, finding) or ("none",),
            )
        )
        for finding in review.findings.values()
    )
    caption = "Findings, and the recommendations that we link to them"
    return Table("evidence--table", caption, ("Finding", "Kind", "Document", "Recommendations"), rows)


def _answers(review: Review, finding: Finding) -> tuple[Item, ...]:
    """The recommendations that respond to a finding, each with the basis of the link."""
    answers = review.answers_to.get(finding.id, ())
    refs = [(to.to_recommendation(review, rec), link) for rec, link in answers]
    return tuple(Ref(f"{ref.text} ({link.basis.label})", ref.address, link.reason or ref.title) for ref, link in refs)


def gaps(collection: Collection, review: Review) -> tuple[Step, ...]:
    """What the links leave open, in words."""
    found = review.gaps

    def step(label: str, mentions: tuple[Mention, ...], of: int) -> Step:
        return Step(f"{label}: {len(mentions)} of {of}", mentions, "None.")

    return (
        step(
            "Findings with no recommendation linked to them",
            tuple(to.finding_mention(review, finding, kind=True) for finding in found.findings),
            len(review.findings),
        ),
        step(
            "Recommendations with no finding linked to them",
            tuple(to.recommendation_mention(review, rec) for rec in found.recommendations),
            len(review.recommendations),
        ),
        step(
            "Agencies that an event concerns, but with no recommendation addressed to them",
            tuple(_without(collection, review, agency) for agency in found.agencies),
            len(review.events_of),
        ),
        step(
            "Paragraphs that no record cites",
            tuple(Mention(ref) for ref in to.to_places(review, found.paragraphs)),
            len(review.paragraphs),
        ),
    )


def _without(collection: Collection, review: Review, agency: Slug) -> Mention:
    """An agency that no recommendation addresses, with the management review that it was asked for."""
    asked = review.involvements[agency].management_review
    note = "was asked for a management review" if asked else ""
    return Mention(to.to_agency(collection, agency, review), to.to_places(review, asked), note=note)


def management_reviews(collection: Collection, review: Review) -> Table:
    """The agencies that were asked for a management review, and how many recommendations address each."""

    def asked(agency: Slug, by: AddressedBy) -> str:
        found = review.recommendations_to.get(agency, ())
        return str(sum(review.addressees(rec)[agency] is by for rec in found))

    rows = tuple(
        Row(
            (
                (to.to_agency(collection, part.agency, review),),
                to.to_places(review, part.management_review),
                *((asked(part.agency, by),) for by in AddressedBy),
            )
        )
        for part in review.involvements.values()
        if part.management_review
    )
    caption = "Agencies that were asked for an individual management review, and the recommendations addressed to them"
    columns = ("Agency", "Document", *(f"Addressed {by.label}" for by in AddressedBy))
    return Table("management-reviews--table", caption, columns, rows)


def review_events(review: Review) -> Table:
    """The review track, a line each."""
    rows = tuple(
        Row(((to.to_event(review, event),), (event.when,), to.to_places(review, event.cites)))
        for event in review.track(Track.REVIEW)
    )
    return Table(
        "review-track--table", "How the review was carried out and published", ("Event", "When", "Document"), rows
    )


def sections(review: Review) -> Table:
    """The document's sections."""
    rows = []
    for section in review.head.sections:
        first, last = section.paragraphs
        heading = Ref(section.heading, addresses.review(review.slug, "paragraphs", f"section--{section.id}"))
        within = next((s.heading for s in review.head.sections if s.id == section.under), "–")
        numbers = Ref(from_to(first, last, "¶"), addresses.place(review.slug, first))
        rows.append(Row(((heading,), (within,), (numbers,))))
    return Table("sections--table", "The document's sections", ("Section", "Part of", "Paragraphs"), tuple(rows))


def vocabulary(words: type[Word], id_: str, caption: str) -> Table:
    """A closed vocabulary with its meanings."""
    rows = tuple(Row(((word.label,), (word.meaning,))) for word in words)
    return Table(id_, caption, ("Word", "What we mean by it"), rows)


def finding_kinds() -> Table:
    """The kinds of finding."""
    return vocabulary(FindingKind, "finding-kinds--table", "Kinds of finding")


def beyond() -> Table:
    """What is said of a wait that has a standard."""
    return vocabulary(Beyond, "beyond--table", "Longer than the standard? Our calculation")


def acts() -> Table:
    """The kinds of act that a recommendation asks for."""
    return vocabulary(Act, "acts--table", "What a recommendation asks for")


def records() -> tuple[tuple[str, str, Table], ...]:
    """For each file: its path, what one of its records is, and a table of its keys."""
    return tuple((file.path, _first_line(file.model), _keys(file)) for file in all_files())


def _keys(file: File) -> Table:
    """The keys of a file's records; those within another stand behind it."""
    rows = tuple(
        Row(
            (
                (" › ".join(key.path),),
                ("required" if key.required else "optional",),
                (key.what + (f" One of: {', '.join(key.words)}." if key.words else ""),),
                (key.example or "keys of its own, below",),
            )
        )
        for key in describe.keys(file.model)
    )
    return Table(
        f"{file.kind}--table",
        f"Keys of {file.path}",
        ("Key", "Required or optional?", "What it holds", "Example"),
        rows,
    )


def release(collection: Collection) -> tuple[Fact, ...]:
    """From what the site was built."""
    built = collection.release
    return (
        Fact("Version", (built.version or "not noted",)),
        Fact("Commit", (built.commit or "not noted",)),
    )


def open_data(collection: Collection) -> Table:
    """The files that may be taken away."""
    files = [(file.path, file.what) for file in exports.files(collection)]
    files.append((addresses.FEED, "An Atom feed of the reviews and their recommendations."))
    rows = tuple(Row(((Ref(f"/{path}", f"/{path}"),), (what,))) for path, what in files)
    return Table("open-data--table", "The files, and what each holds", ("Address", "What it holds"), rows)


def _first_line(model: type[Record]) -> str:
    return (model.__doc__ or "").partition("\n")[0]
