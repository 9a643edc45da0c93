"""The macros of the site. This is the only file that knows MkDocs."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from logging import getLogger
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from markupsafe import escape

from .collection import Collection, addresses, counts
from .opendata import at_old_addresses, files, linked, release
from .pages import Share, calls, citation, description, feed, finished, grown, moved_pages, row_files
from .reading import BrokenData, Refused
from .search import write as write_search
from .vetting import forget, load

ROOT = Path(__file__).parents[1]


def define_env(env: Any) -> None:
    """Load the data and give the pages their macros. Called by mkdocs-macros-plugin at every build.

    A draft is shown where mkdocs.yml says `drafts` and MkDocs serves; a build has neither its pages nor its records.
    """
    extra = env.conf["extra"]
    _know_the_time()
    os.umask(0o022)  # what is published, everybody may read
    try:
        share = Share.of(extra.get("review") or "", extra.get("part") or "")
        whole = load(ROOT, share.only)
    except (BrokenData, Refused) as broken:
        from mkdocs.exceptions import PluginError  # here, so that checking the data needs no MkDocs

        said = broken.report() if isinstance(broken, BrokenData) else broken
        raise PluginError(f"the data cannot be published:\n\n{said}\n") from None
    served = urlparse(env.conf["site_url"] or "").hostname in ("127.0.0.1", "localhost")  # so MkDocs sets it to serve
    if not served:
        forget()
        gc.freeze()  # what was loaded stays to the end: there is nothing in it for the collector to find
    collection = whole if served and extra.get("drafts") else whole.without_drafts()
    collection = replace(collection, release=release.of(ROOT, env.conf["site_url"] or ""))
    if collection.release.why_no_commit:
        getLogger("mkdocs.macros").info("The site names no commit: %s", collection.release.why_no_commit)
    env.variables["collection"], env.variables["share"] = collection, share
    extra["theme_styles"] = list(_theme_styles(env))
    _leave_out(env, "draft_docs", (slug for slug, review in whole.reviews.items() if review.head.draft))
    _leave_out(env, "exclude_docs", whole.elsewhere)
    _hold_a_large_collection(env, collection, share)
    for name in calls.MACROS:
        env.macro(_macro(env, collection, share, name), name)


def _know_the_time() -> None:
    """Take SOURCE_DATE_EPOCH as it is meant, before MkDocs reads it: set to nothing, it is not set."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not given:
        os.environ.pop("SOURCE_DATE_EPOCH", None)
    elif not given.isascii() or not given.isdigit():
        from mkdocs.exceptions import PluginError

        raise PluginError(f"SOURCE_DATE_EPOCH is `{given}`; give whole seconds since 1970, or leave it out")


def _theme_styles(env: Any) -> Iterable[str]:
    """The theme's own styles, whose names change with each of its versions."""
    for folder in map(Path, getattr(env.conf["theme"], "dirs", ())):  # what builds the site may tell none
        for name in ("main", "palette"):
            for file in sorted((folder / "assets" / "stylesheets").glob(f"{name}.*.min.css")):
                yield file.relative_to(folder).as_posix()


def _leave_out(env: Any, setting: str, slugs: Iterable[str]) -> None:
    """Add the pages of some reviews to those that MkDocs leaves out."""
    from pathspec.gitignore import GitIgnoreSpec  # MkDocs' own, too

    before = env.conf.get(setting)
    pages = GitIgnoreSpec.from_lines(f"/reviews/{slug}/" for slug in slugs)
    env.conf[setting] = GitIgnoreSpec([*getattr(before, "patterns", ()), *pages.patterns])


def _hold_a_large_collection(env: Any, collection: Collection, share: Share) -> None:
    """Let MkDocs build the pages that a large collection needs, as if they stood in docs/, and forget what it built."""
    drawn = {page.path: page for page in grown.pages(collection)} if share.shared else {}

    def on_files(files: Any, config: Any) -> Any:
        file = type(next(iter(files)))
        for path in drawn:
            files.append(file.generated(config, path, content=""))
        return files

    def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
        if page.file.src_uri not in drawn:
            return markdown
        here = drawn[page.file.src_uri]
        page.meta["render_macros"] = False  # there are none in it, and braces in a title are no call
        if not here.listed:
            page.meta["review_unlisted"] = True
        return here.draw(page.url)

    # MkDocs draws every page before it writes the first. Until then each waits as bytes, which take half the room of
    # text with a curly quotation mark in it; and what was written is let go.
    waiting: dict[str, bytes] = {}

    def on_page_content(html: str, page: Any, **_: Any) -> str:
        page.meta.setdefault("description", escape(description(html, page.meta)))
        waiting[page.file.src_uri] = html.encode("utf-8")
        page.markdown = ""
        return ""

    def on_page_context(context: Any, page: Any, **_: Any) -> Any:
        page.content = waiting.pop(page.file.src_uri).decode("utf-8")
        return context

    def on_post_page(output: str, page: Any, **_: Any) -> str:
        page.content = ""
        return output

    events = getattr(env.conf["plugins"], "events", None)
    if events is not None:  # what builds the site may have none
        events["files"].append(on_files)
        events["page_markdown"].insert(0, on_page_markdown)  # before the plugin looks for macros
        events["page_content"].append(on_page_content)
        events["page_context"].append(on_page_context)
        events["post_page"].append(on_post_page)


def on_post_page_macros(env: Any) -> None:
    """Tell the theme to which review a page belongs, and where that review's pages are."""
    if finished.is_in(env.page.title or ""):
        del env.page.title  # what the plugin has set; MkDocs takes it from the heading once Markdown has read that
    slug = _review_of(env.page)
    if slug and slug in env.variables["collection"].reviews:
        review = env.variables["collection"].reviews[slug]
        env.page.meta["review_draft"] = review.head.draft
        env.page.meta["review_unlisted"] = not review.head.index
        env.page.meta["review_summary"] = review.head.summary.text
        if env.page.url == addresses.review(slug).lstrip("/"):
            env.page.meta["json_ld"] = linked(env.variables["collection"], review)
        if len(env.variables["collection"].reviews) > 1:
            env.page.meta["review_narrows"] = slug
        env.page.meta["review_title"] = review.head.short_title
        env.page.meta["review_document"] = review.head.title
        env.page.meta["review_citation"] = citation(env.variables["collection"], review)
        env.page.meta["review_pages"] = [
            {"title": counts.page_title(review, page), "url": addresses.review(slug, page).lstrip("/")}
            for page in addresses.pages_of(review.kinds)
        ]


def on_post_build(env: Any) -> None:
    """Write what stands beside MkDocs' own pages: open data, feed, search, and what leads from old addresses to new."""
    collection, share, site = env.variables["collection"], env.variables["share"], Path(env.conf["site_dir"])
    for file in files(collection):
        if share.reviews if file.slug else share.shared:
            _write(site / file.path, file.text())
    if share.shared:
        _write(site / addresses.FEED, feed(collection))
        write_search(collection, ROOT, site, lambda slug: calls.words(collection, slug))
        for path, text in (*at_old_addresses(collection), *moved_pages(collection), *row_files(collection)):
            _write(site / path, text)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _macro(env: Any, collection: Collection, share: Share, name: str) -> Callable[..., str]:
    def macro(*given: Any, **named: Any) -> str:
        slug = _review_of(env.page)
        if not (share.reviews if slug else share.shared):
            return ""
        return calls.call(collection, name, env.page.url, slug, *given, **named)

    return macro


def _review_of(page: Any) -> str | None:
    """The review to which a page belongs: that of its folder, or the one that its front matter names."""
    folder = re.match(r"/?reviews/([^/]+)/(?:[^/]+/)?$", page.url)  # not every builder tells the file
    return page.meta.get("review") or (folder[1] if folder else None)
