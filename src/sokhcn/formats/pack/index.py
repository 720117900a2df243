"""The first page of a pack: what is in it and what it is about, for any browser, without a script or a network."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file of the pack: its name there, what it is, its size and hash."""

    name: str
    about: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; ``note`` stands below the title, also where there are no rows."""

    title: str
    headings: Row
    rows: Sequence[Row]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """``about`` are pairs of words and values; ``advice`` tells how to see whether the pack is whole."""

    title: str
    about: Sequence[tuple[str, str]]
    files: Sequence[File]
    tables: Sequence[Table]
    advice: str


def render(index: Index) -> bytes:
    """The page, its style inside, its links relative."""
    style = files(__package__).joinpath("index.css").read_text("utf-8")
    about = "".join(f"<dt>{escape(word)}</dt><dd>{escape(value)}</dd>\n" for word, value in index.about)
    return f"""\
<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(index.title)}</title>
<style>
{style}</style>
</head>
<body>
<h1>{escape(index.title)}</h1>
<dl>
{about}</dl>
<h2>Các tệp trong gói</h2>
<p>{escape(index.advice)}</p>
{"".join(_files(index.files))}
{"".join(part for table in index.tables for part in _table(table))}
</body>
</html>
""".encode()


def _files(some: Sequence[File]) -> Iterator[str]:
    headings = _cells("th", ("Tệp", "Là gì", "Byte", "SHA-256"))
    yield f'<table class="files"><thead><tr>{headings}</tr></thead><tbody>\n'
    for file in some:
        name = escape(file.name, quote=True)
        yield f'<tr><td><a href="{name}">{name}</a></td><td>{escape(file.about)}</td>'
        yield f'<td class="number">{escape(file.size)}</td><td><code>{escape(file.sha256)}</code></td></tr>\n'
    yield "</tbody></table>"


def _table(table: Table) -> Iterator[str]:
    yield f"<h2>{escape(table.title)}</h2>\n"
    if table.note:
        yield f"<p>{escape(table.note)}</p>\n"
    if not table.rows:
        return
    yield f"<table><thead><tr>{_cells('th', table.headings)}</tr></thead><tbody>\n"
    yield from (f"<tr>{_cells('td', row)}</tr>\n" for row in table.rows)
    yield "</tbody></table>\n"


def _cells(tag: str, row: Row) -> str:
    return "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
