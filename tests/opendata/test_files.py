"""The open data holds what the pages hold, and each link with where it comes from."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from macros.collection import Collection, Release, Review, counts
from macros.opendata import files, linked, restated, sheets
from macros.pages import feed
from macros.records import Paragraph, Track

Data = dict[str, Any]


@pytest.fixture(scope="module", params=["published", "invented"])
def of(request: pytest.FixtureRequest, collection: Collection, invented: Collection) -> tuple[Review, Data]:
    """A review, and what is published of it, read back."""
    whole = collection if request.param == "published" else invented
    (review,) = whole.reviews.values()
    (file,) = (each for each in files(whole) if each.path == f"api/v1/reviews/{review.slug}.json")
    return review, json.loads(file.text())


def by_id(records: list[Data]) -> dict[str, Data]:
    return {each["id"]: each for each in records}


def test_every_record_is_there(of: tuple[Review, Data]) -> None:
    review, data = of
    assert [each["number"] for each in data["paragraphs"]] == list(review.paragraphs)
    assert set(by_id(data["events"])) == set(review.events)
    assert list(by_id(data["findings"])) == list(review.findings)
    assert list(by_id(data["recommendations"])) == list(review.recommendations)
    assert [each["agency"] for each in data["agencies"]] == list(review.involvements)
    assert list(by_id(data["tensions"])) == list(review.tensions)
    assert data["counts"] == counts.of(review)


def test_every_link_carries_its_basis_from_both_sides(of: tuple[Review, Data]) -> None:
    review, data = of
    events, findings = by_id(data["events"]), by_id(data["findings"])
    for key, finding in findings.items():
        written = [(link.event, link.basis, list(link.cites), link.reason) for link in review.findings[key].events]
        assert [(x["event"], x["basis"], x["cites"], x["reason"]) for x in finding["events"]] == written
        for link in finding["events"]:
            back = {**link, "finding": key}
            del back["event"]
            assert back in events[link["event"]]["findings"]
    for rec in data["recommendations"]:
        for link in rec["responds_to"]:
            back = {**link, "recommendation": rec["id"]}
            del back["finding"]
            assert back in findings[link["finding"]]["recommendations"]
    links = [link for each in findings.values() for link in each["events"]]
    links += [link for each in data["recommendations"] for link in each["responds_to"]]
    assert {link["basis"] for link in links} <= {"stated", "inferred"}
    assert all(link["cites"] if link["basis"] == "stated" else link["reason"] for link in links)


def test_a_recommendation_says_where_it_stands_apart_from_whom_it_addresses(collection: Collection) -> None:
    data = restated.review(collection, collection.reviews["baby-z"]).model_dump(mode="json")
    rec = by_id(data["recommendations"])["health-6"]
    assert (rec["label"], rec["list"], rec["position"]) == ("Health 6", "health", 6)
    assert (rec["addressees"], rec["addressed_by_heading"]) == (["lscb"], [])
    rec = by_id(data["recommendations"])["early-years-2"]
    assert (rec["addressees"], rec["addressed_by_heading"]) == (["early-years", "childrens-services"], ["early-years"])


def test_dates_are_as_imprecise_as_written(collection: Collection, baby_z: Review) -> None:
    data = restated.review(collection, baby_z).model_dump(mode="json")
    events = by_id(data["events"])
    assert events["birth"]["date"] == "2007-08"
    assert (events["birth"]["first_day"], events["birth"]["last_day"]) == ("2007-08-01", "2007-08-31")
    told = events["father-tells-family"]
    assert (told["date"], told["last_day"]) == (None, None)
    for key, event in events.items():
        first, last = baby_z.possible[key]
        assert event["first_day"] == (first.isoformat() if first > date.min else None)
        assert event["last_day"] == (last.isoformat() if last < date.max else None)


def test_a_delay_says_how_far_beyond_its_standard_it_was(collection: Collection, baby_z: Review) -> None:
    events = by_id(restated.review(collection, baby_z).model_dump(mode="json")["events"])
    assert events["core-assessment-complete"]["counted"] == {
        "fewest": 42,
        "most": 83,
        "unit": "working-days",
        "about": False,
        "calculated": True,
        "beyond": 7,
    }
    assert events["core-assessment-complete"]["beyond_standard"] == "yes"
    assert events["first-examination-report"]["counted"] == {
        "fewest": 3,
        "most": 3,
        "unit": "weeks",
        "about": False,
        "calculated": False,
        "beyond": None,
    }
    assert events["first-examination-report"]["beyond_standard"] is None


def test_not_known_is_another_word_than_no(invented: Collection, lighthouse: Review) -> None:
    events = by_id(restated.review(invented, lighthouse).model_dump(mode="json")["events"])
    assert events["lamp-goes-out"]["counted"] is None
    assert events["lamp-goes-out"]["beyond_standard"] == "not-known"


def test_the_list_of_reviews_leads_to_the_data_of_each(collection: Collection) -> None:
    found = {each.path: json.loads(each.text()) for each in files(collection) if each.shape}
    for entry in found["api/v1/reviews.json"]["reviews"]:
        assert found[entry["data"].removeprefix("/")]["id"] == entry["id"]
    assert {each["id"] for each in found["api/v1/vocabularies.json"]["agencies"]} == set(collection.agencies)


def test_every_file_says_on_what_terms_it_may_be_used(collection: Collection) -> None:
    for file in files(collection):
        if file.shape:
            assert json.loads(file.text())["terms"]["licence"] == "CC-BY-4.0"
        elif file.table:
            assert all(row["licence"] == "CC-BY-4.0" and row["source"] for row in rows(file.text()))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_file_fits_its_schema(collection: Collection, invented: Collection) -> None:
    for whole in (collection, invented):
        found = {file.path: file for file in files(whole)}
        shaped = [file for file in found.values() if file.shape]
        assert len(shaped) == 2 + len(whole.reviews)
        for file in shaped:
            assert file.shape is not None
            schema = json.loads(found[f"api/v1/schemas/{file.shape.__name__.removesuffix('Data').lower()}.json"].text())
            Draft202012Validator.check_schema(schema)
            validator = Draft202012Validator(schema)
            assert [error.message for error in validator.iter_errors(json.loads(file.text()))] == []
            assert list(validator.iter_errors({"terms": {}}))


def test_every_table_has_the_columns_that_its_package_describes(collection: Collection) -> None:
    found = {file.path: file for file in files(collection)}
    package = json.loads(found["api/v1/datapackage.json"].text())
    assert {f"api/v1/{each['path']}" for each in package["resources"]} == {f.path for f in found.values() if f.table}
    assert len({each["name"] for each in package["resources"]}) == len(package["resources"])
    for resource in package["resources"]:
        assert re.fullmatch(r"[a-z0-9-]+", resource["name"])
        for row in rows(found[f"api/v1/{resource['path']}"].text()):
            fields = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
            assert list(row) == list(fields)
            for name, cell in row.items():
                if cell and fields[name] == "date":
                    date.fromisoformat(cell)
                if fields[name] == "integer":
                    int(cell)


def test_a_table_holds_a_row_a_record(collection: Collection, baby_z: Review) -> None:
    found = {file.path: file.text() for file in files(collection)}
    at = "api/v1/reviews/baby-z"
    assert {row["id"] for row in rows(found[f"{at}/timeline.csv"])} == set(baby_z.events)
    assert [row["id"] for row in rows(found[f"{at}/findings.csv"])] == list(baby_z.findings)
    assert [row["id"] for row in rows(found[f"{at}/recommendations.csv"])] == list(baby_z.recommendations)
    assert [int(row["number"]) for row in rows(found[f"{at}/paragraphs.csv"])] == list(baby_z.paragraphs)
    assert [row["text"] for row in rows(found["api/v1/timeline.csv"])] == [
        event.text for track in Track for event in baby_z.track(track)
    ]


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-1", "@x", "\tx", "\rx", '=cmd|"/c x"!A1'])
def test_no_cell_begins_a_formula(cell: str, baby_z: Review) -> None:
    column: sheets.Column[Paragraph] = sheets.Column("gist", "string", "", lambda review, each: cell)
    sheet = replace(sheets.PARAGRAPHS, columns=(column,))
    text = sheets.written(sheet, [baby_z])
    assert next(iter(rows(text)[0].values())) == f"'{cell}"


def test_a_table_is_written_as_rfc_4180_has_it(baby_z: Review) -> None:
    columns: list[sheets.Column[Paragraph]] = [
        sheets.Column("number", "string", "", lambda review, each: 'a "b", c'),
        sheets.Column("gist", "string", "", lambda review, each: "x\ny"),
    ]
    text = sheets.written(replace(sheets.PARAGRAPHS, columns=tuple(columns)), [baby_z])
    head, _, rest = text.partition("\r\n")
    assert head == "\ufeffnumber,gist"
    assert rest.startswith('"a ""b"", c","x\ny"\r\n')
    assert rest.endswith("\r\n")


def test_the_openapi_description_names_every_file_and_its_schema(collection: Collection) -> None:
    found = {file.path: file for file in files(collection)}
    described = json.loads(found["api/v1/openapi.json"].text())
    assert set(described["paths"]) == {f"/{file.path}" for file in found.values() if file.shape or file.table}
    for path in described["paths"].values():
        for content in path["get"]["responses"]["200"]["content"].values():
            if "$ref" in content["schema"]:
                assert f"api/v1/{content['schema']['$ref']}" in found


ATOM = "{http://www.w3.org/2005/Atom}"


def standing(collection: Collection, site: str) -> Collection:
    """The collection, to be published at an address."""
    return replace(collection, release=Release("1", "abc", site))


def test_two_sites_of_one_project_have_feeds_of_their_own(collection: Collection) -> None:
    one, other = (feed(standing(collection, site)) for site in ("https://a.example/", "https://b.example/"))
    ids = [etree.fromstring(each.encode()).findtext("{*}id") for each in (one, other)]
    assert ids[0] != ids[1]
    assert feed(standing(collection, "https://a.example/")) == one


@pytest.mark.parametrize("site", ["", "https://owner.example/reviews-site/"])
def test_the_feed_is_atom_with_ids_and_dates_that_stay(collection: Collection, baby_z: Review, site: str) -> None:
    atom = etree.fromstring(feed(standing(collection, site)).encode())
    assert atom.tag == f"{ATOM}feed"
    entries = atom.findall(f"{ATOM}entry")
    assert len(entries) == 1 + len(baby_z.recommendations)
    for each in (atom, *entries):
        for name in ("id", "title", "updated"):
            (one,) = each.findall(f"{ATOM}{name}")
            assert one.text
        assert each.findtext(f"{ATOM}author/{ATOM}name")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", each.findtext(f"{ATOM}updated") or "")
        assert (each.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
        (link,) = (link for link in each.findall(f"{ATOM}link") if link.get("rel") == "alternate")
        assert (link.get("href") or "").startswith(site or ("reviews/", "./"))
    assert atom.findtext(f"{ATOM}updated") == f"{baby_z.head.changed or baby_z.head.on_site}T00:00:00Z"


def test_the_feed_s_ids_are_one_an_entry_wherever_the_site_stands(collection: Collection) -> None:
    def ids(site: str) -> list[str | None]:
        atom = etree.fromstring(feed(standing(collection, site)).encode())
        return [entry.findtext(f"{ATOM}id") for entry in atom.findall(f"{ATOM}entry")]

    assert ids("") == ids("https://elsewhere.example/")
    assert len(set(ids(""))) == len(ids(""))


def test_machines_are_told_of_a_report_and_the_dataset_that_restates_it(collection: Collection, baby_z: Review) -> None:
    said = json.loads(linked(standing(collection, "https://owner.example/x/"), baby_z))
    assert said["@type"] == "Dataset"
    assert said["isBasedOn"]["@type"] == "Report"
    assert said["isBasedOn"]["datePublished"] == "2010-03"
    assert said["url"] == "https://owner.example/x/reviews/baby-z/"
    assert said["distribution"][0]["contentUrl"] == "https://owner.example/x/api/v1/reviews/baby-z.json"


def test_what_machines_are_told_cannot_end_its_script(collection: Collection, baby_z: Review) -> None:
    head = baby_z.head.model_copy(update={"title": "</script><script>alert(1)</script>"})
    assert "<" not in linked(collection, replace(baby_z, head=head))
