"""`python -m macros`: check the data as the build does, write the schemas, lay a new review."""

from __future__ import annotations

import argparse
import json
import socket
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from .authoring import bring_in, extract, new_review, outline, schemas, skeleton, spreadsheets, stubs
from .collection import Collection, Review, counts
from .opendata import release
from .pages import parts
from .reading import BrokenData, Refused, counted, one_of
from .records import ADDRESSES
from .vetting import cleaning, fidelity, load, permanence, reading_age, source


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 when there are complaints."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="the folder that holds data/ and docs/")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check the data and the pages")
    check.add_argument("--github", action="store_true", help="write complaints as GitHub Actions' annotations")
    check.add_argument("--source", type=Path, help="a document's text, to hold a review against")
    check.add_argument("--review", help="which review, where there are several")
    check.add_argument("--reading-age", action="store_true", help="say how old readers must be (needs textstat)")
    commands.add_parser("schema", help="write the JSON Schemas of the records")
    commands.add_parser("addresses", help="note the addresses that are published now, so that none is lost later")
    whole = commands.add_parser("digest", help="one number for all that a folder holds")
    whole.add_argument("folder", type=Path)
    seen = commands.add_parser(
        "clean-file", help="save a picture, a drawing or a PDF with what it shows and nothing else"
    )
    seen.add_argument("file", type=Path)
    finished = commands.add_parser("publish", help="put a finished site in the place of the last one")
    finished.add_argument("new", type=Path)
    finished.add_argument("site", type=Path)
    free = commands.add_parser("free", help="say whether a port is in use")
    free.add_argument("port", type=int)
    new = commands.add_parser("new-review", help="lay the folders of a new review")
    new.add_argument("name", help="its folder's name: small letters, digits and hyphens")
    new.add_argument("--paragraphs", default="", help="lay so many numbered stubs in place of the example")
    new.add_argument("--lists", default="", help="lists of recommendations, as in partnership:4,agencies:6")
    new.add_argument("--kind", default="", help="what kind of document it is, as in domestic-homicide-review")
    brought = commands.add_parser("import", help="lay a draft from a document: PDF, Word or text")
    brought.add_argument("file", type=Path)
    brought.add_argument("--review", required=True, help="its folder's name")
    sheets = commands.add_parser("sheets", help="lay a draft's paragraphs, events and recommendations as spreadsheets")
    sheets.add_argument("--review", required=True, help="its folder's name")
    taken = commands.add_parser("take-in", help="take a spreadsheet that was filled in into a draft")
    taken.add_argument("file", type=Path)
    taken.add_argument("--review", required=True, help="its folder's name")
    kept = commands.add_parser("keep-part", help="take a part of a site from the folder in which it was built")
    kept.add_argument("site", type=Path)
    kept.add_argument("part", help="which, as in 3/8")
    kept.add_argument("into", type=Path, help="the folder of all parts")
    joined = commands.add_parser("join", help="put the parts into the site that holds all but them")
    joined.add_argument("parts", type=Path)
    joined.add_argument("site", type=Path)
    commands.add_parser("parts", help="the parts in which a collection of this size is built, as JSON")
    options = parser.parse_args(arguments)
    try:
        return COMMANDS[options.command](options)
    except BrokenData as broken:
        print(broken.annotations() if getattr(options, "github", False) else broken.report())
    except Refused as refused:
        print(refused)
    return 1


def _check(options: argparse.Namespace) -> int:
    collection = load(options.root)
    _examples()
    if options.source:
        _compare(collection, options)
    for review in collection.reviews.values():
        draft = f" (draft, {_gists_written(review)})" if review.head.draft else ""
        print(f"{review.slug}{draft}: " + ", ".join(counts.said(review, what) for what in counts.of(review)))
    if options.reading_age:
        _reading_ages(collection)
    print(f"{counted(len(collection.reviews), 'review')}, no complaints")
    return 0


def _reading_ages(collection: Collection) -> None:
    """Say how old readers must be, and which texts ask for most."""
    least, most = reading_age.AIM
    for slug, found in reading_age.measured(collection):
        print(f"{slug}: half of its texts can be followed at {found.middle}; the aim is {least} to {most}")
        for hint in found.hints:
            print(f"  hint: {hint}")


def _gists_written(review: Review) -> str:
    """What is left to do of a draft, as a number that rises: '12 of 38 gists written'."""
    written = sum(each.gist != skeleton.TO_WRITE for each in review.paragraphs.values())
    return f"{written} of {counted(len(review.paragraphs), 'gist')} written"


def _compare(collection: Collection, options: argparse.Namespace) -> None:
    """Hold a review against its document. Raises BrokenData with all that differs, Refused where one is not there."""
    slugs = [options.review] if options.review else list(collection.reviews)
    if len(slugs) != 1 or slugs[0] not in collection.reviews:
        raise Refused(f"--review should name one of the reviews; {one_of(collection.reviews, options.review or '')}")
    review = collection.reviews[slugs[0]]
    found = list(fidelity.complaints(review, source.read(options.source, review), options.root))
    if found:
        raise BrokenData(found)
    print(f"{review.slug}: nothing differs from {options.source}")


def _examples() -> None:
    """Raises BrokenData where a key of a record has no example to stand beside it."""
    found = list(skeleton.complaints())
    if found:
        raise BrokenData(found)


def _schema(options: argparse.Namespace) -> int:
    _examples()
    for path, text in schemas.written():
        (options.root / path).parent.mkdir(parents=True, exist_ok=True)
        (options.root / path).write_text(text, encoding="utf-8", newline="\n")
        print(path)
    return 0


def _addresses(options: argparse.Namespace) -> int:
    # Not held against the list itself: of a review that was taken down, this takes the titles out of it.
    text = permanence.written(load(options.root, promised=False).without_drafts(), options.root)
    (options.root / ADDRESSES).write_text(text, encoding="utf-8", newline="\n")
    print(ADDRESSES)
    return 0


def _digest(options: argparse.Namespace) -> int:
    print(f"sha256 {release.digest(options.folder)}  {options.folder}/")
    return 0


def _publish(options: argparse.Namespace) -> int:
    """Print a finished site's digest, and put it where the last one is."""
    print(f"sha256 {release.digest(options.new)}  {options.site}/")
    release.put_in_place(options.new, options.site)
    return 0


def _clean_file(options: argparse.Namespace) -> int:
    taken = cleaning.clean(options.file)
    print(f"{options.file}: {'taken out: ' + ', '.join(taken) if taken else 'there was nothing to take out'}")
    return 0


def _free(options: argparse.Namespace) -> int:
    """Raises Refused where something listens at a port already: said before anything is built."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", options.port))
        except OSError:
            right = f"stop what uses it, or choose another: make serve PORT={options.port + 1}"
            raise Refused(f"the port {options.port} is in use; {right}") from None
    return 0


def _new_review(options: argparse.Namespace) -> int:
    plan = stubs.plan(options.paragraphs, options.lists, options.kind)
    for path in new_review.create(options.root, options.name, load(options.root), plan):
        print(path)
    for path in spreadsheets.lay(options.root, options.name):
        print(path)
    print(
        f"A draft: see it with `make serve` at /reviews/{options.name}/, and change the files above into your review."
    )
    return 0


def _import(options: argparse.Namespace) -> int:
    found = outline.outline(extract.lines(options.file))
    for path in bring_in.create(options.root, options.review, load(options.root), found):
        print(path)
    sections, items = counted(len(found.sections), "section"), counted(len(list(found.paragraphs)), "paragraph")
    recommendations = counted(sum(len(each.items) for each in found.lists), "recommendation")
    lists = counted(len(found.lists), "list")
    left = counted(sum(bool(line.text.strip()) for line in found.left), "line")
    print(f"Found {items} in {sections}, and {recommendations} in {lists}; {left} left over.")
    print(f"The text stands beside each number in {bring_in.WORK}/{options.review}.md, which git ignores.")
    return 0


def _sheets(options: argparse.Namespace) -> int:
    for path in spreadsheets.lay(options.root, options.review):
        print(path)
    return 0


def _take_in(options: argparse.Namespace) -> int:
    print(spreadsheets.take_in(options.root, options.review, options.file))
    return 0


def _keep_part(options: argparse.Namespace) -> int:
    commit = release.of(options.root, "").commit
    print(parts.keep(options.site, parts.read_part(options.part), options.into, commit).as_posix())
    return 0


def _join(options: argparse.Namespace) -> int:
    parts.join(options.parts, options.site, release.of(options.root, "").commit)
    return 0


def _parts(options: argparse.Namespace) -> int:
    folders = [each for each in (options.root / "data" / "reviews").iterdir() if each.is_dir()]
    print(json.dumps(parts.divided(len(folders))))
    return 0


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "schema": _schema,
    "addresses": _addresses,
    "digest": _digest,
    "publish": _publish,
    "clean-file": _clean_file,
    "free": _free,
    "new-review": _new_review,
    "import": _import,
    "sheets": _sheets,
    "take-in": _take_in,
    "keep-part": _keep_part,
    "join": _join,
    "parts": _parts,
}


if __name__ == "__main__":
    sys.exit(main())
