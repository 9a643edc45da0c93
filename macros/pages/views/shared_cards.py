"""What reviews share, as cards: themes, agencies, the glossary, helplines.

On the page of all of them, a card tells of the latest reviews only; one that more reviews tell of has pages of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...collection import Collection, Review, addresses, counts
from ...reading import counted
from ...records import Agency, SharedPage, Term, Theme
from .. import links as to
from ..paging import LATEST, REVIEWS, in_pages, pager
from ..shapes import Card, Fact, Group, Item, Mention, Outside, Ref, Step
from .cards import drawn_once, noted


@dataclass(frozen=True)
class Kind:
    """A kind of record that reviews share."""

    records: Callable[[Collection], Mapping[str, Any]]
    tells: Callable[[Review, str], bool]
    """Whether a review tells of the record with an id."""
    card: Callable[[Collection, Any, Sequence[Review]], Card]
    """The card of a record, with what these reviews tell of it."""
    title: Callable[[Any], str]

    def reviews(self, collection: Collection, key: str) -> tuple[Review, ...]:
        """The reviews that tell of a record, the latest first."""
        return tuple(review for review in collection.latest_first if self.tells(review, key))


@drawn_once
def themes(collection: Collection) -> tuple[Group, ...]:
    """The themes, each with the findings and recommendations of the latest reviews."""
    groups = (Group("all--themes", "All themes", _cards(collection, KINDS["themes"]), quiet=True),)
    return (*groups, *_retired(collection, SharedPage.THEMES))


@drawn_once
def all_agencies(collection: Collection) -> tuple[Group, ...]:
    """The agencies of all reviews, each with its part in the latest."""
    groups = (Group("all--agencies", "All agencies", _cards(collection, KINDS["agencies"]), quiet=True),)
    return (*groups, *_retired(collection, SharedPage.AGENCIES))


@drawn_once
def glossary(collection: Collection) -> tuple[Group, ...]:
    """The glossary under its first letters."""
    letters: dict[str, list[Card]] = {}
    for card in sorted(_cards(collection, KINDS["glossary"]), key=lambda card: card.brief.lower()):
        letters.setdefault(card.brief[0].upper(), []).append(card)
    groups = tuple(Group(f"letter--{key.lower()}", key, tuple(cards)) for key, cards in letters.items())
    return (*groups, *_retired(collection, SharedPage.GLOSSARY))


def _retired(collection: Collection, page: SharedPage) -> tuple[Group, ...]:
    """The shared records that a page no longer has: their addresses stay, and say so."""
    cards = tuple(
        Card(each.id, each.title, each.reason, label=f"Withdrawn · {each.on.words}", formerly=each.formerly)
        for each in collection.retired
        if each.page is page
    )
    return (Group(f"withdrawn--{page.value}", "Withdrawn", cards),) if cards else ()


def in_full(collection: Collection, kind: str, key: str, page: int) -> tuple[Group, ...]:
    """A shared record alone, with what so many reviews to a page tell of it."""
    record = KINDS[kind].records(collection)[key]
    pages = in_pages(KINDS[kind].reviews(collection, key), REVIEWS)
    card = KINDS[kind].card(collection, record, pages[page - 1])
    links = pager(addresses.of_shared_in_full(record), page, len(pages))
    return (Group(f"all--{key}", KINDS[kind].title(record), (replace(card, quiet=True),), quiet=True, pager=links),)


def title(collection: Collection, kind: str, key: str) -> str:
    """What a shared record is called."""
    return KINDS[kind].title(KINDS[kind].records(collection)[key])


def grown(collection: Collection) -> Iterator[tuple[str, str, int]]:
    """The records of which more reviews tell than their card can hold: their kind, their id, and how many pages."""
    for name, kind in KINDS.items():
        for key in kind.records(collection):
            reviews = kind.reviews(collection, key)
            if len(reviews) > LATEST:
                yield name, key, len(in_pages(reviews, REVIEWS))


def _cards(collection: Collection, kind: Kind) -> tuple[Card, ...]:
    return tuple(_bounded(collection, kind, key, record) for key, record in kind.records(collection).items())


def _bounded(collection: Collection, kind: Kind, key: str, record: Any) -> Card:
    """A record's card with what the latest reviews tell of it, and the way to the others."""
    reviews = kind.reviews(collection, key)
    card = kind.card(collection, record, reviews[:LATEST])
    if len(reviews) <= LATEST:
        return card
    words = f"All {counted(len(reviews), 'review')} that tell of it; here are the latest {LATEST}"
    return replace(card, more=Ref(words, addresses.of_shared_in_full(record)))


def _theme(_: Collection, theme: Theme, reviews: Sequence[Review]) -> Card:
    lists = []
    for review in reviews:
        found = review.findings_under.get(theme.id, ())
        asked = review.recommendations_under.get(theme.id, ())
        name = review.head.short_title
        lists += [
            Step(f"{name}: {counted(len(found), 'finding')}", tuple(to.finding_mention(review, f) for f in found)),
            Step(
                f"{name}: {counts.said_of(review, asked)}",
                tuple(to.recommendation_mention(review, r) for r in asked),
            ),
        ]
    shown = tuple(step for step in lists if step.mentions)
    empty = (Step("In the reviews", (), "No finding or recommendation has this theme."),)
    return Card(theme.id, theme.title, theme.meaning, lists=shown or empty, formerly=theme.formerly)


def _agency(collection: Collection, agency: Agency, reviews: Sequence[Review]) -> Card:
    lists = tuple(_part(review, agency.id) for review in reviews)
    above = [to.to_agency(collection, agency.part_of)] if agency.part_of else []
    return Card(
        agency.id,
        agency.name,
        "",
        label=agency.kind.label,
        lists=lists or (Step("In the reviews", (), "No review mentions it."),),
        formerly=agency.formerly,
        facts=noted(Fact("Part of", tuple(above))),
    )


def _part(review: Review, agency: str) -> Step:
    numbers = (
        counts.said_of(review, review.recommendations_to.get(agency, ())),
        counted(len(review.findings_of.get(agency, ())), "finding"),
        counted(len(review.events_of.get(agency, ())), "event"),
    )
    part = Ref("Its part in the review", addresses.of(review.slug, review.involvements[agency]))
    asked = (to.asked_mention(review, rec, agency) for rec in review.recommendations_to.get(agency, ()))
    return Step(f"{review.head.short_title}: {', '.join(numbers)}", (Mention(part), *asked))


def _term(collection: Collection, term: Term, reviews: Sequence[Review]) -> Card:
    used = [Fact(f"In {review.head.short_title}", to.to_places(review, review.using[term.id])) for review in reviews]
    return Card(
        id=term.id,
        formerly=term.formerly,
        title=_full(term),
        text=term.meaning,
        notes=noted(Fact("Today", (term.today or "",))),
        facts=noted(*used, _sources(collection, term.sources)),
        brief=term.short or term.term,
    )


def _full(term: Term) -> str:
    return f"{term.short} ({term.term})" if term.short else term.term


KINDS: Mapping[str, Kind] = {
    "themes": Kind(
        lambda collection: collection.themes,
        lambda review, key: key in review.findings_under or key in review.recommendations_under,
        _theme,
        lambda theme: theme.title,
    ),
    "agencies": Kind(
        lambda collection: collection.agencies,
        lambda review, key: key in review.involvements,
        _agency,
        lambda agency: agency.name,
    ),
    "glossary": Kind(lambda collection: collection.terms, lambda review, key: key in review.using, _term, _full),
}
"""By the page on which they stand."""


def helplines(collection: Collection) -> tuple[Group, ...]:
    """The numbers to ring."""
    cards = tuple(
        Card(
            id=line.id,
            formerly=line.formerly,
            title=line.name,
            text=line.helps,
            notes=noted(Fact("Note", (line.note or "",))),
            facts=noted(
                Fact("Ring", (Outside(line.number, "tel:" + line.number.replace(" ", "")),)),
                Fact("Open", (line.hours or "",)),
                _sources(collection, line.sources),
            ),
        )
        for line in collection.helplines.values()
    )
    return (Group("all--helplines", "Numbers to ring", cards, quiet=True),)


def _sources(collection: Collection, sources: Iterable[str]) -> Fact:
    found = [collection.sources[each] for each in sources]
    items: tuple[Item, ...] = tuple(Outside(f"{each.title} ({each.publisher})", each.url) for each in found)
    days = sorted({each.checked.words for each in found})
    return Fact("Source", items, f"checked {', '.join(days)}" if days else "")
