"""Measures a project: a collection of each size, built and checked, and compared with plain pages."""

from __future__ import annotations

import compileall
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from yaml.nodes import MappingNode, Node, SequenceNode

from macros.reading import counted

from . import collections, figures, plain, profiling
from .figures import BUILD, CHECK, PLAIN, WITHOUT_SEARCH, Figures, Measured, Profile, Words
from .machine import commit, machine
from .measuring import Job, in_turn, run
from .sizes import weigh

SEARCH = ("search", "material/search")
"""The names under which MkDocs knows the search plugin."""

Say = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """What to measure."""

    project: Path
    reviews: tuple[int, ...]
    """The sizes, each once, from the smallest."""
    plain: tuple[int, ...]
    """The sizes at which plain pages are built as well."""
    runs: int
    seed: int


@dataclass(frozen=True)
class Folders:
    """Where one collection and its sites are, while they are measured."""

    work: Path

    @property
    def project(self) -> Path:
        """The collection."""
        return self.work / "project"

    @property
    def plain(self) -> Path:
        """The project of its plain pages."""
        return self.work / "plain"

    def site(self, name: str) -> Path:
        """The site that a command builds."""
        return self.work / "sites" / name.replace(" ", "-")


def measure(plan: Plan, say: Say) -> Figures:
    """All figures of a project. Raises Failed where a command fails, Differs where the plain pages are not ours."""
    sizes: list[Measured] = []
    profile = Profile(0, {})
    for reviews in plan.reviews:
        with TemporaryDirectory(prefix="bench-") as work:
            folders = Folders(Path(work))
            sizes.append(_measured(plan, reviews, folders, _of(reviews, say)))
            if reviews == figures.reference(plan.reviews):
                say(f"{counted(reviews, 'review')}: a profiled build")
                profile = Profile(reviews, _profile(folders))
    return Figures(commit(plan.project), machine(), plan.runs, plan.seed, tuple(sizes), profile)


def _of(reviews: int, say: Say) -> Say:
    """Says of which size something is said."""
    return lambda what: say(f"{counted(reviews, 'review')}: {what}")


def _measured(plan: Plan, reviews: int, folders: Folders, say: Say) -> Measured:
    """The figures of one size."""
    collections.make(plan.project, folders.project, reviews, plan.seed)
    compileall.compile_dir(folders.project / "macros", quiet=1)  # so that the first run does no more than the others
    compared = reviews in plan.plain
    taken = in_turn(_jobs(folders, compared, say), plan.runs, say)
    words = _words(folders) if compared else None
    return Measured(reviews, weigh(folders.site(BUILD)), taken, words)


def _jobs(folders: Folders, compared: bool, say: Say) -> dict[str, Job]:
    """The commands to measure at one size, in the order in which they take turns."""
    check = (sys.executable, "-m", "macros", "check")
    jobs = {CHECK: Job(check, folders.project), BUILD: Job(_build(folders.site(BUILD), "--strict"), folders.project)}
    if not compared:
        return jobs
    bare = without_search((folders.project / "mkdocs.yml").read_text(encoding="utf-8"))
    if bare is not None:
        (folders.project / "without-search.yml").write_text(bare, encoding="utf-8")
        command = _build(folders.site(WITHOUT_SEARCH), "--strict", "--config-file", "without-search.yml")
        jobs[WITHOUT_SEARCH] = Job(command, folders.project)
    jobs[PLAIN] = Job(_build(folders.site(PLAIN)), folders.plain, lambda: _write_plain(folders, say))
    return jobs


def _build(site: Path, *options: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "mkdocs", "build", *options, "--site-dir", str(site))


def _write_plain(folders: Folders, say: Say) -> None:
    say("turning the pages into plain Markdown")
    folders.plain.mkdir()
    plain.write(folders.site(BUILD), folders.plain)


def _words(folders: Folders) -> Words:
    """The words of both sites. Raises Differs unless they hold the same."""
    ours, theirs = plain.content(folders.site(BUILD)), plain.content(folders.site(PLAIN))
    plain.compare(ours, theirs)
    return Words(ours.words, theirs.words)


def _profile(folders: Folders) -> dict[str, float]:
    file = folders.work / "profile"
    run(profiling.command(sys.executable, file, folders.site("profiled")), folders.project)
    return profiling.read(file, folders.project)


def without_search(settings: str) -> str | None:
    """An mkdocs.yml without the plugin that indexes the pages for search; None where it has none."""
    whole = collections.compose(settings)
    plugins = next((value for key, value in whole.value if key.value == "plugins"), None)
    if not isinstance(plugins, SequenceNode):
        return None
    kept = [each for each in plugins.value if _plugin(each) not in SEARCH]
    if len(kept) == len(plugins.value):
        return None
    others = [(key, SequenceNode(value.tag, kept) if value is plugins else value) for key, value in whole.value]
    return collections.serialize(MappingNode(whole.tag, others))


def _plugin(node: Node) -> str:
    """The name of a plugin, written alone or with its options."""
    name = node.value[0][0].value if isinstance(node, MappingNode) else node.value
    return str(name)
