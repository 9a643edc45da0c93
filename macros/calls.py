"""What pages can call: each name with the records it shows and the template that shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Parameter, Signature
from typing import Any

from . import cards, matrix, picture, tables, vocabularies
from . import references as to
from .collection import COUNTED, Collection, Review
from .numbers import counted
from .render import as_typed, render
from .shapes import Contents, Ref


@dataclass(frozen=True)
class Block:
    """A macro that draws a block: its template, and what that is given."""

    template: str
    view: Callable[[Collection, Review], Any]


@dataclass(frozen=True)
class SharedBlock:
    """A macro that draws a block from all reviews."""

    template: str
    view: Callable[[Collection], Any]


@dataclass(frozen=True)
class Inline:
    """A macro that links to one record from a sentence: the kind that its argument names, and the link."""

    kind: str
    view: Callable[[Collection, Review, Any], Ref]
    of_review: bool = True
    """Whether it has to know of which review; one that does not may be given none."""


BLOCKS: Mapping[str, Block] = {
    "content_note": Block("note.html.jinja", lambda c, r: r.head.content_note),
    "summary": Block("summary.html.jinja", lambda c, r: (r.head.summary.text, to.to_places(r, r.head.summary.cites))),
    "review_figures": Block("figures.html.jinja", lambda c, r: tables.figures(r)),
    "review_facts": Block("facts.html.jinja", tables.facts),
    "sections_table": Block("table.html.jinja", lambda c, r: tables.sections(r)),
    "timeline_picture": Block("timeline.html.jinja", lambda c, r: picture.timeline(r)),
    "delays_table": Block("table.html.jinja", lambda c, r: tables.delays(r)),
    "event_records": Block("groups.html.jinja", cards.events),
    "finding_contents": Block("contents.html.jinja", lambda c, r: Contents(cards.findings(c, r))),
    "finding_records": Block("groups.html.jinja", cards.findings),
    "recommendations_table": Block("table.html.jinja", tables.recommendations),
    "recommendation_records": Block("groups.html.jinja", cards.recommendations),
    "agency_contents": Block("contents.html.jinja", lambda c, r: Contents(cards.agencies(c, r))),
    "agency_records": Block("groups.html.jinja", cards.agencies),
    "evidence_table": Block("table.html.jinja", lambda c, r: tables.evidence(r)),
    "evidence_picture": Block("matrix.html.jinja", lambda c, r: matrix.evidence(r)),
    "evidence_gaps": Block("lists.html.jinja", tables.gaps),
    "paragraph_contents": Block("contents.html.jinja", lambda c, r: Contents(cards.paragraphs(c, r), run=True)),
    "paragraph_records": Block("groups.html.jinja", cards.paragraphs),
    "management_reviews_table": Block("table.html.jinja", tables.management_reviews),
    "review_events_table": Block("table.html.jinja", lambda c, r: tables.review_events(r)),
    "tension_records": Block("groups.html.jinja", cards.tensions),
}
"""Macros of a review. On a page with `review:` in its front matter they need no argument."""

SHARED_BLOCKS: Mapping[str, SharedBlock] = {
    "reviews_table": SharedBlock("table.html.jinja", tables.reviews),
    "all_recommendations_table": SharedBlock("table.html.jinja", tables.all_recommendations),
    "theme_contents": SharedBlock("contents.html.jinja", lambda c: Contents(vocabularies.themes(c), run=True)),
    "theme_records": SharedBlock("groups.html.jinja", vocabularies.themes),
    "all_agency_contents": SharedBlock("contents.html.jinja", lambda c: Contents(vocabularies.all_agencies(c))),
    "all_agency_records": SharedBlock("groups.html.jinja", vocabularies.all_agencies),
    "glossary_contents": SharedBlock("contents.html.jinja", lambda c: Contents(vocabularies.glossary(c), run=True)),
    "glossary_records": SharedBlock("groups.html.jinja", vocabularies.glossary),
    "helpline_records": SharedBlock("groups.html.jinja", vocabularies.helplines),
    "finding_kinds_table": SharedBlock("table.html.jinja", lambda c: tables.finding_kinds()),
    "record_tables": SharedBlock("tables.html.jinja", lambda c: tables.records()),
    "release_facts": SharedBlock("facts.html.jinja", tables.release),
    "open_data_table": SharedBlock("table.html.jinja", tables.open_data),
    "beyond_table": SharedBlock("table.html.jinja", lambda c: tables.beyond()),
    "acts_table": SharedBlock("table.html.jinja", lambda c: tables.acts()),
}
"""Macros of all reviews together."""

INLINE: Mapping[str, Inline] = {
    "rec": Inline("recommendation", lambda c, r, key: to.to_recommendation(r, r.recommendations[key])),
    "event": Inline("event", lambda c, r, key: to.to_event(r, r.events[key])),
    "finding": Inline("finding", lambda c, r, key: to.to_finding(r, r.findings[key])),
    "para": Inline("place", lambda c, r, key: to.to_place(r, key)),
    "agency": Inline("agency", lambda c, r, key: to.to_agency(c, key, r), of_review=False),
    "term": Inline("term", lambda c, r, key: to.to_term(c.terms[key]), of_review=False),
}
"""Macros for a sentence. Each takes an id, and a `text` to show instead of the record's own words."""

COUNT, NAME = "count", "review_name"
"""The macros for a review's figure in a sentence ({{ count("recommendations") }} is '30 recommendations'), and for what
the site calls it."""

NAMES = frozenset({*BLOCKS, *SHARED_BLOCKS, *INLINE, COUNT, NAME})


def signature(name: str) -> Signature:
    """What a macro may be given."""
    review = Parameter("review", Parameter.POSITIONAL_OR_KEYWORD, default=None)
    text = Parameter("text", Parameter.POSITIONAL_OR_KEYWORD, default="")
    key = Parameter("key", Parameter.POSITIONAL_OR_KEYWORD)
    if name in INLINE:
        return Signature([key, text, review])
    if name == COUNT:
        return Signature([key, review])
    return Signature([] if name in SHARED_BLOCKS else [review])


def of_review(name: str) -> bool:
    """Whether a macro has to know of which review."""
    return name not in SHARED_BLOCKS and (name not in INLINE or INLINE[name].of_review)


def call(collection: Collection, name: str, page: str, slug: str | None, *given: Any, **named: Any) -> str:
    """What a macro writes into the page at ``page`` (MkDocs' ``page.url``), which belongs to the review ``slug``."""
    bound = signature(name).bind(*given, **named)
    bound.apply_defaults()
    if name in SHARED_BLOCKS:
        shared = SHARED_BLOCKS[name]
        return render(shared.template, page, {"view": shared.view(collection)})
    slug = bound.arguments["review"] or slug
    if slug is None and of_review(name):
        raise ValueError(f"{name} does not say of which review; add review='…'")
    review: Any = collection.reviews[slug] if slug else None
    if name in BLOCKS:
        return render(BLOCKS[name].template, page, {"view": BLOCKS[name].view(collection, review)})
    if name in (COUNT, NAME):
        return as_typed(review.head.short_title if name == NAME else _count(review, bound.arguments["key"]))
    ref = INLINE[name].view(collection, review, bound.arguments["key"])
    words = bound.arguments["text"] or ref.text
    return render("reference.html.jinja", page, {"ref": ref, "text": words, "kind": INLINE[name].kind})


def _count(review: Review, what: str) -> str:
    return counted(review.counts[what], COUNTED[what])
