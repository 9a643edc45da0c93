"""What pages can call: a row for each macro, with what it may be given and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Parameter, Signature
from typing import Any

from markupsafe import escape

from ..collection import Collection, Review, counts
from . import finished, languages
from . import links as to
from .render import render
from .shapes import Contents, Ref
from .views import (
    agency_cards,
    chain_cards,
    document_cards,
    evidence_picture,
    evidence_tables,
    help_tables,
    home,
    narrowing,
    recommendation_tables,
    review_tables,
    shared_cards,
    timeline_picture,
    timeline_rows,
    wait_tables,
)


@dataclass(frozen=True)
class At:
    """Where a macro is called: in which collection, on which page (MkDocs' ``page.url``), and of which review."""

    collection: Collection
    page: str
    of: Review | None = None

    @property
    def review(self) -> Review:
        """The review, for a macro that has to know of which."""
        assert self.of is not None
        return self.of


@dataclass(frozen=True)
class Argument:
    """What a macro may be given."""

    name: str
    kind: str = ""
    """The kind of record whose id it is; nothing for any text."""
    among: Mapping[str, object] | None = None
    """The words that it may be, where they are a closed list: its keys."""
    default: Any = Parameter.empty
    """What it is where a call leaves it out; one without a default cannot be left out."""


@dataclass(frozen=True)
class Macro:
    """A macro: what it may be given, and what it writes into the page."""

    write: Callable[..., str]
    arguments: tuple[Argument, ...] = ()
    needs_review: bool = True
    """Whether it has to know of which review: by `review:` in the page's front matter, or by its argument."""
    is_block: bool = True
    """Whether it stands on a line of its own, and not within a sentence."""

    @property
    def signature(self) -> Signature:
        """What a call may give, by position or by name."""
        either = Parameter.POSITIONAL_OR_KEYWORD
        return Signature([Parameter(each.name, either, default=each.default) for each in self.arguments])


REVIEW = Argument("review", default=None)
TEXT = Argument("text", default="")
"""Words to show instead of the record's own."""


def _block(template: str, view: Callable[..., Any], *arguments: Argument) -> Macro:
    """A block of a review, drawn by a template from what ``view`` makes of its place and its arguments."""
    return Macro(_drawn(template, view), (*arguments, REVIEW))


def _shared(template: str, view: Callable[..., Any], *arguments: Argument) -> Macro:
    """A block of all reviews."""
    return Macro(_drawn(template, view), arguments, needs_review=False)


def _drawn(template: str, view: Callable[..., Any]) -> Callable[..., str]:
    def write(at: At, **given: Any) -> str:
        context = {"view": view(at, **given), "lang": languages.of(at.of)}
        return finished.block(render(f"{template}.html.jinja", at.page, context))

    return write


def _reference(kind: str, ref: Callable[[At, Any], Ref], needs_review: bool = True) -> Macro:
    """A link to one record from a sentence."""

    def write(at: At, key: str | int, text: str = "") -> str:
        found = ref(at, key)
        context = {"ref": found, "text": text or found.text, "kind": kind}
        return finished.inline(render("reference.html.jinja", at.page, context))

    return Macro(write, (Argument("key", kind), TEXT, REVIEW), needs_review, is_block=False)


def _words(words: Callable[..., str], *arguments: Argument) -> Macro:
    """Words of a review within a sentence."""

    def write(at: At, **given: Any) -> str:
        return finished.inline(escape(words(at.review, **given)))

    return Macro(write, (*arguments, REVIEW), is_block=False)


def _overall(words: Callable[..., str], *arguments: Argument) -> Macro:
    """Words of all reviews within a sentence."""
    return Macro(lambda at, **given: finished.inline(escape(words(at, **given))), arguments, False, is_block=False)


MACROS: Mapping[str, Macro] = {
    # Blocks of a review. On a page with `review:` in its front matter they need no argument.
    "content_note": _block("note", lambda at: at.review.head.content_note),
    "summary": _block("summary", lambda at: review_tables.summary(at.review)),
    "review_figures": _block("figures", lambda at: review_tables.figures(at.review)),
    "ways_in": _block("ways", lambda at: review_tables.ways(at.review)),
    "review_facts": _block("facts", lambda at: review_tables.facts(at.collection, at.review)),
    "sections_table": _block("table", lambda at: review_tables.sections(at.review)),
    "timeline_picture": _block("timeline", lambda at: timeline_picture.timeline(at.review)),
    "delays_table": _block("table", lambda at: wait_tables.delays(at.review)),
    "event_records": _block("timeline_rows", lambda at: timeline_rows.events(at.collection, at.review)),
    "finding_records": _block("groups", lambda at: chain_cards.findings(at.collection, at.review)),
    "event_filters": _block("filters", lambda at: narrowing.of_events(at.collection, at.review)),
    "finding_filters": _block("filters", lambda at: narrowing.of_findings(at.collection, at.review)),
    "recommendation_filters": _block("filters", lambda at: narrowing.of_recommendations(at.collection, at.review)),
    "agency_filters": _block("filters", lambda at: narrowing.of_agencies(at.collection, at.review)),
    "recommendation_records": _block("groups", lambda at: chain_cards.recommendations(at.collection, at.review)),
    "agency_records": _block("groups", lambda at: agency_cards.agencies(at.collection, at.review)),
    "evidence_table": _block("links", lambda at: evidence_tables.evidence(at.collection, at.review)),
    "evidence_picture": _block("flows", lambda at: evidence_picture.evidence(at.collection, at.review)),
    "evidence_gaps": _block("gaps", lambda at: evidence_tables.gaps(at.collection, at.review)),
    "paragraph_contents": _block(
        "contents", lambda at: Contents(document_cards.paragraphs(at.collection, at.review), run=True)
    ),
    "paragraph_records": _block("groups", lambda at: document_cards.paragraphs(at.collection, at.review)),
    "management_reviews_table": _block("table", lambda at: review_tables.management_reviews(at.collection, at.review)),
    "review_events_table": _block("table", lambda at: review_tables.review_events(at.review)),
    "tension_records": _block("groups", lambda at: document_cards.tensions(at.collection, at.review)),
    # Blocks of all reviews together.
    "followed_recommendation": _shared("followed", lambda at: home.followed(at.collection)),
    "latest_reviews": _shared("latest", lambda at: home.latest(at.collection)),
    "reviews_table": _shared("table", lambda at: review_tables.reviews(at.collection)),
    "all_recommendations_table": _shared("table", lambda at: recommendation_tables.all_recommendations(at.collection)),
    "theme_contents": _shared("contents", lambda at: Contents(shared_cards.themes(at.collection), run=True)),
    "theme_records": _shared("groups", lambda at: shared_cards.themes(at.collection)),
    "all_agency_contents": _shared("contents", lambda at: Contents(shared_cards.all_agencies(at.collection))),
    "all_agency_records": _shared("groups", lambda at: shared_cards.all_agencies(at.collection)),
    "glossary_contents": _shared("contents", lambda at: Contents(shared_cards.glossary(at.collection), run=True)),
    "glossary_records": _shared("groups", lambda at: shared_cards.glossary(at.collection)),
    "helpline_records": _shared("groups", lambda at: shared_cards.helplines(at.collection)),
    "finding_kinds_table": _shared("table", lambda at: help_tables.finding_kinds()),
    "beyond_table": _shared("table", lambda at: help_tables.beyond()),
    "acts_table": _shared("table", lambda at: help_tables.acts()),
    "record_tables": _shared("tables", lambda at: help_tables.records()),
    "release_facts": _shared("facts", lambda at: help_tables.release(at.collection)),
    "open_data_table": _shared("table", lambda at: help_tables.open_data(at.collection)),
    # Links to one record from a sentence: each takes an id, and a `text` to show instead of the record's own words.
    "rec": _reference("recommendation", lambda at, key: to.to_place(at.review, key)),
    "event": _reference("event", lambda at, key: to.to_event(at.review, at.review.events[key])),
    "finding": _reference("finding", lambda at, key: to.to_finding(at.review, at.review.findings[key])),
    "para": _reference("place", lambda at, key: to.to_place(at.review, key)),
    "agency": _reference("agency", lambda at, key: to.to_agency(at.collection, key, at.of), needs_review=False),
    "term": _reference("term", lambda at, key: to.to_term(at.collection.terms[key]), needs_review=False),
    # Words in a sentence: '30 recommendations', and what the site calls the review.
    "count": _words(lambda review, key: counts.said(review, key), Argument("key", among=counts.COUNTS)),
    "held": _words(lambda review, form: counts.FORMS[form](review), Argument("form", among=counts.FORMS)),
    "total": _overall(lambda at, key: counts.said_of_all(at.collection, key), Argument("key", among=counts.COUNTS)),
    "review_name": _words(lambda review: review.head.short_title),
}


def call(collection: Collection, name: str, page: str, slug: str | None, *given: Any, **named: Any) -> str:
    """What a macro writes into the page at ``page`` (MkDocs' ``page.url``), which belongs to the review ``slug``."""
    macro = MACROS[name]
    bound = macro.signature.bind(*given, **named)
    bound.apply_defaults()
    arguments = bound.arguments
    slug = arguments.pop(REVIEW.name, None) or slug
    if slug in collection.elsewhere:
        note = render("elsewhere.html.jinja", page, {"words": arguments.get("text") or slug, "block": macro.is_block})
        return finished.block(note) if macro.is_block else finished.inline(note)
    if slug is None and macro.needs_review:
        raise ValueError(f"{name} does not say of which review; add review='…'")
    return macro.write(At(collection, page, collection.reviews[slug] if slug else None), **arguments)


def words(collection: Collection, slug: str | None) -> Mapping[str, Callable[..., str]]:
    """Each macro, as it stands in a sentence on a page of the review ``slug``; a block says nothing there."""

    def said(name: str) -> Callable[..., str]:
        if MACROS[name].is_block:
            return lambda *given, **named: ""
        return lambda *given, **named: call(collection, name, "", slug, *given, **named)

    return {name: said(name) for name in MACROS}
