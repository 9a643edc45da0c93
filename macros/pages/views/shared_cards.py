"""What reviews share, as cards: themes, agencies, the glossary, helplines."""

from __future__ import annotations

from collections.abc import Iterable

from ...collection import Collection, Review, addresses
from ...reading import counted
from .. import links as to
from ..shapes import Card, Fact, Group, Item, Mention, Outside, Ref, Step
from .cards import noted


def themes(collection: Collection) -> tuple[Group, ...]:
    """The themes, with the findings and recommendations of every review."""
    cards = []
    for theme in collection.themes.values():
        lists = []
        for review in collection.reviews.values():
            found = [f for f in review.findings.values() if theme.id in f.themes]
            asked = [r for r in review.recommendations.values() if theme.id in r.themes]
            name = review.head.short_title
            lists += [
                Step(f"{name}: {counted(len(found), 'finding')}", tuple(to.finding_mention(review, f) for f in found)),
                Step(
                    f"{name}: {counted(len(asked), 'recommendation')}",
                    tuple(to.recommendation_mention(review, r) for r in asked),
                ),
            ]
        shown = tuple(step for step in lists if step.mentions)
        empty = (Step("In the reviews", (), "No finding or recommendation has this theme."),)
        cards.append(Card(theme.id, theme.title, theme.meaning, lists=shown or empty, formerly=theme.formerly))
    return (Group("all--themes", "All themes", tuple(cards), quiet=True),)


def all_agencies(collection: Collection) -> tuple[Group, ...]:
    """The agencies of all reviews, each with its part in every one."""
    cards = []
    for agency in collection.agencies.values():
        parts = [review for review in collection.reviews.values() if agency.id in review.involvements]
        lists = tuple(_part(review, agency.id) for review in parts)
        above = [to.to_agency(collection, agency.part_of)] if agency.part_of else []
        cards.append(
            Card(
                agency.id,
                agency.name,
                "",
                label=agency.kind.label,
                lists=lists or (Step("In the reviews", (), "No review mentions it."),),
                formerly=agency.formerly,
                facts=noted(Fact("Part of", tuple(above))),
            )
        )
    return (Group("all--agencies", "All agencies", tuple(cards), quiet=True),)


def _part(review: Review, agency: str) -> Step:
    counts = (
        counted(len(review.recommendations_to.get(agency, ())), "recommendation"),
        counted(len(review.findings_of.get(agency, ())), "finding"),
        counted(len(review.events_of.get(agency, ())), "event"),
    )
    part = Ref("Its part in the review", addresses.of(review.slug, review.involvements[agency]))
    return Step(f"{review.head.short_title}: {', '.join(counts)}", (Mention(part), *_asked(review, agency)))


def _asked(review: Review, agency: str) -> tuple[Mention, ...]:
    return tuple(to.asked_mention(review, rec, agency) for rec in review.recommendations_to.get(agency, ()))


def glossary(collection: Collection) -> tuple[Group, ...]:
    """The glossary under its first letters."""
    letters: dict[str, list[Card]] = {}
    for term in sorted(collection.terms.values(), key=lambda t: (t.short or t.term).lower()):
        letters.setdefault((term.short or term.term)[0].upper(), []).append(_term(collection, term.id))
    return tuple(Group(f"letter--{key.lower()}", key, tuple(cards), quiet=True) for key, cards in letters.items())


def _term(collection: Collection, key: str) -> Card:
    term = collection.terms[key]
    used = [
        Fact(f"In {review.head.short_title}", to.to_places(review, review.using[key]))
        for review in collection.reviews.values()
        if key in review.using
    ]
    return Card(
        id=term.id,
        formerly=term.formerly,
        title=f"{term.short} ({term.term})" if term.short else term.term,
        text=term.meaning,
        notes=noted(Fact("Today", (term.today or "",))),
        facts=noted(*used, _sources(collection, term.sources)),
        brief=term.short or term.term,
    )


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
