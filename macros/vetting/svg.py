"""What an SVG carries beside what it draws: scripts, other hosts, and what its editor wrote into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

_FORBIDDEN = {"script": "a script", "foreignObject": "a page inside it (`foreignObject`)", "handler": "a script"}
_NAMES = frozenset({"docname", "export-filename", "absref"})
"""Where an editor keeps the path of the file, which often names its user."""
_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_STYLE = re.compile(r"url\((?!\s*['\"]?#)|@import|expression\(", re.IGNORECASE)
_DECLARED = re.compile(r"<!(?:ENTITY|DOCTYPE[^>]*\[)|<\?xml-stylesheet", re.IGNORECASE)


def carried(text: str) -> Iterator[str]:
    """What must not be in a published drawing. Raises ElementTree.ParseError where it is none."""
    if _DECLARED.search(text):
        yield "declarations that another file or a text of its own fills"
        return
    for element in ElementTree.fromstring(text).iter():
        if not isinstance(element.tag, str):
            continue
        name = _local(element.tag)
        if name in _FORBIDDEN:
            yield _FORBIDDEN[name]
        if name == "style" and _STYLE.search(element.text or ""):
            yield "a style from elsewhere"
        for key, value in element.attrib.items():
            yield from _attribute(_local(key), value, name)


def _attribute(key: str, value: str, of: str) -> Iterator[str]:
    if key.lower().startswith("on"):
        yield f"a script (`{key}`)"
    elif key in _NAMES:
        yield f"the file's name where it was drawn (`{key}`: “{value}”)"
    elif key in ("href", "src") and value and not value.startswith("#") and (of != "a" or _is_script(value)):
        kind = "a picture inside it" if value.startswith("data:") else f"a reference to “{value}”"
        yield kind
    elif _STYLE.search(value) and key not in ("title", "desc"):
        yield f"a style from elsewhere (`{key}`)"


def _is_script(address: str) -> bool:
    return bool(_OUTSIDE.match(address)) and not address.lower().startswith(("http:", "https:", "mailto:"))


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _is_forbidden(element: ElementTree.Element) -> bool:
    name = _local(str(element.tag))
    return name in {*_FORBIDDEN, "metadata", "namedview"} or (
        name == "style" and bool(_STYLE.search(element.text or ""))
    )


def cleaned(text: str) -> str:
    """The drawing without them."""
    text = re.sub(r"<!DOCTYPE.*?(?:\[.*?\])?\s*>|<\?xml-stylesheet.*?\?>", "", text, flags=re.DOTALL)
    ElementTree.register_namespace("", "http://www.w3.org/2000/svg")
    ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    root = ElementTree.fromstring(text)
    for parent in list(root.iter()):
        for child in [each for each in parent if _is_forbidden(each)]:
            parent.remove(child)
        for key, value in list(parent.attrib.items()):
            if any(_attribute(_local(key), value, _local(str(parent.tag)))):
                del parent.attrib[key]
    return ElementTree.tostring(root, encoding="unicode") + "\n"
