"""Processor time and memory of commands, each run as a child; several of them in turn.

`python -m bench.measuring FOLDER LOG COMMAND...` runs one command in a folder and prints what it took.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from tempfile import NamedTemporaryFile

ROOT = Path(__file__).parents[1]

SETTINGS = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "SITE_URL": "", "DRAFTS": ""}
"""The environment in which every command runs, so that all build the same site."""


@dataclass(frozen=True)
class Usage:
    """What a command and its children took."""

    seconds: float
    """Processor time, the user's and the system's together."""
    memory: int
    """The most bytes that the command, or one of its children, held at a time."""


@dataclass(frozen=True)
class Spread:
    """The least, the middle and the most of some figures."""

    least: float
    middle: float
    most: float


@dataclass(frozen=True)
class Job:
    """A command to measure."""

    command: tuple[str, ...]
    folder: Path
    prepare: Callable[[], None] = lambda: None
    """Done once and not measured, before the command runs for the first time."""


class Failed(Exception):
    """Raised when a command does not end well; its text is what the command said last."""


def spread(figures: Sequence[float]) -> Spread:
    """The spread of one figure or more."""
    return Spread(min(figures), median(figures), max(figures))


def ratios(ours: Sequence[Usage], theirs: Sequence[Usage]) -> tuple[float, ...]:
    """How many times the processor time of ``theirs`` ours is, pair by pair of runs that followed each other."""
    return tuple(one.seconds / other.seconds for one, other in zip(ours, theirs, strict=True))


def in_turn(jobs: Mapping[str, Job], runs: int, say: Callable[[str], None]) -> dict[str, tuple[Usage, ...]]:
    """Run each job so many times, A B A B, so that a busy spell of the machine meets all of them alike."""
    taken: dict[str, tuple[Usage, ...]] = dict.fromkeys(jobs, ())
    for number in range(1, runs + 1):
        for name, job in jobs.items():
            if number == 1:
                job.prepare()
            usage = run(job.command, job.folder)
            taken[name] += (usage,)
            say(f"{name}, run {number} of {runs}: {usage.seconds:.1f} s, {usage.memory / 1e6:.0f} MB")
    return taken


def run(command: Sequence[str], folder: Path) -> Usage:
    """Run a command in a folder. Raises Failed.

    On Linux the peak memory of a child begins with that of the process that started it, before it becomes another
    program. So a small process of its own starts the command, however large this one has grown.
    """
    with NamedTemporaryFile() as log:
        starter = [sys.executable, "-m", "bench.measuring", str(folder.resolve()), log.name, *command]
        done = subprocess.run(starter, cwd=ROOT, env={**os.environ, **SETTINGS}, stdout=subprocess.PIPE, check=True)
        said = json.loads(done.stdout)
        if said["code"] != 0:
            raise Failed(f"{' '.join(command)} ended with {said['code']}:\n{Path(log.name).read_text()[-4000:]}")
        return Usage(**said["usage"])


def _wait(folder: str, log: str, command: Sequence[str]) -> tuple[int, Usage]:
    """Run a command with all that it says in a file; its exit code, and what it took."""
    with Path(log).open("wb") as said:
        child = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return child.returncode, Usage(used.ru_utime + used.ru_stime, used.ru_maxrss * unit)


if __name__ == "__main__":
    code, usage = _wait(sys.argv[1], sys.argv[2], sys.argv[3:])
    print(json.dumps({"code": code, "usage": asdict(usage)}))
