"""A build may make a share of the site: one review to look at, with a note in place of the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from macros.pages import Share
from macros.reading import Refused
from macros.vetting import load

from ..conftest import add_invented_review, built, copy_project, mkdocs_build


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reviews."""
    folder = copy_project(tmp_path_factory.mktemp("share") / "project")
    add_invented_review(folder)
    return folder


def test_one_review_of_several_is_read(project: Path) -> None:
    collection = load(project, Share.of("lighthouse-child", "").only)
    assert list(collection.reviews) == ["lighthouse-child"]
    assert collection.elsewhere == {"baby-z"}


def test_a_review_that_is_not_there_is_refused(project: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="did you mean `lighthouse-child`"):
        load(project, Share.of("lighthouse", "").only)
    failed = mkdocs_build(project, tmp_path / "site", REVIEW="lighthouse")
    assert failed.returncode == 1
    assert "did you mean `lighthouse-child`" in failed.stderr
    assert "Traceback" not in failed.stderr


def test_the_others_give_way_to_a_note(project: Path, tmp_path: Path) -> None:
    site = built(project, tmp_path / "site", REVIEW="lighthouse-child")
    assert (site / "reviews/lighthouse-child/timeline/index.html").is_file()
    assert not (site / "reviews/baby-z").exists()
    method = html.fromstring((site / "about/method/index.html").read_text(encoding="utf-8"))
    assert method.xpath("//span[@title='Not in this preview']/text()") == ["baby-z"]
