"""Documents of every shape that is really published stand in one site, as they are printed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import html

from macros.authoring import skeleton
from macros.collection import Collection, addresses
from macros.search.entries import batches
from macros.vetting import fidelity, load, source

from .conftest import ROOT, built, copy_project
from .test_site import broken_links

SHAPES = ROOT / "tests" / "data" / "shapes"
SOURCES = ROOT / "tests" / "data" / "source"
SLUGS = sorted(each.name for each in SHAPES.iterdir() if each.is_dir() and each.name != "shared")


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that holds the published reviews and one of each shape."""
    project = copy_project(tmp_path_factory.mktemp("shapes") / "project")
    for vocabulary in sorted((SHAPES / "shared").glob("*.yml")):
        with (project / "data" / vocabulary.name).open("a", encoding="utf-8") as file:
            file.write(vocabulary.read_text(encoding="utf-8"))
    for slug in SLUGS:
        shutil.copytree(SHAPES / slug, project / "data" / "reviews" / slug)
        (project / "docs" / "reviews" / slug).mkdir()
        for name, text in skeleton.pages().items():
            (project / "docs" / "reviews" / slug / name).write_text(text, encoding="utf-8")
    collection = load(project)
    for slug in SLUGS:
        needed = addresses.pages_of(collection.reviews[slug].kinds)
        for name in set(addresses.REVIEW_PAGES) - set(needed):
            (project / "docs" / "reviews" / slug / f"{name}.md").unlink()
    return project


@pytest.fixture(scope="module")
def loaded(shapes: Path) -> Collection:
    return load(shapes)


@pytest.fixture(scope="module")
def shapes_site(shapes: Path) -> Path:
    return built(shapes, shapes.parent / "site")


def test_there_are_at_least_ten_shapes(loaded: Collection) -> None:
    assert len(SLUGS) >= 10
    assert set(SLUGS) < set(loaded.reviews)


def test_one_site_holds_them_all_and_no_link_is_dead(shapes_site: Path) -> None:
    assert broken_links(shapes_site) == []


def page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_bytes())


@pytest.mark.parametrize(
    ("path", "anchor", "title"),
    [
        ("ferry-child/paragraphs", "p2.1.10", "Paragraph 2.1.10"),
        ("pier-child/paragraphs", "p4.12", "Paragraph 4.12"),
        ("pier-child/paragraphs", "footnote-3", "Footnote 3"),
        ("pier-child/paragraphs", "appendix-1", "Appendix 1"),
        ("dune-children/paragraphs", "p2a", "Paragraph 2a"),
        ("mole-child/paragraphs", "page-2", "Page 2"),
        ("weir-adult/paragraphs", "piv", "Paragraph iv"),
        ("tide-report/paragraphs", "box-4", "Box 4"),
        ("reef-inquiry/paragraphs", "part-b.2", "Part B, paragraph 2"),
        ("reef-inquiry/paragraphs", "pi", "Paragraph i"),
    ],
)
def test_a_place_is_named_and_addressed_as_it_is_printed(shapes_site: Path, path: str, anchor: str, title: str) -> None:
    (heading,) = page(shapes_site, f"reviews/{path}").xpath(f"//*[@id='{anchor}']")
    assert heading.text_content() == title


@pytest.mark.parametrize(
    ("path", "record", "cited"),
    [
        ("pier-child/findings", "keeper-told-nobody", ["¶4.12", "appendix 1"]),
        ("ferry-child/findings", "harbour-not-told", ["¶2.1.2", "What happened"]),
        ("reef-inquiry/findings", "no-chart", ["Part B, ¶3"]),
        ("mole-child/findings", "mole-unswept", ["page 2"]),
        ("weir-adult/recommendations", "a-rail", ["¶iv"]),
    ],
)
def test_a_citation_says_the_place_as_printed(shapes_site: Path, path: str, record: str, cited: list[str]) -> None:
    facts = page(shapes_site, f"reviews/{path}").xpath(
        f"//*[@id='{record}']/ancestor::details//dl[@class='facts']//dt[.='Document']/following-sibling::dd/a"
    )
    assert [each.text_content() for each in facts] == cited


def test_a_question_is_called_a_question(shapes_site: Path) -> None:
    tree = page(shapes_site, "reviews/sand-child/recommendations")
    (present,) = tree.xpath("//nav[@class='review-nav']//a[@aria-current='page']")
    assert present.text_content() == "Questions"
    assert tree.xpath("//details//a/@data-cited") == ["question 1", "question 2"]
    for name in ("", "recommendations", "findings", "agencies", "evidence", "paragraphs"):
        (main,) = page(shapes_site, f"reviews/sand-child/{name}".rstrip("/")).xpath("//main")
        assert "recommend" not in main.text_content().lower(), name
    assert tree.xpath("//h1")[0].text_content() == "Questions"
    finding = page(shapes_site, "reviews/sand-child/findings").xpath("//div[@class='chain']")[0].text_content()
    assert "Asked" in finding
    assert "Recommended" not in finding


def test_recommendations_under_their_finding_are_linked_to_it_by_the_document(loaded: Collection) -> None:
    links = [link for rec in loaded.reviews["lock-child"].recommendations.values() for link in rec.responds_to]
    assert [(link.finding, link.basis.value, link.cites) for link in links] == [
        ("lock-open", "stated", ("1.3",)),
        ("lock-open", "stated", ("1.3",)),
        ("no-rule-for-locks", "stated", ("1.2",)),
    ]


def test_a_list_whose_heading_names_no_agency_addresses_only_whom_the_words_name(
    loaded: Collection, shapes_site: Path
) -> None:
    review = loaded.reviews["lock-child"]
    assert [list(review.addressees(rec)) for rec in review.recommendations.values()] == [
        ["lantern-trust"],
        [],
        ["ministry-of-lamps"],
    ]
    assert "by heading" not in page(shapes_site, "reviews/lock-child/recommendations").text_content()


def test_a_part_has_an_address_and_addressees_of_its_own(loaded: Collection, shapes_site: Path) -> None:
    review = loaded.reviews["mole-child"]
    assert list(review.addressees(review.recommendations["national-1"])) == ["lantern-trust", "ministry-of-lamps"]
    (part,) = page(shapes_site, "reviews/mole-child/recommendations").xpath("//*[@id='national-1-b']")
    assert "The ministry is to say how often." in part.text_content()
    assert "Ministry of Lamps" in part.text_content()
    agencies = page(shapes_site, "reviews/mole-child/agencies")
    assert "../recommendations/#national-1-b" in agencies.xpath("//article//dd/a/@href")


@pytest.mark.parametrize(
    ("slug", "pages"),
    [
        ("spit-note", ["At a glance", "Paragraphs"]),
        ("tide-report", ["At a glance", "Concerns", "Agencies", "Paragraphs"]),
        ("cove-child", ["At a glance", "Findings", "Learning points", "Agencies", "Evidence", "Paragraphs"]),
        ("baby-z", [page.title for page in addresses.REVIEW_PAGES.values()]),
    ],
)
def test_a_review_has_the_pages_that_have_something_to_say(shapes_site: Path, slug: str, pages: list[str]) -> None:
    links = page(shapes_site, f"reviews/{slug}").xpath("//nav[@class='review-nav']//a")
    assert [each.text_content() for each in links] == pages


def test_events_and_findings_say_whom_they_are_about(shapes_site: Path) -> None:
    tree = page(shapes_site, "reviews/dune-children/timeline")
    (about,) = tree.xpath("//*[@id='child-b-lost']/ancestor::details//dt[.='About']/following-sibling::dd")
    assert about.text_content() == "Child B, Adult C"


def test_what_is_welsh_is_marked_as_welsh_with_welsh_words_around_it(shapes_site: Path) -> None:
    (record,) = page(shapes_site, "reviews/cove-child/findings").xpath("//*[@id='no-boat']/ancestor::details")
    assert record.xpath("ancestor::section/@lang") == ["cy"]
    assert [each.text_content() for each in record.xpath(".//dt")] == ["Dogfen", "Asiantaethau"]
    assert record.xpath(".//*[@class='record__label']/text()") == ["Sylw"]
    glance = page(shapes_site, "reviews/cove-child")
    assert glance.xpath("//p[@class='summary']/@lang") == ["cy"]
    assert "Chwefror 2031" in glance.xpath("//main")[0].text_content()
    (agency,) = page(shapes_site, "reviews/cove-child/agencies").xpath("//section[@lang]")
    assert agency.xpath("./h2")[0].text_content() == "Ni chyfeiriwyd pwynt dysgu atynt"
    assert "Ni chyfeiriwyd pwynt dysgu ati." in agency.text_content()
    paragraphs = page(shapes_site, "reviews/cove-child/paragraphs").xpath("//article/div/h3")
    assert [each.text_content() for each in paragraphs] == ["Paragraff 1", "Paragraff 2"]
    shared = page(shapes_site, "recommendations")
    assert set(shared.xpath("//table//a[contains(@href, 'cove-child/recommendations/#')]/@lang")) == {"cy"}
    assert page(shapes_site, "reviews/baby-z/findings").xpath("//section/@lang | //details//@lang") == []


def test_a_list_has_no_column_in_which_nothing_stands(shapes_site: Path) -> None:
    columns = page(shapes_site, "reviews/cove-child/recommendations").xpath("//p[@class='columns'][1]/span")
    assert [each.text_content() for each in columns] == ["Enw", "Pwynt dysgu", "", "Pam, yn gryno"]
    known = page(shapes_site, "reviews/baby-z/recommendations").xpath("//p[@class='columns'][1]/span")
    assert [each.text_content() for each in known][:4] == [
        "Label",
        "Recommendation",
        "Addressed to",
        "Why, in brief",
    ]


def test_an_event_without_a_date_keeps_its_place(loaded: Collection) -> None:
    review = loaded.reviews["ferry-child"]
    assert [(event.id, event.when) for event in review.events.values()] == [
        ("ferry-lamp-lit", "March 2030"),
        ("ferry-lamp-out", "day 14"),
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_data_of_each_shape_is_as_its_schema_says(shapes_site: Path, slug: str) -> None:
    schema = json.loads((shapes_site / "api/v1/schemas/review.json").read_text(encoding="utf-8"))
    data = json.loads((shapes_site / f"api/v1/reviews/{slug}.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(data)) == []


@pytest.mark.parametrize("slug", ["pier-child", "reef-inquiry", "mole-child", "weir-adult"])
def test_a_document_numbered_otherwise_is_compared_with_its_text(loaded: Collection, shapes: Path, slug: str) -> None:
    review = loaded.reviews[slug]
    document = source.read(SOURCES / f"{slug}.txt", review)
    assert set(review.paragraphs) <= set(document.paragraphs)
    found = [complaint.wrong for complaint in fidelity.complaints(review, document, shapes)]
    assert found == (["the document has paragraphs that the data lacks: 4.11"] if slug == "pier-child" else [])


def test_a_figure_of_another_place_is_noticed_where_numbers_are_printed(loaded: Collection) -> None:
    document = source.read(SOURCES / "reef-inquiry.txt", loaded.reviews["reef-inquiry"])
    assert "2016" in document.says("part-a.1")
    assert "2016" not in document.says("part-b.1")
    assert "wrecked" in document.says("section:inner-reef")


def test_a_lettered_part_is_found_by_its_label_and_with_the_whole(loaded: Collection) -> None:
    entries = {entry.address: entry for batch in batches(loaded, ()) for entry in batch.entries}
    whole = entries["/reviews/mole-child/recommendations/#national-1"]
    part = entries["/reviews/mole-child/recommendations/#national-1-a"]
    assert part.label.endswith("1 (a)")
    assert part.text == "The trust is to sweep them."
    assert part.text in whole.text
    assert "zqrecommendation1a" in part.codes
