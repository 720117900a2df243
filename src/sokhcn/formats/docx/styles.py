"""``word/styles.xml`` and ``word/fontTable.xml``: defaults and named styles, so that no text carries its own."""

from sokhcn.document.profile import Profile
from sokhcn.formats.docx.elements import Element, on, twips_of_mm, twips_of_pt, w
from sokhcn.formats.docx.looks import Look, looks
from sokhcn.formats.docx.names import Style

_CELL_SIDE_TWIPS = 85
_LINES = 240
_BUILT_IN = (Style.HEADER, Style.HEADING_1, Style.HEADING_2, Style.HEADING_3)


def styles(profile: Profile, language: str) -> Element:
    """The styles part."""
    normal = w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        w("rPr", _fonts(profile), *_size(profile.body_pt)),
        type="paragraph",
        default=1,
        styleId=Style.NORMAL,
    )
    return w("styles", _defaults(profile, language), normal, *(_style(look) for look in looks(profile)), _table_style())


def fonts(profile: Profile) -> Element:
    """The font table: what may stand in for the first font where it is missing."""
    first, *others = profile.fonts
    stand_in = w("altName", val=others[0]) if others else None
    properties = (w("charset", val="00"), w("family", val="roman"), w("pitch", val="variable"))
    return w("fonts", w("font", stand_in, *properties, name=first))


def _fonts(profile: Profile) -> Element:
    font = profile.fonts[0]
    return w("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)


def _size(points: float) -> tuple[Element, Element]:
    half_points = round(points * 2)
    return w("sz", val=half_points), w("szCs", val=half_points)


def _defaults(profile: Profile, language: str) -> Element:
    black = w("color", val="000000")
    spoken = w("lang", val=language, eastAsia=language, bidi="ar-SA")
    run = w("rPr", _fonts(profile), black, *_size(profile.body_pt), spoken)
    spacing = w("spacing", before=0, after=0, line=_LINES, lineRule="auto")
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr", w("widowControl"), spacing)))


def _style(look: Look) -> Element:
    custom = {} if look.style in _BUILT_IN else {"customStyle": 1}
    return w(
        "style",
        w("name", val=look.name),
        w("aliases", val=look.alias) if look.alias else None,
        w("basedOn", val=Style.NORMAL),
        w("next", val=look.following) if look.following else None,
        w("qFormat"),
        _paragraph_look(look),
        _run_look(look),
        type="paragraph",
        styleId=look.style,
        **custom,
    )


def _paragraph_look(look: Look) -> Element:
    height = twips_of_pt(look.exact_pt) if look.exact_pt else round(look.lines * _LINES)
    return w(
        "pPr",
        on("keepNext", look.keep_next),
        w(
            "spacing",
            before=twips_of_pt(look.before_pt),
            after=twips_of_pt(look.after_pt),
            line=height,
            lineRule="exact" if look.exact_pt else "auto",
        ),
        w("ind", firstLine=twips_of_mm(look.first_line_mm)) if look.first_line_mm else None,
        w("jc", val=look.align),
        w("outlineLvl", val=look.outline) if look.outline is not None else None,
    )


def _run_look(look: Look) -> Element:
    bold = (on("b", look.bold), on("bCs", look.bold))
    italic = (on("i", look.italic), on("iCs", look.italic))
    return w("rPr", *bold, *italic, *_size(look.size_pt))


def _table_style() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(side, val="single", sz=4, space=0, color="000000") for side in sides))
    padding = w("tblCellMar", *(w(side, w=_CELL_SIDE_TWIPS, type="dxa") for side in ("left", "right")))
    return w(
        "style",
        w("name", val="Bảng có kẻ"),
        w("qFormat"),
        w("tblPr", borders, padding),
        type="table",
        customStyle=1,
        styleId=Style.TABLE,
    )
