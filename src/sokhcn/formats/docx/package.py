"""The .docx package: its parts, its properties, and a zip file that is the same for the same document."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from io import BytesIO
from zipfile import ZipFile

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from sokhcn.document.nodes import Head
from sokhcn.document.profile import Profile
from sokhcn.document.walk import words
from sokhcn.formats.docx.elements import Element, w, writable
from sokhcn.formats.docx.kept import NAMESPACE
from sokhcn.formats.docx.names import EDITION
from sokhcn.formats.docx.page import BLANK_HEADER, NUMBERED_HEADER, blank_header, numbered_header
from sokhcn.formats.docx.press import Press
from sokhcn.formats.docx.styles import fonts, styles

_EARLIEST_IN_ZIP = bytes((0, 0, 0x21, 0))  # midnight of 1980-01-01
_NO_SYSTEM = 0
_PROPERTY_LIMIT = 255
_WORD_2013 = 15
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # what every custom property of Office carries
_STORE_ID = "{6B0F3B9C-5C0E-4B41-9D7A-2F1C8E0A4D21}"  # any one: it only has to be told apart inside the file
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


@dataclass(frozen=True, slots=True)
class Envelope:
    """What goes around the text: whose it is, in which language, what is kept beside it, and its edition's label."""

    head: Head
    language: str
    kept: Element
    edition: str = ""


def packed(press: Press, document: Element, envelope: Envelope) -> bytes:
    """The file around ``document`` (``w:document``)."""
    head, language = envelope.head, envelope.language
    package = OpcPackage()
    main = _part("/word/document.xml", CT.WML_DOCUMENT_MAIN, document)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    numbered = _part("/word/header1.xml", CT.WML_HEADER, numbered_header())
    blank = _part("/word/header2.xml", CT.WML_HEADER, blank_header())
    main.load_rel(RT.HEADER, numbered, NUMBERED_HEADER)
    main.load_rel(RT.HEADER, blank, BLANK_HEADER)
    main.relate_to(Part(PackURI("/word/styles.xml"), CT.WML_STYLES, _styles(press.profile, language)), RT.STYLES)
    main.relate_to(_part("/word/settings.xml", CT.WML_SETTINGS, _settings(press, language)), RT.SETTINGS)
    main.relate_to(_part("/word/fontTable.xml", CT.WML_FONT_TABLE, fonts(press.profile)), RT.FONT_TABLE)
    main.relate_to(_kept(envelope.kept), RT.CUSTOM_XML)
    _describe(package, head, language)
    if envelope.edition:
        package.relate_to(
            _part("/docProps/custom.xml", CT.OFC_CUSTOM_PROPERTIES, _labelled(envelope)), RT.CUSTOM_PROPERTIES
        )
    package.relate_to(_part("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, _published(head)), RT.EXTENDED_PROPERTIES)
    stream = BytesIO()
    package.save(stream)
    return _without_dates(stream)


def _part(name: str, content_type: str, element: Element) -> Part:
    return Part(PackURI(name), content_type, _bytes(element))


@lru_cache(8)
def _styles(profile: Profile, language: str) -> bytes:
    return _bytes(styles(profile, language))


def _bytes(element: Element) -> bytes:
    return etree.tostring(element, encoding="UTF-8", xml_declaration=True, standalone=True)


def _settings(press: Press, language: str) -> Element:
    compatible = w(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=_WORD_2013
    )
    variables = w(
        "docVars",
        *(w("docVar", name=writable(name), val=writable(key)) for name, key in sorted(press.full_keys.items())),
    )
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", compatible),
        variables if press.full_keys else None,
        w("themeFontLang", val=language),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )


def _describe(package: OpcPackage, head: Head, language: str) -> None:
    """Properties from the document itself: its date, or the first of its month while it is a draft."""
    properties = package.core_properties
    dated = datetime(head.dated.year, head.dated.month, 1) + timedelta(days=(head.dated.day or 1) - 1)
    properties.title = writable(words(head.subject))[:_PROPERTY_LIMIT]
    properties.author = properties.last_modified_by = writable(head.agency)[:_PROPERTY_LIMIT]
    properties.created = properties.modified = dated
    properties.language = language
    properties.revision = 1


def _published(head: Head) -> Element:
    """Whose file it is, where Word shows the company."""
    properties = etree.Element(f"{{{_EXTENDED}}}Properties", nsmap={None: _EXTENDED})  # type: ignore[dict-item] # lxml's stub knows no default namespace
    for name, value in (("Application", "Sổ KH&CN"), ("Company", head.agency[:_PROPERTY_LIMIT])):
        etree.SubElement(properties, f"{{{_EXTENDED}}}{name}").text = writable(value)
    return properties


def _kept(told: Element) -> Part:
    """What is kept beside the text, with the properties by which Word holds on to a part that it does not know."""
    kept = _part("/customXml/item1.xml", CT.XML, told)
    store = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    store.set(f"{{{_STORE}}}itemID", _STORE_ID)
    schemas = etree.SubElement(store, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", NAMESPACE)
    kept.relate_to(_part("/customXml/itemProps1.xml", CT.OFC_CUSTOM_XML_PROPERTIES, store), RT.CUSTOM_XML_PROPS)
    return kept


def _labelled(envelope: Envelope) -> Element:
    """The label of the edition where Word shows a file's own properties."""
    properties = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _TYPES})  # type: ignore[dict-item] # lxml's stub knows no default namespace
    label = etree.SubElement(properties, f"{{{_CUSTOM}}}property", fmtid=_FORMAT_ID, pid="2", name=EDITION)
    etree.SubElement(label, f"{{{_TYPES}}}lpwstr").text = writable(envelope.edition)
    return properties


def _without_dates(stream: BytesIO) -> bytes:
    """The same zip with one fixed date and system, or each run would give other bytes. Nothing is packed anew: both
    stand in fixed places of an entry's own header and of its line in the directory at the end."""
    told = bytearray(stream.getvalue())
    with ZipFile(stream) as packed:
        line = packed.start_dir
        for entry in packed.infolist():
            told[entry.header_offset + 10 : entry.header_offset + 14] = _EARLIEST_IN_ZIP
            told[line + 5] = _NO_SYSTEM
            told[line + 12 : line + 16] = _EARLIEST_IN_ZIP
            line += 46 + len(entry.filename.encode()) + len(entry.extra) + len(entry.comment)
    return bytes(told)
