"""The open data as files: the path of each, and what stands in it, from the same records as the pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from pydantic import BaseModel

from ..collection import Collection, Review, addresses
from . import sheets
from .data_file import DataFile, kind_of
from .descriptions import datapackage, openapi, schema
from .restated import review, reviews, taken_down, vocabularies
from .shapes import ReviewData, ReviewsData, TakenDownData, VocabulariesData


def files(collection: Collection) -> Iterator[DataFile]:
    """Every file of the open data, and those that describe it."""
    data = tuple(_data(collection))
    yield from data
    for shape in dict.fromkeys(file.shape for file in data if file.shape):
        what = f"JSON Schema: {(shape.__doc__ or '').lower()}"
        yield _description(f"schemas/{kind_of(shape)}.json", what, partial(schema, shape))
    what = "All of the data described as OpenAPI 3.1: each address, and the schema of what it returns."
    yield _description("openapi.json", what, partial(openapi, collection, data))
    what = "The tables described as a Frictionless data package: each column, its type and what it holds."
    yield _description("datapackage.json", what, partial(datapackage, collection, data))


def at_old_addresses(collection: Collection) -> Iterator[tuple[str, str]]:
    """The data of reviews whose folder had another name, which stays at its old paths as well; each with its text."""
    for file in _data(collection):
        for old in collection.reviews[file.slug].head.formerly if file.slug else ():
            yield file.path.replace(f"/reviews/{file.slug}", f"/reviews/{old}", 1), file.text()


def _data(collection: Collection) -> Iterator[DataFile]:
    what = "The reviews, each with the address of its data; and which addresses have moved."
    yield _json("reviews", what, ReviewsData, partial(reviews, collection))
    what = "What the reviews share: agencies, themes, the glossary, sources and helplines."
    yield _json("vocabularies", what, VocabulariesData, partial(vocabularies, collection))
    for each in collection.reviews.values():
        what = f"Everything on {each.head.short_title}: each record with its address, and each link with its basis."
        yield _json(f"reviews/{each.slug}", what, ReviewData, partial(review, collection, each), each.slug)
    for slug, gone in collection.taken_down.items():
        for at in (slug, *gone.formerly):
            yield from _notices(collection, slug, at)
    for sheet in sheets.SHEETS:
        yield _csv(f"{sheet.what} of every review.", sheet, tuple(collection.reviews.values()))
        for each in collection.reviews.values():
            yield _csv(f"{sheet.what} of one review: {each.head.short_title}.", sheet, (each,), each.slug)


def _notices(collection: Collection, slug: str, at: str) -> Iterator[DataFile]:
    """What stands at the addresses of the data of a review that was taken down."""
    what = f"That {collection.taken_down[slug].short_title} was taken down."
    yield _json(f"reviews/{at}", what, TakenDownData, partial(taken_down, collection, slug))
    for sheet in sheets.SHEETS:
        path = addresses.data(f"reviews/{at}/{sheet.name}.csv")
        yield DataFile(path, what, partial(sheets.written, sheet, ()), table=sheet)


def _json(name: str, what: str, shape: type[BaseModel], value: Callable[[], BaseModel], slug: str = "") -> DataFile:
    def text() -> str:
        return value().model_dump_json() + "\n"

    return DataFile(addresses.data(f"{name}.json"), what, text, shape, slug=slug)


def _csv(what: str, sheet: sheets.Sheet[Any], shown: Sequence[Review], slug: str = "") -> DataFile:
    name = f"reviews/{slug}/{sheet.name}.csv" if slug else f"{sheet.name}.csv"
    return DataFile(addresses.data(name), what, partial(sheets.written, sheet, shown), table=sheet, slug=slug)


def _description(name: str, what: str, value: Callable[[], Mapping[str, Any]]) -> DataFile:
    def text() -> str:
        return json.dumps(value(), ensure_ascii=False) + "\n"

    return DataFile(addresses.data(name), what, text)
