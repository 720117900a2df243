"""How elements of a web page look, as far as their names, attributes and own styles say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from lxml import etree

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SILENT = "head title script style template noscript svg math iframe object embed canvas select textarea audio video"
_BLOCKS = """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
    footer form header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul"""
SILENT = frozenset(_SILENT.split())
BLOCKS = frozenset((*_BLOCKS.split(), *HEADINGS))
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)")
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)")
_CENTRED = re.compile(r"text-align\s*:\s*center")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_FONT = re.compile(r"font-family\s*:\s*[\"']?([^;,\"']+)")
_BORDER = re.compile(r"border(?:-\w+)*\s*:\s*[^;]*(?:solid|double|dotted|dashed)")


@dataclass(frozen=True, slots=True)
class Look:
    """What an element hands down to what stands in it."""

    bold: bool = False
    italic: bool = False
    centred: bool = False
    level: int | None = None
    font: str | None = None
    kept: bool = False  # spaces and line ends stay


# What the names of elements say of their look.
_NAMED: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        **{tag: {"bold": True} for tag in ("b", "strong", "th")},
        **{tag: {"italic": True} for tag in ("i", "em")},
        **{tag: {"bold": True, "level": level} for level, tag in enumerate(HEADINGS, 1)},
        "center": {"centred": True},
        "pre": {"kept": True},
    }
)


def is_hidden(element: etree._Element) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style.lower()))


def deeper(above: Look, element: etree._Element) -> Look:
    """The look inside ``element``, which stands in ``above``."""
    look = _named(above, element.tag) if element.tag in _NAMED else above
    return _styled(look, element) if element.attrib else look


@lru_cache(maxsize=4096)
def _named(above: Look, tag: str) -> Look:
    return replace(above, **_NAMED[tag])


def _styled(look: Look, element: etree._Element) -> Look:
    written = element.get("style") or ""
    style = written.lower()
    font = _FONT.search(written)
    return replace(
        look,
        bold=not _LIGHT.search(style) and (look.bold or bool(_BOLD.search(style))),
        italic=look.italic or bool(_ITALIC.search(style)),
        centred=_is_centred(look, element, style),
        font=font[1].strip() if font else (element.get("face") or look.font),
    )


def _is_centred(above: Look, element: etree._Element, style: str) -> bool:
    align = (element.get("align") or "").lower()
    if align or "text-align" in style:
        return align == "center" or bool(_CENTRED.search(style))
    return above.centred


def is_ruled(table: etree._Element) -> bool:
    """Whether a table shows borders, as far as it says so itself; titles of columns are a sign of borders too."""
    if (table.get("border") or "0").strip("px ") not in ("", "0"):
        return True
    if {"grid", "msotablegrid"} & set((table.get("class") or "").lower().split()):
        return True
    styles = [table.get("style") or "", *(cell.get("style") or "" for cell in table.iter("td", "th"))]
    return any(_BORDER.search(style) for style in styles) or table.find(".//th") is not None
