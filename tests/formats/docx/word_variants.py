"""What Word and people do to a file of ours, done to its XML: each takes the bytes of a .docx and gives other bytes."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from sokhcn.formats.docx.elements import NAMESPACES, Element, W, w

Edit = Callable[[Element], None]
MC = f"{{{NAMESPACES['mc']}}}"
BY = {"author": "Trần Minh Họa", "date": "2022-02-03T08:00:00Z"}


def edited(data: bytes, edit: Edit, part: str = "word/document.xml") -> bytes:
    """The file with one part changed."""

    def change(blob: bytes) -> bytes:
        root = etree.fromstring(blob)
        edit(root)
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)

    return rewritten(data, lambda name, blob: change(blob) if name == part else blob)


def rewritten(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The file with parts changed or, for None, left out."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            blob = change(name, old.read(name))
            if blob is not None:
                new.writestr(name, blob)
    return stream.getvalue()


def find(root: Element, path: str) -> list[Element]:
    return root.xpath(path, namespaces=NAMESPACES)  # type: ignore[no-any-return]


def control(root: Element, tag: str) -> Element:
    return find(root, f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']")[0]


def retype(tag: str, text: str) -> Edit:
    """Somebody types over the words in a control."""

    def edit(root: Element) -> None:
        first, *others = control(root, tag).iter(W + "t")
        first.text = text
        for other in others:
            other.text = ""

    return edit


def unwrap(tag: str) -> Edit:
    """*Remove Content Control*: the words stay."""

    def edit(root: Element) -> None:
        gone = control(root, tag)
        for run in gone.find(W + "sdtContent"):
            gone.addprevious(run)
        gone.getparent().remove(gone)

    return edit


def remove(tag: str) -> Edit:
    """The control is cut out with its words."""

    def edit(root: Element) -> None:
        gone = control(root, tag)
        gone.getparent().remove(gone)

    return edit


def say(path: str, text: str) -> Edit:
    """The paragraphs at ``path`` say something else: their first text does, the others nothing."""

    def edit(root: Element) -> None:
        first, *others = find(root, path)[0].iter(W + "t")
        first.text = text
        for other in others:
            other.text = ""

    return edit


def split_runs(root: Element) -> None:
    """Revision marks cut every run in two, with proofing marks between."""
    for place, run in enumerate(find(root, "//w:r[w:t[string-length(.) > 1]]")):
        words = run.find(W + "t")
        text, half = words.text, len(words.text) // 2
        second = deepcopy(run)
        words.text, second.find(W + "t").text = text[:half], text[half:]
        for part in (words, second.find(W + "t")):
            part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.set(W + "rsidR", f"00{place:06X}")
        run.addnext(second)
        run.addnext(w("proofErr", type="spellStart"))
        run.addnext(w("lastRenderedPageBreak") if place % 7 == 0 else w("bookmarkEnd", id=9000 + place))


def wrap_runs(root: Element) -> None:
    """Runs inside hyperlinks, smart tags, bidirectional marks and custom XML."""
    for place, run in enumerate(find(root, "//w:p/w:r[w:t]")):
        wrapper = w(("hyperlink", "smartTag", "customXml", "bdo", "ins")[place % 5])
        run.addprevious(wrapper)
        wrapper.append(run)


def track(root: Element) -> None:
    """Tracked: words struck out, words put in, a paragraph moved away from here."""
    first = find(root, "//w:p[w:pPr/w:pStyle/@w:val='NoiDung']")[0]
    struck = w("r", _deleted("bị xóa "))
    first.insert(1, w("del", struck, id=1, **BY))
    moved = deepcopy(first)
    for child in list(moved):
        if child.tag != W + "pPr":
            moved.remove(child)
    moved.append(w("moveFrom", w("r", _said("đoạn dời đi")), id=2, **BY))
    moved.find(W + "pPr").append(w("rPr", w("moveFrom", id=3, **BY)))
    first.addprevious(moved)


def _deleted(text: str) -> Element:
    node = w("delText")
    node.text = text
    return node


def _said(text: str) -> Element:
    node = w("t")
    node.text = text
    return node


def move_tracked(root: Element) -> None:
    """The first item is moved, tracked, behind the second."""
    one, two = find(root, "//w:p[w:pPr/w:pStyle/@w:val='LietKe1']")[:2]
    there = deepcopy(one)
    for paragraph, kind in ((one, "moveFrom"), (there, "moveTo")):
        paragraph.find(W + "pPr").append(w("rPr", w(kind, id=4, **BY)))
        around = w(kind, id=5, **BY)
        for child in [child for child in paragraph if child.tag != W + "pPr"]:
            around.append(child)
        paragraph.append(around)
    two.addnext(there)


def comment(root: Element) -> None:
    """A margin note on the first paragraph of the body."""
    first = find(root, "//w:p[w:pPr/w:pStyle/@w:val='NoiDung']")[0]
    first.insert(1, w("commentRangeStart", id=0))
    first.append(w("commentRangeEnd", id=0))
    first.append(w("r", w("commentReference", id=0)))


def signs(root: Element) -> None:
    """Hyphens that do not break, soft hyphens, and the words of a run as the result of a field."""
    for run in find(root, "//w:r[w:t[contains(., '-')]]"):
        words = run.find(W + "t")
        left, _, right = words.text.partition("-")
        words.text = left
        run.extend([w("noBreakHyphen"), w("softHyphen"), _said(right)])
        run[-1].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for run in find(root, "//w:p[w:pPr/w:pStyle/@w:val='NoiDung']/w:r")[:2]:
        code = w("instrText")
        code.text = " REF x "
        run.addprevious(w("r", w("fldChar", fldCharType="begin")))
        run.addprevious(w("r", code))
        run.addprevious(w("r", w("fldChar", fldCharType="separate")))
        run.addnext(w("r", w("fldChar", fldCharType="end")))


def alternate(root: Element) -> None:
    """Every run of the body stands in alternatives, of which one is to be read."""
    for run in find(root, "//w:p[w:pPr/w:pStyle/@w:val='NoiDung']/w:r"):
        choice, fallback = etree.Element(MC + "Choice", Requires="w14"), etree.Element(MC + "Fallback")
        around = etree.Element(MC + "AlternateContent")
        around.extend([choice, fallback])
        run.addprevious(around)
        fallback.append(deepcopy(run))
        choice.append(run)


def move_bookmarks(root: Element) -> None:
    """Bookmarks of headings stand before their paragraphs, where Word sets them when a heading is typed anew."""
    for mark in find(root, "//w:p/w:bookmarkStart"):
        mark.getparent().addprevious(mark)


def block_control(root: Element) -> None:
    """A cover, or a whole paragraph, in a control of its own."""
    first = find(root, "/w:document/w:body/w:p[w:pPr/w:pStyle/@w:val='NoiDung']")[0]
    around = w("sdt", w("sdtPr", w("tag", val="goog_rdk_0")), w("sdtContent"))
    first.addprevious(around)
    around[1].append(first)


def rename_styles(data: bytes) -> bytes:
    """Other ids and other names for all styles, as a localised program or another template leaves them."""

    def change(name: str, blob: bytes) -> bytes:
        if name not in ("word/document.xml", "word/styles.xml"):
            return blob
        root = etree.fromstring(blob)
        for node in root.iter(W + "pStyle", W + "tblStyle", W + "basedOn", W + "next"):
            node.set(W + "val", "x" + node.get(W + "val", ""))
        for style in root.iter(W + "style"):
            style.set(W + "styleId", "x" + style.get(W + "styleId", ""))
            style.find(W + "name").set(W + "val", "Stil " + style.find(W + "name").get(W + "val", ""))
        return etree.tostring(root)

    return rewritten(data, change)


def rename_ids(data: bytes) -> bytes:
    """Other ids under the same names, as LibreOffice and localised Word write them."""

    def change(name: str, blob: bytes) -> bytes:
        root = etree.fromstring(blob) if name in ("word/document.xml", "word/styles.xml") else None
        if root is None:
            return blob
        for node in root.iter(W + "pStyle", W + "tblStyle", W + "basedOn", W + "next"):
            node.set(W + "val", "u" + node.get(W + "val", ""))
        for style in root.iter(W + "style"):
            style.set(W + "styleId", "u" + style.get(W + "styleId", ""))
        return etree.tostring(root)

    return rewritten(data, change)


def strict(data: bytes) -> bytes:
    """*Strict Open XML Document*: the same under the names of ISO 29500-1."""
    names = (
        (NAMESPACES["w"], "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (NAMESPACES["r"], "http://purl.oclc.org/ooxml/officeDocument/relationships"),
        (NAMESPACES["a"], "http://purl.oclc.org/ooxml/drawingml/main"),
        (NAMESPACES["wp"], "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"),
    )

    def change(name: str, blob: bytes) -> bytes:
        for usual, other in names:
            blob = blob.replace(usual.encode(), other.encode())
        return blob

    return rewritten(data, change)


def forgotten(data: bytes) -> bytes:
    """*Inspect Document* removed the custom XML and the document variables."""

    def change(name: str, blob: bytes) -> bytes | None:
        if name.startswith("customXml/"):
            return None
        return blob.replace(b"docVar", b"ignored") if name == "word/settings.xml" else blob

    return rewritten(data, change)
