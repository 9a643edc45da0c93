"""What the tests share: the real data, the invented review, the sites built from them, and a browser."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from macros.collection import Collection, Review
from macros.loader import load

from . import browser as browsers

ROOT = Path(__file__).parents[1]
GOOD = ROOT / "tests" / "data" / "good"
SITE_PARTS = ("mkdocs.yml", "docs", "data", "macros", "theme")


@pytest.fixture(scope="session")
def collection() -> Collection:
    """The collection that is published."""
    return load(ROOT)


@pytest.fixture(scope="session")
def baby_z(collection: Collection) -> Review:
    """The review that is published."""
    return collection.reviews["baby-z"]


@pytest.fixture(scope="session")
def invented() -> Collection:
    """A small collection of one invented review."""
    return load(GOOD)


@pytest.fixture(scope="session")
def lighthouse(invented: Collection) -> Review:
    """The invented review."""
    return invented.reviews["lighthouse-child"]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A copy of the invented collection that a test may damage."""
    return Path(shutil.copytree(GOOD, tmp_path / "good"))


def copy_project(to: Path) -> Path:
    """A copy of what the site is built from."""
    to.mkdir()
    for part in SITE_PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, to / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, to / part)
    return to


def add_invented_review(project: Path) -> None:
    """Add the invented review as a publisher would: two folders, and entries in the shared vocabularies."""
    for vocabulary in sorted((GOOD / "data").glob("*.yml")):
        with (project / "data" / vocabulary.name).open("a", encoding="utf-8") as file:
            file.write("\n" + vocabulary.read_text(encoding="utf-8"))
    for part in ("data", "docs"):
        shutil.copytree(GOOD / part / "reviews", project / part / "reviews", dirs_exist_ok=True)
    for records in (project / "data" / "reviews" / "lighthouse-child").iterdir():  # a theme that both reviews have
        text = records.read_text(encoding="utf-8")
        records.write_text(text.replace("themes: [lamps", "themes: [delay, lamps"), encoding="utf-8")


def mkdocs_build(project: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """A real, strict build."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    return subprocess.run(command, cwd=project, capture_output=True, text=True)


def built(project: Path, site: Path) -> Path:
    result = mkdocs_build(project, site)
    assert result.returncode == 0, result.stderr
    return site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is published."""
    return built(ROOT, tmp_path_factory.mktemp("published") / "site")


@pytest.fixture(scope="session")
def two_reviews(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two reviews, the second of them invented."""
    folder = tmp_path_factory.mktemp("two")
    project = copy_project(folder / "project")
    add_invented_review(project)
    return built(project, folder / "site")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine while the tests need it."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the published site is served."""
    yield from serve(site)


@pytest.fixture(scope="session")
def two_reviews_address(two_reviews: Path) -> Iterator[str]:
    """Where the site of two reviews is served."""
    yield from serve(two_reviews)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real headless browser."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browsers.executable(), args=list(browsers.FLAGS))
        yield running
        running.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A new window, which fails the test if a script on the page fails."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert not errors
