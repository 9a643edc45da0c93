"""Two ways out of MkDocs and Material: build the same site with ProperDocs and with Zensical, and say what differs.

`make exit-check` runs it. It needs its own environment and the site in site/, and is not part of the tests.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import html

ROOT = Path(__file__).parents[1]
PARTS = ("docs", "data", "macros", "theme", "mkdocs.yml", "pyproject.toml")


def run(*command: str, cwd: Path) -> str:
    """Run a builder of this environment; what it said where it failed, or nothing."""
    program = str(Path(sys.executable).parent / command[0])
    env = {**os.environ, "PYTHONPATH": str(cwd)}
    done = subprocess.run([program, *command[1:]], cwd=cwd, capture_output=True, text=True, env=env)
    return "" if done.returncode == 0 else (done.stdout + done.stderr)[-1500:]


def pages(site: Path) -> dict[str, str]:
    """Each page without the builder's name."""
    return {
        file.relative_to(site).as_posix(): re.sub(r'<meta name="generator"[^>]*>', "", file.read_text(encoding="utf-8"))
        for file in sorted(site.rglob("*.html"))
    }


def records(text: str) -> list[str]:
    """What each record on a page says."""
    tree = html.fromstring(text)
    return [
        " ".join(each.text_content().split())
        for each in tree.xpath("//*[starts-with(@class, 'record ') or @class='record']")
    ]


def compare(name: str, ours: dict[str, str], theirs: dict[str, str], other: Path, mine: Path) -> None:
    """Print what one builder makes differently."""
    whole = sum(theirs.get(page) == text for page, text in ours.items())
    lacking = sorted(ours.keys() - theirs.keys())
    kept = [page for page, text in ours.items() if page in theirs and records(theirs[page]) == records(text)]
    files = {file.relative_to(mine).as_posix() for file in mine.rglob("*") if file.is_file()}
    gone = sorted(each for each in files if not (other / each).exists() and not each.endswith(".html"))
    print(
        f"{name}: {len(theirs)} of {len(ours)} pages; {whole} the same to the byte but for the builder's name; "
        f"{len(kept)} with the same records, word for word"
    )
    for page in lacking:
        print(f"  lacks the page {page}")
    for page in sorted(ours.keys() & theirs.keys() - set(kept)):
        print(f"  says something else in {page}")
    ours_only = [each for each in gone if not each.startswith("assets/")]
    if ours_only:
        print(
            f"  lacks {len(ours_only)} files beside the pages: {', '.join(ours_only[:6])}{' …' * (len(ours_only) > 6)}"
        )


def main() -> int:
    """Build with each, and compare."""
    mine = ROOT / "site"
    ours = pages(mine)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for part in PARTS:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, project / part)
        other = project / "properdocs-site"
        said = run("properdocs", "build", "--strict", "--quiet", "--site-dir", str(other), cwd=project)
        print(f"ProperDocs failed:\n{said}") if said else compare("ProperDocs", ours, pages(other), other, mine)
        config = project / "mkdocs.yml"
        config.write_text(re.sub(r"(?m)^  custom_dir:.*\n", "", config.read_text(encoding="utf-8")), encoding="utf-8")
        said = run("zensical", "build", cwd=project)
        other = project / "site"
        name = "Zensical, with its own frame in place of ours"
        print(f"{name} failed:\n{said}") if said else compare(name, ours, pages(other), other, mine)
    return 0


if __name__ == "__main__":
    sys.exit(main())
