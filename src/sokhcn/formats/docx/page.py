"""Page setup: A4, margins of the profile, the page number at top centre, sections."""

from sokhcn.formats.docx.elements import Element, R, on, paragraph, said, twips_of_mm, w
from sokhcn.formats.docx.names import Style
from sokhcn.formats.docx.press import A4_MM, Press

NUMBERED_HEADER = "rId1"
BLANK_HEADER = "rId2"
_HEADER_AT_MM = 10


def section_end(press: Press, *, landscape: bool = False) -> Element:
    """The page setup of the section that ends here. Its pages are numbered from 1, the number not shown on page 1."""
    profile = press.profile
    width, height = (twips_of_mm(side) for side in (reversed(A4_MM) if landscape else A4_MM))
    return w(
        "sectPr",
        _header("default", NUMBERED_HEADER),
        _header("first", BLANK_HEADER),
        w("type", val="nextPage"),
        w("pgSz", w=width, h=height, **({"orient": "landscape"} if landscape else {})),
        w(
            "pgMar",
            top=twips_of_mm(profile.top_mm),
            right=twips_of_mm(profile.right_mm),
            bottom=twips_of_mm(profile.bottom_mm),
            left=twips_of_mm(profile.left_mm),
            header=twips_of_mm(_HEADER_AT_MM),
            footer=twips_of_mm(_HEADER_AT_MM),
            gutter=0,
        ),
        w("pgNumType", start=1),
        w("cols", space=720),
        on("titlePg"),
    )


def numbered_header() -> Element:
    """The header of every page but the first of a section."""
    field = w("fldSimple", said("2"), instr=" PAGE ")
    return w("hdr", paragraph(Style.HEADER, field))


def blank_header() -> Element:
    """The header of first pages."""
    return w("hdr", paragraph(Style.HEADER))


def _header(kind: str, relation: str) -> Element:
    reference = w("headerReference", type=kind)
    reference.set(R + "id", relation)
    return reference
