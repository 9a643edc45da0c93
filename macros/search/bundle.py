"""Writing what the search reads: Pagefind's index, and the words that people type."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..collection import Collection
from ..reading import Refused
from . import words
from .entries import batches
from .prose import Macros, prose

FOLDER = "pagefind"
"""Where all of it stands, below the site's root."""

_NEEDED = ("pagefind.js", "pagefind-entry.json", "wasm.en.pagefind")
"""What a search asks for, of what Pagefind writes beside its index; the rest are its own boxes and buttons."""


def write(collection: Collection, root: Path, site: Path, macros: Macros) -> None:
    """Write what the search of a site reads. Raises Refused where Pagefind cannot make its index."""
    found = list(batches(collection, prose(root / "docs", collection.reviews, macros)))
    template = _environment().get_template("batch.html.jinja")
    folder = site / FOLDER
    with tempfile.TemporaryDirectory() as pages:
        for batch in found:
            file = Path(pages) / batch.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(template.render(batch=batch), encoding="utf-8", newline="\n")
        shutil.rmtree(folder, ignore_errors=True)
        _index(Path(pages), folder)
    for file in folder.iterdir():
        if file.is_file() and file.name not in _NEEDED and file.suffix != ".pf_meta":
            file.unlink()
    named = list(words.names(collection))
    letters = words.by_letter(named, words.counted(named, found))
    _json(folder / "words.json", words.table(named, found, letters))
    for letter, those in letters.items():
        _json(folder / "words" / f"{letter}.json", those)


def _environment() -> Environment:
    templates = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(loader=templates, autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def _index(pages: Path, into: Path) -> None:
    """Let Pagefind read the pages. One language for all, since one search is to find all."""
    command = ["--site", str(pages), "--output-path", str(into.absolute()), "--force-language", "en", "--silent"]
    done = subprocess.run([sys.executable, "-m", "pagefind_bin", *command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Refused(f"the search index cannot be made: {(done.stdout + done.stderr).strip()}")


def _json(file: Path, value: Mapping[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text + "\n", encoding="utf-8", newline="\n")
