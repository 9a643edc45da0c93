"""One Jinja environment: a template and finished values in, finished HTML out."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..collection import addresses

_ACTIVE = re.compile(r"[\\`*_{}\[\]<>&\"'~^=|!:@#+$]")
"""Whatever HTML, Markdown or its extensions could take for more than text."""


def as_typed(value: object) -> Markup:
    """Text that no reader of HTML or Markdown takes for markup: each active character as an entity.

    Escaping for HTML is not enough, since the page's Markdown is read after the macros have run.
    """
    if isinstance(value, Markup):
        return value
    return Markup(_ACTIVE.sub(lambda match: f"&#{ord(match.group())};", str(value)))


@functools.cache
def environment() -> Environment:
    """The environment of all templates; a name that is not there is an error."""
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(
        loader=loader,
        autoescape=True,
        finalize=as_typed,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, page: str, context: Mapping[str, Any]) -> str:
    """The HTML of a template for the page at ``page`` (MkDocs' ``page.url``), without empty lines."""
    links = {"href": functools.partial(addresses.relative, page=page), "absolute": addresses.absolute}
    html = environment().get_template(template).render(**context, **links)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())
