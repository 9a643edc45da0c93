"""Where the time of a build goes: one profiled build, its functions' own time summed by what they belong to."""

from __future__ import annotations

import pstats
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

Function = tuple[str, int, str]
"""A function as a profile names it: its file, its line, its name."""

Shares = Mapping[str, float]
"""To which parts a function's own time belongs, and how much of it to each; together 1."""

MACROS, DRAWING, THEME, REST = "macros/", "Jinja, for macros/", "Jinja, for the theme", "MkDocs and the rest"

PACKAGES = {
    "markdown": "Markdown",
    "material/plugins/search": "search",
    "material/templates": THEME,
    "mkdocs": REST,
    "mkdocs/contrib/search": "search",
    "mkdocs/templates": THEME,
    "mkdocs_macros": "mkdocs-macros-plugin",
    "pymdownx": "Markdown",
    "yaml": "YAML",
}
"""What the code of a package, or of a folder in it, belongs to. All other code works for whatever calls it."""

ROUNDS = 30
"""So many steps of calls are followed from a function to what it works for."""


def command(python: str, profile: Path, site: Path) -> tuple[str, ...]:
    """The command of a profiled build."""
    build = ("-m", "mkdocs", "build", "--strict", "--site-dir", str(site))
    return (python, "-m", "cProfile", "-o", str(profile), *build)


def read(profile: Path, project: Path) -> dict[str, float]:
    """The seconds of each part, the largest first."""
    stats: Any = pstats.Stats(str(profile))
    return by_part(stats.stats, str(project.resolve()))


def by_part(stats: Mapping[Function, Any], project: str) -> dict[str, float]:
    """The same, from pstats' own table; ``project`` is the path of the folder that holds macros/ and theme/."""
    shares = _shares(stats, {function: part(function[0], project) for function in stats})
    seconds: dict[str, float] = defaultdict(float)
    for function, (_, _, own, _, _) in stats.items():
        for name, share in shares[function].items():
            seconds[name] += own * share
    return dict(sorted(seconds.items(), key=lambda each: -each[1]))


def part(path: str, project: str) -> str | None:
    """What the code in a file belongs to by itself; None for what works for others."""
    if path.startswith("<frozen importlib"):
        return "imports"
    if path.startswith(f"{project}/theme/"):
        return THEME
    if path.startswith(f"{project}/macros/"):
        return MACROS if path.endswith(".py") else DRAWING
    folders = PurePosixPath(path.rpartition("/site-packages/")[2]).parents
    return next((PACKAGES[str(folder)] for folder in folders if str(folder) in PACKAGES), None)


def _shares(stats: Mapping[Function, Any], parts: Mapping[Function, str | None]) -> Mapping[Function, Shares]:
    """The shares of every function: those of its callers, weighed by how long it ran for each, unless it has a part."""
    shares: dict[Function, Shares] = {function: {name: 1.0} if name else {} for function, name in parts.items()}
    for _ in range(ROUNDS):
        shares |= {
            function: _inherited(function, stats[function][4], shares) for function, name in parts.items() if not name
        }
    return {function: _whole(found) for function, found in shares.items()}


def _inherited(function: Function, callers: Mapping[Function, Any], shares: Mapping[Function, Shares]) -> Shares:
    """What a function takes over from those that call it; Jinja works for the templates of whoever calls it."""
    weights = {caller: times[2] + 1e-9 for caller, times in callers.items() if shares.get(caller)}
    found: dict[str, float] = defaultdict(float)
    for caller, weight in weights.items():
        for name, share in shares[caller].items():
            found[_drawn(name) if _is_jinja(function[0]) else name] += weight * share
    return _scaled(found)


def _is_jinja(path: str) -> bool:
    return "/jinja2/" in path or "/markupsafe/" in path


def _drawn(name: str) -> str:
    """Whose templates Jinja is drawing when a part calls it."""
    return {MACROS: DRAWING, REST: THEME}.get(name, name)


def _scaled(found: Mapping[str, float]) -> Shares:
    whole = sum(found.values())
    return {name: amount / whole for name, amount in found.items()} if whole else {}


def _whole(found: Shares) -> Shares:
    return found or {REST: 1.0}
