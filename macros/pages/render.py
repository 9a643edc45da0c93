"""One Jinja environment: a template and finished values in, finished HTML out."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..collection import addresses
from . import languages


@functools.cache
def environment() -> Environment:
    """The environment of all templates; a name that is not there is an error.

    A value is escaped once, for HTML or XML, by autoescape: no Markdown reads what comes of it (see finished.py).
    """
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        auto_reload=False,  # a page asks for a template some twenty times
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["said"] = languages.said
    return made


def render(template: str, page: str, context: Mapping[str, Any]) -> str:
    """The HTML of a template for the page at ``page`` (MkDocs' ``page.url``), without empty lines."""
    given = {
        "lang": "",
        "href": functools.partial(addresses.relative, page=page),
        "absolute": addresses.absolute,
        **context,
    }
    html = environment().get_template(template).render(**given)
    return "\n".join(bare for line in html.splitlines() if (bare := line.strip()))
