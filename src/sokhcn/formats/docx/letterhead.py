"""Everything above the body: the two agencies and the nation's name, number and date, title, addressees."""

from sokhcn.document.letterhead import MOTTO, NATIONAL_NAME, addressed, dated, serial
from sokhcn.document.nodes import Break, Head, Inline
from sokhcn.document.profile import Profile
from sokhcn.document.walk import flat, words
from sokhcn.formats.docx.centred import Centred
from sokhcn.formats.docx.elements import (
    Element,
    blanks_kept,
    borderless_table,
    paragraph,
    said,
    twips_of_pt,
    w,
)
from sokhcn.formats.docx.inlines import TITLE, runs
from sokhcn.formats.docx.names import Style
from sokhcn.formats.docx.press import Press
from sokhcn.formats.docx.rules import rule
from sokhcn.formats.docx.widths import width_pt

_LEFT_SHARE = 0.41
_WIDEST_RIGHT = 0.72
_SPARE_PT = 3
_SPARE_ITALIC_PT = 8
_BETWEEN_PT = 8
_BLANK_NUMBER = " " * 8
_BLANK_DAY = " " * 6


def letterhead(press: Press, head: Head) -> tuple[Element, ...]:
    """The top of page 1, down to the addressees."""
    widths = _columns(press, head)
    left = (*_agencies(press, head, widths[0] - twips_of_pt(_BETWEEN_PT)),)
    right = (
        paragraph(Style.NATIONAL_NAME, said(NATIONAL_NAME)),
        paragraph(Style.MOTTO, said(MOTTO)),
        rule(press, width_pt(MOTTO, press.profile.motto_pt, bold=True), widths[1]),
    )
    number = (paragraph(Style.SERIAL, said(blanks_kept(serial_words(head)))),)
    date = (paragraph(Style.DATED, said(blanks_kept(date_words(head)))),)
    top = borderless_table(widths, (left, right), (number, date), between_twips=twips_of_pt(_BETWEEN_PT))
    return (top, *_title(press, head), *_addressees(press, head))


def serial_words(head: Head) -> str:
    """The line of the number; a draft leaves room for it."""
    return _BLANK_NUMBER.join(serial(head))


def date_words(head: Head) -> str:
    """The line of place and date; a draft leaves room for the day."""
    return _BLANK_DAY.join(dated(head))


def _columns(press: Press, head: Head) -> tuple[int, int]:
    """About 41 and 59 parts; a little more for the side that would else break a line that fits on one."""
    p = press.profile
    usable = press.usable_twips() / 20
    date = date_words(head)
    nation = width_pt(NATIONAL_NAME, p.national_name_pt, bold=True) + _SPARE_PT
    right = max(nation, width_pt(date, p.dated_pt) + _SPARE_ITALIC_PT)
    most_left = usable - min(right, _WIDEST_RIGHT * usable)
    wanted = _widest_left(p, head) + _SPARE_PT + _BETWEEN_PT
    left = _LEFT_SHARE * usable
    if left < wanted <= most_left:
        left = wanted
    left = min(left, most_left)
    return twips_of_pt(left), press.usable_twips() - twips_of_pt(left)


def _widest_left(p: Profile, head: Head) -> float:
    return max(
        width_pt(head.parent_agency, p.agency_pt),
        width_pt(head.agency, p.agency_pt, bold=True),
        width_pt(serial_words(head), p.serial_pt),
    )


def _agencies(press: Press, head: Head, room: int) -> tuple[Element, ...]:
    size = press.profile.agency_pt
    parent = Centred(head.parent_agency, room, size)
    agency = Centred(head.agency, room, size, bold=True)
    above = (paragraph(Style.PARENT_AGENCY, said(head.parent_agency), more=parent.even()),)
    return (
        *(above if head.parent_agency else ()),
        paragraph(Style.AGENCY, said(head.agency), more=agency.even()),
        rule(press, agency.rule_pt(), room),
    )


def _title(press: Press, head: Head) -> tuple[Element, ...]:
    room = press.usable_twips()
    subject = Centred(_printed(head.subject), room, press.profile.title_pt, bold=True)
    kind = (paragraph(Style.TYPE_NAME, said(head.type_name)),) if head.type_name else ()
    content = runs(press, head.subject, TITLE)
    return (*kind, paragraph(Style.SUBJECT, *content, more=subject.even()), rule(press, subject.rule_pt(), room))


def _printed(inlines: tuple[Inline, ...]) -> str:
    return "".join("\n" if isinstance(node, Break) else words((node,)) for node in flat(inlines))


def _addressees(press: Press, head: Head) -> tuple[Element, ...]:
    """One on the line of ``Kính gửi:``; several each on a line, their dashes under the colon (Annex I, Part II)."""
    lines = addressed(head)
    if len(lines) <= 1:
        return tuple(paragraph(Style.ADDRESSEE, said(line)) for line in lines)
    return _several(press, lines[1:])


def _several(press: Press, lines: tuple[str, ...]) -> tuple[Element, ...]:
    size = press.profile.body_pt
    to_colon = width_pt("Kính gửi", size)
    free = press.usable_twips() / 20 - to_colon - max(width_pt(line, size) for line in lines)
    left = max(0.0, free / 2)
    dash = twips_of_pt(width_pt("- ", size))
    first = paragraph(Style.ADDRESSEES, said("Kính gửi:"), more=(_gap(8, 0), w("ind", left=twips_of_pt(left))))
    indent = {"left": twips_of_pt(left + to_colon) + dash, "hanging": dash}
    return first, *(
        paragraph(Style.ADDRESSEES, said(line), more=(_gap(0, 10 if line is lines[-1] else 0), w("ind", **indent)))
        for line in lines
    )


def _gap(before_pt: float, after_pt: float) -> Element:
    return w("spacing", before=twips_of_pt(before_pt), after=twips_of_pt(after_pt))
