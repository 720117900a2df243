"""Drawn rules: a line shape in a low paragraph of its own, with a VML line for programs that know no DrawingML shapes.

Annex I of Decree 30/2020/NĐ-CP asks for a drawn solid line; borders and underlines are not that.
"""

from lxml import etree

from sokhcn.formats.docx.elements import NAMESPACES, Element, paragraph, w
from sokhcn.formats.docx.names import Style
from sokhcn.formats.docx.press import Press

_EMU_PER_PT = 12700
_EMU_PER_TWIP = 635
_BELOW_PT = 4
_THICK_PT = 0.75

_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_LINE = """<mc:AlternateContent {declared}>
<mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{id}" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>{below}</wp:posOffset></wp:positionV>
<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{id}" name="Đường kẻ {id}" descr="Đường kẻ"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvCnPr/><wps:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>
<a:ln w="{thick}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:prstDash val="solid"/></a:ln>
</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict>
<v:line id="rule{id}" style="position:absolute;z-index:{id};mso-position-horizontal-relative:text"
 from="{from_pt}pt,{below_pt}pt" to="{to_pt}pt,{below_pt}pt" strokecolor="black" strokeweight="{thick_pt}pt"/>
</w:pict></mc:Fallback></mc:AlternateContent>"""
_WITHOUT_BLANKS = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)


def rule(press: Press, length_pt: float, room_twips: int, more: tuple[Element, ...] = ()) -> Element:
    """A paragraph that only holds a rule of this length, centred in ``room_twips`` (the page or a cell)."""
    left = max(0, room_twips * _EMU_PER_TWIP - round(length_pt * _EMU_PER_PT)) // 2
    line = _LINE.format(
        declared=_DECLARED,
        id=press.next_id(),
        left=left,
        below=_BELOW_PT * _EMU_PER_PT,
        length=round(length_pt * _EMU_PER_PT),
        thick=round(_THICK_PT * _EMU_PER_PT),
        from_pt=round(left / _EMU_PER_PT, 2),
        to_pt=round(left / _EMU_PER_PT + length_pt, 2),
        below_pt=_BELOW_PT,
        thick_pt=_THICK_PT,
    )
    return paragraph(Style.RULE, w("r", etree.fromstring(line, _WITHOUT_BLANKS)), more=more)
