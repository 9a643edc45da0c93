"""What describes the open data to machines: JSON Schemas, OpenAPI, a Frictionless data package."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from ..collection import Collection, addresses
from .data_file import DataFile, kind_of
from .shapes import TERMS
from .sheets import SAID_OF_THE_MARK


def schema(shape: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a published file."""
    found = shape.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def openapi(collection: Collection, data: Iterable[DataFile]) -> dict[str, Any]:
    """Every address of the data, and what it answers."""

    def content(file: DataFile) -> dict[str, Any]:
        if file.shape:
            return {"application/json": {"schema": {"$ref": f"schemas/{kind_of(file.shape)}.json"}}}
        return {"text/csv": {"schema": {"type": "string"}}}

    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{addresses.SITE_NAME}: open data",
            "version": collection.release.version or "0",
            "description": f"{TERMS.note} {SAID_OF_THE_MARK}",
            "license": {"name": TERMS.licence, "identifier": TERMS.licence},
        },
        "servers": [{"url": "../.."}],
        "paths": {
            f"/{file.path}": {
                "get": {
                    "summary": file.what,
                    "responses": {"200": {"description": file.what, "content": content(file)}},
                }
            }
            for file in data
        },
    }


def datapackage(collection: Collection, data: Iterable[DataFile]) -> dict[str, Any]:
    """The tables as Frictionless describes them."""
    return {
        "name": "safeguarding-reviews",
        "title": addresses.SITE_NAME,
        "description": f"{TERMS.note} {SAID_OF_THE_MARK}",
        "version": collection.release.version or "0",
        "licenses": [{"name": TERMS.licence, "path": TERMS.licence_url}],
        "sources": [{"title": each.head.title} for each in collection.reviews.values()],
        "resources": [
            {
                "name": file.path.removeprefix(addresses.data("")).removesuffix(".csv").replace("/", "-"),
                "path": file.path.removeprefix(addresses.data("")),
                "title": file.what,
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [
                        {"name": column.name, "type": column.type, "description": column.what}
                        for column in file.table.columns
                    ]
                },
            }
            for file in data
            if file.table
        ],
    }
