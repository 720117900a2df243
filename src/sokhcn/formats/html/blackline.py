"""Two versions of a document as one page: what was put in is underlined, what was taken out is struck through."""

from collections.abc import Iterable
from html import escape

from sokhcn.document.blackline import Mark, Marked, Piece
from sokhcn.document.strokes import Part

STYLE = """\
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff; }
body { font: 1.05rem/1.5 "Times New Roman", Tinos, serif; }
h1 { font-size: 1.25rem; } h2 { font-size: 1.05rem; margin: 1.2em 0 .3em; }
p { margin: .35em 0; } .item { margin-inline-start: 1.5em; } .row { font-size: .92em; }
.note { color: #444; font-size: .9em; }
ins { text-decoration: underline; text-decoration-thickness: 2px; background: #e5f3e5; color: #0a4d12; }
del { text-decoration: line-through; background: #fbe9e9; color: #8a1111; }
.changed { border-inline-start: 3px solid #999; padding-inline-start: .6em; margin-inline-start: -.9em; }
@media print { ins, del { background: none; } }
"""
NOTE = "Chữ gạch chân là phần thêm, chữ gạch ngang là phần bỏ."


def render(title: str, lines: Iterable[Marked]) -> bytes:
    """A page that needs nothing else."""
    body = "\n".join(map(_line, lines))
    return f"""\
<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>
{STYLE}</style>
</head>
<body>
<h1>{escape(title)}</h1>
<p class="note">{NOTE}</p>
{body}
</body>
</html>
""".encode()


def _line(line: Marked) -> str:
    tag = "h2" if line.part in (Part.SECTION, Part.APPENDIX) else "p"
    looks = {Part.ITEM: ["item"], Part.ROW: ["row"], Part.TABLE: ["row"]}.get(line.part, [])
    looks = [*looks, *(["changed"] if line.is_changed else [])]
    marked = f' class="{" ".join(looks)}"' if looks else ""
    return f"<{tag}{marked}>{''.join(map(_piece, line.pieces))}</{tag}>"


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    match piece.mark:
        case Mark.IN:
            return f"<ins>{text}</ins>"
        case Mark.OUT:
            return f"<del>{text}</del>"
        case Mark.SAME:
            return text
