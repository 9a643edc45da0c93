"""The browser that the tests drive: the system's own Chromium, or one that is installed here; and what it visits."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

KINDS = [
    "/",
    "/reviews/",
    "/reviews/baby-z/",
    "/reviews/baby-z/timeline/",
    "/reviews/baby-z/findings/",
    "/reviews/baby-z/recommendations/",
    "/reviews/baby-z/agencies/",
    "/reviews/baby-z/evidence/",
    "/reviews/baby-z/paragraphs/",
    "/reviews/baby-z/process/",
    "/recommendations/",
    "/themes/",
    "/agencies/",
    "/glossary/",
    "/about/method/",
    "/about/help/",
    "/search/",
    "/404.html",
]
"""A page of every kind."""


def executable() -> str | None:
    """The path of a Chromium on this machine; None where Playwright is to use its own."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or (str(MAC) if MAC.exists() else None)


def install() -> int:
    """Make sure that there is a browser: the one that is here, the system's package, or Playwright's."""
    if executable() is None and shutil.which("apt-get"):
        subprocess.run(["sh", str(Path(__file__).parents[1] / ".ci" / "install"), "chromium"], check=False)
    if executable() is None:
        return subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]).returncode
    return 0


if __name__ == "__main__":
    sys.exit(install())
