"""Collections of any size: the project's own review, and further ones with the same records in other words."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

PARTS = ("mkdocs.yml", "pyproject.toml", "data", "docs", "macros", "theme")
"""What a site is built from."""

TEMPLATE = "baby-z"
"""The review whose records the further ones take."""

PROSE = frozenset(
    {
        "agencies_because",
        "assumes",
        "content_note",
        "gist",
        "happened",
        "helps",
        "meaning",
        "placed_because",
        "question",
        "reason",
        "role",
        "subject",
        "text",
        "title",
        "today",
        "turning_point_because",
        "what",
    }
)
"""The keys that hold sentences. All others hold what has to match something: ids, places, dates, headings, names."""

Words = Callable[[str], str]
"""A text → another of about the same length."""

_TOKEN = re.compile(r"¶?\w[\w’'-]*")
_LITTLE = re.compile(r"[a-z]{1,2}")
_PLAIN = re.compile(r"(?<![\w’'./#:-])[a-z]{3,}(?![\w’'/#-])")
_NOT_PROSE = re.compile(r"\A---.*?^---|\{.*?\}|\]\(.*?\)|`.*?`|<.*?>", re.DOTALL | re.MULTILINE)


def make(project: Path, into: Path, reviews: int, seed: int = 1) -> tuple[str, ...]:
    """Write a collection of so many reviews to a new folder, and return their slugs, ``TEMPLATE`` first.

    The same project, number and seed give the same bytes. Raises FileExistsError where the folder is there.
    """
    copy(project, into)
    words = pool(project)
    files = sorted((project / "data" / "reviews" / TEMPLATE).glob("*.yml"))
    records = {file.name: compose(read(file)) for file in files}
    for number in range(2, reviews + 1):
        rng = random.Random(f"{seed} {number}")
        folder = into / "data" / "reviews" / slug(number)
        folder.mkdir()
        for name, node in records.items():
            other = _with_values(reworded(node, _chosen(words, rng)), _head(number, rng) if name == HEAD else {})
            (folder / name).write_text(serialize(other), encoding="utf-8", newline="\n")
        _copy_pages(into / "docs" / "reviews", slug(number))
    _copy_allowances(into / "data" / "allowed.yml", tuple(map(slug, range(2, reviews + 1))))
    return (TEMPLATE, *map(slug, range(2, reviews + 1)))


HEAD = "review.yml"
"""The file that holds what is said about a review as a whole."""


def slug(number: int) -> str:
    """The folder's name of a further review: 'bench-017'."""
    return f"bench-{number:03}"


def copy(project: Path, into: Path) -> None:
    """Copy what a site is built from to a new folder."""
    into.mkdir(parents=True)
    for part in PARTS:
        if (project / part).is_dir():
            shutil.copytree(project / part, into / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(project / part, into / part)


def read(file: Path) -> str:
    """The text of a file."""
    return file.read_text(encoding="utf-8")


def compose(text: str) -> Node:
    """The nodes of a YAML text, so that what is not replaced is written again as it was typed.

    Raises yaml.YAMLError; of a text that holds nothing, too.
    """
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    if node is None:
        raise yaml.YAMLError("there is nothing in it")
    return node


def serialize(node: Node) -> str:
    """The YAML of a node, in UTF-8's own characters and without folding."""
    text: str = yaml.serialize(node, Dumper=yaml.CSafeDumper, allow_unicode=True, width=2**16)
    return text


def pool(project: Path) -> tuple[str, ...]:
    """The plain words of the project's own texts, as often as they are used: lower case, three letters or more.

    Only such words replace others, so nothing in the new texts can look like a name or a date.
    """
    data = (text for file in sorted((project / "data").rglob("*.yml")) for text in prose(compose(read(file))))
    pages = (_NOT_PROSE.sub(" ", read(file)) for file in sorted((project / "docs").rglob("*.md")))
    return tuple(word for text in (*data, *pages) for word in _PLAIN.findall(text))


def prose(node: Node, key: str = "") -> Iterator[str]:
    """Every value below a node that holds sentences; ``key`` is the one under which the node stands."""
    match node:
        case MappingNode():
            for name, value in node.value:
                yield from prose(value, name.value)
        case SequenceNode():
            for each in node.value:
                yield from prose(each, key)
        case ScalarNode() if key in PROSE:
            yield node.value


def reworded(node: Node, words: Words, key: str = "") -> Node:
    """The same records with every value that holds sentences in other words."""
    match node:
        case MappingNode():
            pairs = [(name, reworded(value, words, name.value)) for name, value in node.value]
            return MappingNode(node.tag, pairs, flow_style=node.flow_style)
        case SequenceNode():
            return SequenceNode(
                node.tag, [reworded(each, words, key) for each in node.value], flow_style=node.flow_style
            )
        case ScalarNode() if key in PROSE:
            return ScalarNode(node.tag, words(node.value))
    return node


def _chosen(pool: tuple[str, ...], rng: random.Random) -> Words:
    """Replaces each word by one of the pool, and leaves small words and punctuation, as sentences have them."""

    def chosen(found: re.Match[str]) -> str:
        return found[0] if _LITTLE.fullmatch(found[0]) else rng.choice(pool)

    return lambda text: _TOKEN.sub(chosen, text)


def _head(number: int, rng: random.Random) -> Mapping[str, Words]:
    """How the values of review.yml that tell reviews apart are changed."""
    published, on_site = rng.randint(-3, 12), -rng.randint(0, 2)
    return {
        "short_title": lambda _: f"Bench {number:03}",
        "published": lambda date: _years_later(date, published),
        "on_site": lambda date: _years_later(date, on_site),
    }


def _years_later(date: str, years: int) -> str:
    return f"{int(date[:4]) + years}{date[4:]}"


def _with_values(node: Node, changes: Mapping[str, Words]) -> Node:
    """A record with some of its values changed."""
    if not changes:
        return node
    pairs = [
        (key, ScalarNode(value.tag, changes[key.value](value.value), style=value.style))
        if key.value in changes
        else (key, value)
        for key, value in node.value
    ]
    return MappingNode(node.tag, pairs)


def _copy_allowances(file: Path, slugs: Iterable[str]) -> None:
    """Allow in each further review what is allowed in the one that it repeats."""
    allowed = yaml.safe_load(read(file))
    further = [{**each, "review": slug} for slug in slugs for each in allowed if each.get("review") == TEMPLATE]
    text = yaml.safe_dump([*allowed, *further], allow_unicode=True, sort_keys=False)
    file.write_text(text, encoding="utf-8", newline="\n")


def _copy_pages(reviews: Path, slug: str) -> None:
    """Give a review the pages of the template, each naming it in its front matter."""
    for page in sorted((reviews / TEMPLATE).rglob("*.md")):
        to = reviews / slug / page.relative_to(reviews / TEMPLATE)
        to.parent.mkdir(parents=True, exist_ok=True)
        text = read(page).replace(f"review: {TEMPLATE}\n", f"review: {slug}\n", 1)
        to.write_text(text, encoding="utf-8", newline="\n")
