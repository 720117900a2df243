"""A document to one HTML file that needs nothing else: it looks like the A4 page and prints as one."""

from dataclasses import fields
from html import escape
from importlib.resources import files

from sokhcn.document.nodes import Document
from sokhcn.document.profile import DECREE_30, Profile
from sokhcn.document.walk import words
from sokhcn.formats.html.article import article, fragment
from sokhcn.formats.html.pieces import Hand

__all__ = ["fragment", "render"]

UNITS = {"mm": "mm", "pt": "pt"}


def render(document: Document, profile: Profile = DECREE_30) -> bytes:
    """The document as a self-contained page: style inside, no script, nothing to fetch."""
    head = document.head
    title = escape(f"{head.type_name} {words(head.subject)}".strip())
    style = f"{_sizes(profile)}\n{_pages(profile)}\n{files(__package__).joinpath('paper.css').read_text('utf-8')}"
    return f"""\
<!DOCTYPE html>
<html lang="{escape(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{article(document, profile, Hand())}</body>
</html>
""".encode()


def _sizes(profile: Profile) -> str:
    """The profile as custom properties: ``--body-pt: 14pt``."""
    lines = [f"  --fonts: {_fonts(profile)}, serif;"]
    for field in fields(profile):
        if field.name != "fonts":
            unit = UNITS.get(field.name.rpartition("_")[2], "")
            lines.append(f"  --{field.name.replace('_', '-')}: {getattr(profile, field.name):g}{unit};")
    return "\n".join([":root {", *lines, "}"])


def _pages(profile: Profile) -> str:
    """Page boxes: they cannot read custom properties, so their numbers are written out.

    The number stands in the middle of the top margin and not on the first page (Annex I, Part II); every appendix
    counts its own pages.
    """
    margin = f"{profile.top_mm:g}mm {profile.right_mm:g}mm {profile.bottom_mm:g}mm {profile.left_mm:g}mm"
    number = f"content: counter(page); font: {profile.page_number_pt:g}pt {_fonts(profile)}, serif;"
    # Browsers do not start the page counter again at an element, so appendices count with one of their own.
    annexed = f"counter-increment: annex; @top-center {{ {number.replace('page)', 'annex, after-first)')} }}"
    return f"""\
@counter-style after-first {{ system: fixed; symbols: " "; fallback: decimal; }}
@page {{ size: A4; margin: {margin}; @top-center {{ {number} }} }}
@page :first {{ @top-center {{ content: none; }} }}
@page upright {{ size: A4; {annexed} }}
@page lying {{ size: A4 landscape; {annexed} }}"""


def _fonts(profile: Profile) -> str:
    """Names as CSS strings; what could end the string or the style element is left out."""
    return ", ".join('"' + "".join(c for c in name if c not in '"\\<>\n') + '"' for name in profile.fonts)
