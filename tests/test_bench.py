"""The benchmark measures what it says: collections of any size, plain pages with the same words, a child's memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.etree
import pytest
import yaml

from bench import __main__ as command
from bench import chart, collections, figures, measuring, plain, profiling, report, runs, sizes
from bench.figures import BUILD, CHECK, PLAIN, WITHOUT_SEARCH, Figures, Measured, Profile, Words
from bench.machine import Machine
from bench.measuring import Job, Usage

TWO = ("baby-z", "bench-002")


@pytest.fixture(scope="module")
def two(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of two reviews."""
    folder = tmp_path_factory.mktemp("bench") / "two"
    assert collections.make(frozen, folder, 2) == TWO
    return folder


def records(collection: Path, slug: str) -> Any:
    """All that stands in a review's files."""
    files = sorted((collection / "data" / "reviews" / slug).glob("*.yml"))
    return {file.name: yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader) for file in files}


def values(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Each plain value with the key under which it stands."""
    if isinstance(value, dict | list):
        for name, each in value.items() if isinstance(value, dict) else ((key, each) for each in value):
            yield from values(each, name)
    else:
        yield key, value


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_collection_is_the_same_every_time_and_another_with_another_seed(
    frozen: Path, two: Path, tmp_path: Path
) -> None:
    collections.make(frozen, tmp_path / "again", 2)
    collections.make(frozen, tmp_path / "other", 2, seed=2)
    assert contents(tmp_path / "again") == contents(two)
    assert contents(tmp_path / "other") != contents(two)


def test_a_collection_passes_the_check(two: Path) -> None:
    check = [sys.executable, "-m", "macros", "check"]
    said = subprocess.run(check, cwd=two, capture_output=True, text=True)
    assert said.returncode == 0, said.stdout
    assert "2 reviews, no complaints" in said.stdout


def test_further_reviews_say_other_things_of_the_same_records(two: Path) -> None:
    pairs = list(zip(*(values(records(two, slug)) for slug in TWO), strict=True))
    assert all(one[0] == other[0] for one, other in pairs)
    changed = {key for (key, one), (_, other) in pairs if one != other}
    assert changed - {"short_title", "published", "on_site"} <= collections.PROSE
    assert {"text", "title", "gist", "reason", "role", "question", "happened", "short_title"} <= changed
    prose = [(one, other) for (key, one), (_, other) in pairs if key in collections.PROSE]
    assert sum(one == other for one, other in prose) < len(prose) / 100
    assert all(len(other.split()) == len(one.split()) for one, other in prose)


def test_reviews_differ_from_one_another_in_their_words(frozen: Path, tmp_path: Path) -> None:
    collections.make(frozen, tmp_path / "three", 3)
    texts = [
        {value for key, value in values(records(tmp_path / "three", slug)) if key == "text"}
        for slug in ("bench-002", "bench-003")
    ]
    assert not texts[0] & texts[1]


def test_the_plain_pages_are_ours_in_their_words(site: Path, tmp_path: Path) -> None:
    plain.write(site, tmp_path)
    build = (sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "site"))
    measuring.run(build, tmp_path)
    ours, theirs = plain.content(site), plain.content(tmp_path / "site")
    plain.compare(ours, theirs)
    assert "reviews/baby-z/timeline/" in theirs.pages
    text = (tmp_path / "docs" / "reviews" / "baby-z" / "recommendations" / "index.md").read_text(encoding="utf-8")
    assert "{: #health-2 }" in text
    assert "](../findings/index.md#test-results-delayed)" in text
    assert "|" in (tmp_path / "docs" / "recommendations" / "index.md").read_text(encoding="utf-8")


def test_sites_that_differ_are_told_apart() -> None:
    ours = plain.Content(frozenset({"", "a/"}), 1000)
    with pytest.raises(plain.Differs, match="a/"):
        plain.compare(ours, plain.Content(frozenset({""}), 1000))
    with pytest.raises(plain.Differs, match="1000 words, the plain ones 900"):
        plain.compare(ours, plain.Content(ours.pages, 900))


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<h2 id="x">One</h2>', "## One {: #x }"),
        ('<p><a href="../../a/&#35;x">One</a></p>', "[One](../../a/index.md#x)"),
        ('<p><a href="../../">One</a></p>', "[One](../../index.md)"),
        ('<p><a href="#x">One</a></p>', "[One](#x)"),
        ('<p><a href="https://example.org/">One</a></p>', "[One](https://example.org/)"),
        ('<p><a href="../../api/one.json">One</a></p>', "One"),
        ("<table><tr><th>A</th></tr><tr><td>1</td></tr></table>", "| A |\n| --- |\n| 1 |"),
        ("<script>one()</script><p>One</p>", "One"),
    ],
)
def test_markup_becomes_markdown(html: str, markdown: str) -> None:
    page = f'<body><article class="md-content__inner">{html}</article></body>'
    assert plain.markdown(page, "b/c/", {"", "a/", "b/c/"}) == f"{markdown}\n"


def test_a_child_s_memory_is_its_own_and_jobs_take_turns(tmp_path: Path) -> None:
    order: list[str] = []
    jobs = {
        "large": Job((sys.executable, "-c", "b'x' * 50_000_000"), tmp_path),
        "small": Job((sys.executable, "-c", "pass"), tmp_path, lambda: order.append("prepared")),
    }
    taken = measuring.in_turn(jobs, 2, lambda what: order.append(what.partition(",")[0]))
    assert order == ["large", "prepared", "small", "large", "small"]
    large, small = (measuring.spread([usage.memory for usage in taken[name]]) for name in jobs)
    assert large.least > 50_000_000 > small.most
    seconds = measuring.spread([usage.seconds for usage in taken["small"]])
    assert 0 < seconds.least <= seconds.middle <= seconds.most
    assert len(measuring.ratios(taken["large"], taken["small"])) == 2


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(measuring.Failed, match=r"ended with 3:\nno lamp"):
        measuring.run((sys.executable, "-c", "print('no lamp', flush=True); raise SystemExit(3)"), tmp_path)


def test_search_can_be_taken_out_of_the_settings() -> None:
    settings = "site_url: !ENV [SITE_URL, '']\nplugins:\n- {}\n- macros:\n    module_name: macros\n"
    for plugin in ("search", "material/search", "search: {lang: en}"):
        bare = runs.without_search(settings.format(plugin))
        assert bare is not None
        assert "search" not in bare
        assert "!ENV" in bare
        assert "module_name: macros" in bare
    assert runs.without_search("plugins:\n- macros\n") is None


def test_a_site_is_weighed(tmp_path: Path) -> None:
    for path, text in (("themes/index.html", "x" * 500), ("search/search_index.json", "{}"), ("pagefind/a/b", "123")):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text)
    size = sizes.weigh(tmp_path)
    assert (size.pages, size.whole, size.search) == (1, 505, 5)
    assert size.shared["/themes/"].html == 500 > size.shared["/themes/"].gzip


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/p/macros/loading/files.py", profiling.MACROS),
        ("/p/macros/templates/table.html.jinja", profiling.DRAWING),
        ("/p/theme/main.html", profiling.THEME),
        ("/markdown/.venv/lib/site-packages/material/templates/base.html", profiling.THEME),
        ("/markdown/.venv/lib/site-packages/material/plugins/search/plugin.py", "search"),
        ("/markdown/.venv/lib/site-packages/markdown/extensions/tables.py", "Markdown"),
        ("/markdown/.venv/lib/site-packages/pydantic/main.py", None),
        ("<frozen importlib._bootstrap>", "imports"),
        ("~", None),
    ],
)
def test_code_belongs_to_its_package(path: str, part: str | None) -> None:
    assert profiling.part(path, "/p") == part


def test_time_counts_for_what_calls() -> None:
    macro, template = ("/p/macros/cards.py", 1, "card"), ("/lib/site-packages/jinja2/environment.py", 2, "render")
    markdown, split = ("/lib/site-packages/markdown/core.py", 3, "convert"), ("~", 0, "split")
    stats: dict[profiling.Function, Any] = {
        macro: (1, 1, 1.0, 4.0, {}),
        markdown: (1, 1, 2.0, 3.0, {}),
        template: (1, 1, 3.0, 3.0, {macro: (1, 1, 3.0, 3.0)}),
        split: (4, 4, 4.0, 4.0, {macro: (1, 1, 1.0, 1.0), markdown: (3, 3, 3.0, 3.0)}),
    }
    found = profiling.by_part(stats, "/p")
    assert found == pytest.approx({"Markdown": 5.0, profiling.DRAWING: 3.0, profiling.MACROS: 2.0})
    assert sum(found.values()) == pytest.approx(10.0)


def invented(factor: float = 1) -> Figures:
    """Figures of a machine that does not exist."""
    return Figures(
        commit="0123456789ab",
        machine=Machine("Abacus", 2, 8_000_000_000, "Linux x86_64", "3.11.7", {"mkdocs": "1.6.1"}),
        runs=2,
        seed=1,
        sizes=tuple(_size(reviews, factor) for reviews in (1, 10, 30)),
        profile=Profile(10, {"Markdown": 3.0 * factor, profiling.MACROS: 1.0 * factor}),
    )


def _size(reviews: int, factor: float) -> Measured:
    usages = (Usage(reviews * factor, 100_000_000), Usage(reviews * factor * 1.5, 110_000_000))
    site = sizes.SiteSize(10 * reviews, 1_000_000 * reviews, 50_000, {"/themes/": sizes.Weight(9000, 1000)})
    compared = {WITHOUT_SEARCH: usages, PLAIN: usages} if reviews == 10 else {}
    words = Words(1000, 1001) if reviews == 10 else None
    return Measured(reviews, site, {CHECK: usages, BUILD: usages, **compared}, words)


def test_the_report_holds_the_figures() -> None:
    written = report.written(invented())
    text = written[report.REPORT]
    assert "collections of 1, 10 and 30 reviews" in text
    assert "| Build, s | 10 | 10.00 | 12.50 | 15.00 |" in text
    assert "| Our build ÷ plain pages | 10 | 1.00 | 1.00 | 1.00 |" in text
    assert "| 1 | 10 | 1,000.0 | 0.0 | 1.00 | 0.00 |" in text
    assert "| Markdown | 3.00 | 75% |" in text
    assert "Abacus, 2 cores" in text
    assert "before |" not in text
    assert lxml.etree.fromstring(written[report.PICTURE].encode()).tag == "{http://www.w3.org/2000/svg}svg"


def test_what_a_phone_waits_for_stays_when_the_rest_is_measured_anew() -> None:
    part = f"{report.ON_A_PHONE}\n| reviews |\n"
    once = report.with_phone("# Benchmarks\n\n## Size\n", part)
    assert once == f"# Benchmarks\n\n## Size\n\n{part}"
    assert report.with_phone("# Benchmarks\n\n## Newer\n", report.on_a_phone(once)).endswith(part)
    assert report.with_phone(once, part) == once
    assert report.with_phone("# Benchmarks\n", report.on_a_phone("# Benchmarks\n")) == "# Benchmarks\n"


def test_what_was_measured_before_stands_beside() -> None:
    written = report.written(invented(), invented(factor=2))
    text = written[report.REPORT]
    assert "| Build, s | 10 | 10.00 | 12.50 | 15.00 | 25.00 |" in text
    assert "| Markdown | 3.00 | 75% | 6.00 | 75% |" in text
    assert written[report.PICTURE].count('class="before"') == len(chart.MEASURES)


def test_figures_are_saved_and_read_and_drawn_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures.save(invented(), tmp_path / "now.json")
    assert figures.read(tmp_path / "now.json") == invented()
    assert command.main(["--figures", str(tmp_path / "now.json"), "--into", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "BENCHMARKS.md\nbench/growth.svg\n"
    assert (tmp_path / "bench" / "growth.svg").is_file()


def test_one_size_alone_can_be_drawn() -> None:
    alone = Figures("", invented().machine, 1, 1, (_size(1, 1),), Profile(1, {"Markdown": 1.0}))
    assert "collections of 1 review:" in report.written(alone)[report.REPORT]
    assert figures.reference((1, 3)) == 1
    assert figures.reference((1, 10, 30)) == 10


@pytest.mark.parametrize(("most", "marks"), [(5, 6), (230.2, 6), (0.7, 5), (0, 2), (1605, 5)])
def test_an_axis_reaches_over_what_it_shows_in_few_marks(most: float, marks: int) -> None:
    found = chart.marks_to(most)
    assert found[0] == 0
    assert found[-1] >= most
    assert len(found) == marks
