"""The whole page as one article: letterhead, title, body, close and appendices, without any style."""

import re
from dataclasses import fields
from html import escape

from sokhcn.document.letterhead import (
    ADDRESSED_TO,
    MOTTO,
    NATIONAL_NAME,
    RECIPIENTS,
    Parts,
    addressed,
    dated,
    listed,
    serial,
)
from sokhcn.document.nodes import Appendix, Closing, Document, Head, Section
from sokhcn.document.profile import DECREE_30, Profile
from sokhcn.document.walk import words
from sokhcn.formats.html.pieces import FigureLink, Hand

GAP = '<span class="gap"></span>'
DEEPEST_HEADING = 6


def fragment(document: Document, profile: Profile = DECREE_30, figure_link: FigureLink | None = None) -> str:
    """The article for a page of the application: its title is a second heading, its figures lead where told.

    Sizes of ``profile`` that are not the usual ones stand as data attributes (``data-body-pt="13"``), so that the
    page's own stylesheet may follow them.
    """
    return article(document, profile, Hand(figure_link, top=2))


def article(document: Document, profile: Profile, hand: Hand) -> str:
    """The document as an ``<article>`` written by ``hand``."""
    head = document.head
    label = escape(f"{head.type_name} {words(head.subject)}".strip())
    body = "".join(_section(section, hand) for section in document.sections)
    sheet = f'<section class="sheet">\n{_head(head, hand)}{body}{_closing(document.closing)}</section>\n'
    appendices = "".join(_appendix(appendix, hand) for appendix in document.appendices)
    opening = f'<article class="paper" lang="{escape(document.language)}" aria-label="{label}"{_unusual(profile)}>'
    return f"{opening}\n{sheet}{appendices}</article>\n"


def _unusual(profile: Profile) -> str:
    """What ``profile`` sets otherwise than the usual one, as attributes."""
    sizes = [field.name for field in fields(profile) if field.name != "fonts"]
    changed = [name for name in sizes if getattr(profile, name) != getattr(DECREE_30, name)]
    return "".join(f' data-{name.replace("_", "-")}="{getattr(profile, name):g}"' for name in changed)


def _head(head: Head, hand: Hand) -> str:
    return f"""\
<header class="letterhead">
<div>
<p>{escape(head.parent_agency)}</p>
<p class="rule third"><b>{escape(head.agency)}</b></p>
<p class="serial">{_filled(serial(head))}</p>
</div>
<div>
<p><b>{NATIONAL_NAME}</b></p>
<p class="motto rule"><b>{MOTTO}</b></p>
<p class="dated">{_filled(dated(head))}</p>
</div>
</header>
<h{hand.top} class="subject first">{escape(head.type_name)}</h{hand.top}>
<p class="subject rule"><b>{hand.words(head.subject, title=True)}</b></p>
{_addressees(head)}"""


def _filled(parts: Parts) -> str:
    return GAP.join(escape(part) for part in parts)


def _addressees(head: Head) -> str:
    if not head.addressees:
        return ""
    if len(head.addressees) == 1:
        return f'<p class="addressed one">{escape(addressed(head)[0])}</p>\n'
    lines = "".join(f"<li>{escape(line)}</li>" for line in listed(head.addressees))
    return f'<div class="addressed"><p>{ADDRESSED_TO}</p><ul role="list">{lines}</ul></div>\n'


def _section(section: Section, hand: Hand) -> str:
    level = min(hand.top + max(section.level, 1), DEEPEST_HEADING)
    number = "" if section.number is None else f"{escape(section.number)}. "
    title = f'<h{level} id="s-{escape(section.key)}">{number}{hand.words(section.title, title=True)}</h{level}>\n'
    return title + hand.blocks(section.blocks) + "".join(_section(inner, hand) for inner in section.sections)


def _closing(closing: Closing) -> str:
    recipients = "".join(f"<li>{escape(line)}</li>\n" for line in listed(closing.recipients))
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in closing.signature.lines)
    return f"""\
<footer class="signing">
<div>
<p class="to">{RECIPIENTS}</p>
<ul role="list">
{recipients}</ul>
</div>
<div class="by">
{lines}<p>{escape(closing.signature.name)}</p>
</div>
</footer>
"""


def _appendix(appendix: Appendix, hand: Hand) -> str:
    lying = " landscape" if appendix.landscape else ""
    level = hand.top + 1
    reference = _filled(tuple(re.split(r" {2,}", appendix.reference)))
    return f"""\
<section class="sheet appendix{lying}" id="a-{escape(appendix.key)}">
<h{level} class="subject first">{escape(appendix.label)}</h{level}>
<p class="subject"><b>{escape(appendix.title)}</b></p>
<p class="subject rule"><i>{reference}</i></p>
{hand.blocks(appendix.blocks)}</section>
"""
