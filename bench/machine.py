"""On what the figures were taken."""

from __future__ import annotations

import os
import platform
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from .collections import PARTS

PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "mkdocs-macros-plugin",
    "markdown",
    "jinja2",
    "pydantic",
    "pyyaml",
    "markdownify",
)


@dataclass(frozen=True)
class Machine:
    """What a reader needs to judge the figures."""

    processor: str
    cores: int
    memory: int
    """In bytes."""
    system: str
    python: str
    packages: dict[str, str]


def machine() -> Machine:
    """This machine."""
    return Machine(
        processor=_processor(),
        cores=os.cpu_count() or 1,
        memory=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        packages={name: version(name) for name in PACKAGES},
    )


def commit(project: Path) -> str:
    """The commit that is checked out, and whether anything is changed since; empty where git does not say."""
    head = _said("git", "-C", str(project), "rev-parse", "--short=12", "HEAD")
    changed = head and _said("git", "-C", str(project), "status", "--porcelain", "--", *PARTS)
    return f"{head}, with changes" if changed else head


def _processor() -> str:
    """Its model, as Linux or macOS names it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return _said("sysctl", "-n", "machdep.cpu.brand_string") or platform.processor()
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.processor())


def _said(*command: str) -> str:
    """What a command prints; empty where it fails or is not there."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        return ""
