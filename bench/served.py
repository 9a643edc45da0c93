"""The site as readers have it, for what is measured in a browser: built, and served by a server that compresses."""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .measuring import ROOT


def built(site: Path) -> Path:
    """The site as it is published, but for the wish of a review's publisher that search engines leave it alone."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('<meta name="robots" content="noindex">', ""), encoding="utf-8")
    return site


class Server(http.server.ThreadingHTTPServer):
    """A server that many requests may reach at once, as one on the web does."""

    request_queue_size = 64


class _Compressing(http.server.SimpleHTTPRequestHandler):
    """Files as a web server sends them: text compressed."""

    def do_GET(self) -> None:
        """Send a file, or the page of a folder."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        kind, data = self.guess_type(str(path)), path.read_bytes()
        self.send_response(200)
        if kind.startswith("text/") or kind.endswith(("javascript", "json", "xml")):
            data = gzip.compress(data, mtime=0)
            kind += "; charset=utf-8"
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing of each request."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which a site is served while it is measured."""
    handler = functools.partial(_Compressing, directory=str(site))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
