"""Office files made from plain lines, as Word and a printer make them, for `documents/*.lines`.

A line begins with what it is: ``|`` a row without borders, ``||`` a row of a table, ``^`` centred and bold, ``**``
bold, ``#I``, ``#1`` and ``#-`` numbered by Word itself, ``%`` fonts of an old encoding; ``[[…]]`` is a footnote.
"""

import io
import re
from collections.abc import Iterator
from itertools import groupby

import docx
import typst
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from sokhcn.kernel.charsets import CHARSETS, Charset

KIND = re.compile(r"(\|\||\||\^|\*\*|#[I1-]|%)\s*")
NOTE = re.compile(r"\[\[(.+?)\]\]")
LISTS = (("I", "upperRoman", "%1."), ("1", "decimal", "%2."), ("-", "bullet", "-"))


def kinds(lines: str) -> Iterator[tuple[str, list[str]]]:
    """Consecutive lines of one kind; rows of a table come together."""
    read = [(KIND.match(line), line) for line in lines.splitlines() if line.strip()]
    parted = [(found[1] if found else "", line[found.end() :] if found else line) for found, line in read]
    for kind, group in groupby(parted, key=lambda pair: pair[0]):
        yield kind, [text for _, text in group]


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]


# --- Word ---------------------------------------------------------------------------------------------------------


def word(lines: str) -> bytes:
    made, old = docx.Document(), ("", "")
    _number(made)
    for kind, texts in kinds(lines):
        if kind == "%":
            old = (texts[0].split()[1], texts[0].split()[2])
        elif kind in ("|", "||"):
            _table(made, [cells(text) for text in texts], kind == "||", old)
        else:
            for text in texts:
                _paragraph(made.add_paragraph(), kind, text, old)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _table(made: Document, rows: list[list[str]], ruled: bool, old: tuple[str, str]) -> None:
    table = made.add_table(len(rows), max(len(row) for row in rows), style="Table Grid" if ruled else None)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            _paragraph(cell.paragraphs[0], "**" if text.isupper() else "", text, old)


def _paragraph(paragraph: Paragraph, kind: str, text: str, old: tuple[str, str]) -> None:
    if kind.startswith("#"):
        _listed(paragraph, [mark for mark, _, _ in LISTS].index(kind[1]))
    bold = kind in ("**", "^") or text.startswith("**")
    text = text.removeprefix("**")
    if kind == "^":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(_in_old_font(text) if old[0] else text)
    run.bold = bold
    if old[0]:
        run.font.name = old[1] if text.isupper() else old[0]


def _in_old_font(text: str) -> str:
    """Letters as TCVN3 codes; a line in capitals is in small ones, which its font shows as capitals."""
    (charset,) = (one for one in CHARSETS if one.name.startswith("TCVN3"))
    codes = _codes(charset)
    return "".join(codes.get(letter, letter) for letter in (text.lower() if text.isupper() else text))


def _codes(charset: Charset) -> dict[str, str]:
    return {letter: code for code, letter in charset.codes}


def _number(made: Document) -> None:
    """One list of three levels, of which each paragraph names its own."""
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (_, form, text) in enumerate(LISTS)
    )
    numbering = made.part.numbering_part.element
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>')
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))


def _listed(paragraph: Paragraph, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    number = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
    properties.append(number)
    assert properties.find(qn("w:numPr")) is not None


# --- a printed page -----------------------------------------------------------------------------------------------

PAGE = """#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm), numbering: "1")
#set text(size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 10mm, all: true))
"""


def printed(lines: str) -> bytes:
    source = PAGE + "\n\n".join(_typeset(kind, texts) for kind, texts in kinds(lines))
    return bytes(typst.compile(source.encode(), font_paths=[], ignore_system_fonts=True))


def _typeset(kind: str, texts: list[str]) -> str:
    if kind in ("|", "||"):
        rows = [cells(text) for text in texts]
        inside = ", ".join(f"[{_words(cell, cell.isupper())}]" for row in rows for cell in row)
        ruled = "0.5pt" if kind == "||" else "none"
        return (
            f"#block({{set par(justify: false, first-line-indent: 0mm); set text(size: 12pt); "
            f"table(columns: (1fr,) * {len(rows[0])}, stroke: {ruled}, align: center, {inside})}})"
        )
    if kind == "^":
        return "\n\n".join(f"#align(center, [{_words(text, True)}])" for text in texts)
    return "\n\n".join(_words(text, kind == "**") for text in texts)


def _words(text: str, bold: bool) -> str:
    """Words as strings, so that no letter of theirs is markup."""
    parts = NOTE.split(text)
    said = "".join(f"#footnote[{_quoted(part)}]" if n % 2 else _quoted(part) for n, part in enumerate(parts))
    return f"#strong[{said}]" if bold and text else said


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"'
