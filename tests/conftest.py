"""What the tests share: the real data, the invented review, the sites built from them, and a browser."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bench import collections
from bench.served import Server
from macros.collection import Collection, Review
from macros.vetting import load

from . import browser as browsers
from .frozen import keep_only_the_known

ROOT = Path(__file__).parents[1]
GOOD = ROOT / "tests" / "data" / "good"
SITE_PARTS = ("mkdocs.yml", "pyproject.toml", "docs", "data", "macros", "theme")


@pytest.fixture(scope="session")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the one review that tests know by heart."""
    return copy_project(tmp_path_factory.mktemp("frozen") / "project")


@pytest.fixture(scope="session")
def collection(frozen: Path) -> Collection:
    """The collection with that one review."""
    return load(frozen)


@pytest.fixture(scope="session")
def published() -> Collection:
    """The collection that is published, however many reviews it holds."""
    return load(ROOT).without_drafts()


@pytest.fixture(scope="session")
def baby_z(collection: Collection) -> Review:
    """The review that tests know by heart."""
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


@pytest.fixture(scope="module")
def good_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the invented collection that the tests of a file may add to."""
    return Path(shutil.copytree(GOOD, tmp_path_factory.mktemp("once") / "good"))


def copy_project(to: Path) -> Path:
    """A copy of what the site is built from, with the one review that tests know by heart."""
    to.mkdir()
    for part in SITE_PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, to / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, to / part)
    return keep_only_the_known(to)


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


def mkdocs_build(project: Path, site: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A real, strict build."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    env: Mapping[str, str] = {**os.environ, **variables}
    return subprocess.run(command, cwd=project, capture_output=True, text=True, env=env)


def built(project: Path, site: Path, **variables: str) -> Path:
    result = mkdocs_build(project, site, **variables)
    assert result.returncode == 0, result.stderr
    return site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is published: what `make build` has made where BUILT_SITE names it, or a build of our own."""
    if "BUILT_SITE" in os.environ:
        return (ROOT / os.environ["BUILT_SITE"]).resolve(strict=True)
    return built(ROOT, tmp_path_factory.mktemp("published") / "site")


@pytest.fixture(scope="session")
def two_reviews(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two reviews, the second of them invented."""
    folder = tmp_path_factory.mktemp("two")
    project = copy_project(folder / "project")
    add_invented_review(project)
    return built(project, folder / "site")


@pytest.fixture(scope="session")
def grown_site(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of five reviews, which is enough for records and tables to go on on further pages."""
    folder = tmp_path_factory.mktemp("grown")
    collections.make(frozen, folder / "project", 5)
    return built(folder / "project", folder / "site")


class Pages(http.server.SimpleHTTPRequestHandler):
    """Serves a site as GitHub Pages does: below a path, 404.html for what is not there, and no list of a folder."""

    def __init__(self, *args: Any, folder: Path, base: str, **more: Any) -> None:
        self.folder, self.base = folder, base
        super().__init__(*args, directory=str(folder), **more)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""

    def do_GET(self) -> None:
        """A file, the page of a folder, the way to a folder, or 404.html."""
        path = unquote(urlparse(self.path).path)
        below = path.removeprefix(self.base) if path.startswith(self.base) else None
        file = self.folder / below.lstrip("/") if below is not None else None
        if file is not None and file.is_dir() and not path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{path}/")
            self.end_headers()
            return
        if file is not None and path.endswith("/"):
            file = file / "index.html"
        known = file is not None and file.is_file()
        found = file if known and file else self.folder / "404.html"
        self.send_response(HTTPStatus.OK if known else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", self.guess_type(str(found)))
        self.end_headers()
        self.wfile.write(found.read_bytes())


def serve(folder: Path, base: str = "") -> Iterator[str]:
    """Serve a folder on this machine, below a path, while the tests need it."""
    base = base.rstrip("/")
    handler = functools.partial(Pages, folder=folder, base=base)
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the published site is served, below the path for which it was built."""
    yield from serve(site, urlparse(os.environ.get("SITE_URL", "")).path)


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
