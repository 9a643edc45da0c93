"""The data against the document, where the document is at hand: it is not ours to keep in this repository."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from macros.collection import Review
from macros.models import Place

from .conftest import ROOT

SHARED = ROOT.parent / "shared"
SOURCE = SHARED / "source" / "baby-z-executive-summary.txt"
pytestmark = pytest.mark.skipif(not SOURCE.exists(), reason="the document is not at hand")


def paragraphs() -> dict[int, str]:
    """The numbered paragraphs before the recommendations' lists."""
    body = SOURCE.read_text(encoding="utf-8").partition("INTRODUCTION\n\n1.")[2]
    body = "1." + body.partition("Children's Services (Social Care)\n")[0]
    parts = re.split(r"(?m)^(\d{1,2})\. ", body)
    return {int(number): text for number, text in zip(parts[1::2], parts[2::2], strict=True)}


def test_the_document_has_the_paragraphs_that_the_data_has(baby_z: Review) -> None:
    assert list(paragraphs()) == list(baby_z.paragraphs)


def test_no_run_of_twelve_words_is_carried_over() -> None:
    tool = SHARED / "tools" / "overlap.py"
    result = subprocess.run([sys.executable, str(tool), str(ROOT)], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


def plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower().replace("’", "'").replace("'", "")))


def test_every_quoted_phrase_stands_in_a_paragraph_that_is_cited(baby_z: Review) -> None:
    source = paragraphs()
    whole = plain(SOURCE.read_text(encoding="utf-8"))

    def check(text: str, cites: tuple[Place, ...]) -> None:
        cited = [source[place] for place in cites if isinstance(place, int)]
        within = plain(" ".join(cited)) if cited else whole
        for phrase in re.findall(r"“([^”]+)”", text):
            assert plain(phrase) in within, phrase

    for paragraph in baby_z.paragraphs.values():
        check(paragraph.gist, (paragraph.number,))
    for event in baby_z.events.values():
        check(event.text, event.cites)
    for finding in baby_z.findings.values():
        check(finding.text, finding.cites)
    for rec in baby_z.recommendations.values():
        check(rec.text, ())
    for part in baby_z.involvements.values():
        check(part.role, part.cites)
        for name in part.named_as:
            assert plain(name) in whole, name


def test_every_year_in_a_record_stands_in_what_it_cites(baby_z: Review) -> None:
    source = paragraphs()
    for event in baby_z.events.values():
        cited = " ".join(source[place] for place in event.cites if isinstance(place, int))
        if "cover" in event.cites:
            cited += SOURCE.read_text(encoding="utf-8").partition("CONTENTS")[0]
        for year in re.findall(r"\b20\d\d\b", f"{event.text} {event.when}"):
            assert year in cited, (event.id, year)
