"""An outline as TOML: written out for people to edit, and what is wrong with it as they give it back."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sokhcn.compiler.draft import Text
from sokhcn.compiler.outline import Chapter, Outline
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.meant import meant_or

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
REQUIRED: Mapping[str, type] = {
    "id": str,
    "version": str,
    "kinds": list,
    "basis": str,
    "type_name": str,
    "type_symbol": str,
    "subject": str,
    "closing": str,
    "appendix_reference": str,
    "chapter": list,
}
OPTIONAL: Mapping[str, type] = {
    "appendices": list,
    "addressee": str,
    "addressee_name": str,
    "wording": str,
    "valid_from": date,
    "valid_to": date,
}
OF_CHAPTER: Mapping[str, type] = {
    "key": str,
    "keys": list,
    "title": str,
    "numbered": bool,
    "unit": str,
    "chapter": list,
}
KINDS: Mapping[type, str] = {
    str: "chữ trong dấu nháy kép",
    list: "danh sách trong ngoặc vuông",
    bool: "true hoặc false",
    date: "ngày viết 2023-01-31",
}
HEADER = re.compile(r"\s*\[\[\s*chapter(\s*\.\s*chapter)*\s*\]\]\s*(#.*)?")


def examined(given: Text) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    """The values of an outline's TOML, and what is wrong with their names and kinds."""
    try:
        told = tomllib.loads(given.text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        last = given.text.count("\n") or 1
        where = given.place.line(int(line[1]) if line else last)
        advice = "Xem dấu nháy, dấu ngoặc và dấu bằng ở dòng này và dòng trên."
        return {}, (must("outline.grammar", "Đề cương viết sai.", where=where, suggestion=advice),)
    return told, (*_fields(told, given), *_chapters(told, given))


def _fields(told: Mapping[str, Any], given: Text) -> Iterator[Finding]:
    for name in REQUIRED:
        if name not in told:
            yield must("outline.missing", "Đề cương thiếu “{name}”.", where=given.place.name, name=name)
    yield from _values(told, {**REQUIRED, **OPTIONAL}, given, line_of(given.text))
    for name in ("id", "addressee"):
        if isinstance(value := told.get(name, "x"), str) and not NAME.fullmatch(value):
            where = given.place.line(line_of(given.text)(name))
            template = "“{name}” chỉ gồm chữ thường không dấu, chữ số và gạch nối."
            yield must("outline.name", template, where=where, name=name)


def _values(told: Mapping[str, Any], known: Mapping[str, type], given: Text, line: Any) -> Iterator[Finding]:
    for name, value in told.items():
        where = given.place.line(line(name))
        if name not in known:
            yield must("outline.field", "Không có “{name}”.", where=where, suggestion=meant_or(name, known), name=name)
        elif type(value) is not known[name]:
            yield must("outline.kind", "“{name}” phải là {kind}.", where=where, name=name, kind=KINDS[known[name]])
        elif known[name] is list and name != "chapter" and not _all_text(value):
            yield must("outline.kind", "“{name}” phải là danh sách các chữ trong dấu nháy.", where=where, name=name)


def _all_text(value: Any) -> bool:
    return all(isinstance(part, str) for part in value)


def _chapters(told: Mapping[str, Any], given: Text) -> Iterator[Finding]:
    starts = chapter_lines(given.text)
    for place, chapter in enumerate(_tables(told)):
        start = starts[place] if place < len(starts) else 1
        where = given.place.line(start)
        if not isinstance(chapter, dict):
            yield must("outline.chapter", "Mục viết sai: mỗi mục bắt đầu bằng [[chapter]].", where=where)
            continue
        yield from _values(chapter, OF_CHAPTER, given, line_of(given.text, start))
        if "title" not in chapter:
            yield must("outline.missing", "Mục thiếu “title”.", where=where)
        if not chapter.get("keys") and not chapter.get("key"):
            yield must("outline.missing", "Mục thiếu “key”.", where=where)


def _tables(told: Any) -> Iterator[Any]:
    chapters = told.get("chapter", ()) if isinstance(told, dict) else ()
    for chapter in chapters if isinstance(chapters, list) else ():
        yield chapter
        yield from _tables(chapter)


def chapter_lines(text: str) -> list[int]:
    """The line of each ``[[chapter]]``, in the order of the text, which is that of ``all_chapters``."""
    return [n for n, line in enumerate(text.splitlines(), 1) if HEADER.fullmatch(line)]


def line_of(text: str, start: int = 1) -> Any:
    """A function from a name to the line from ``start`` on where it is set; for one not found, ``start``."""
    lines = text.splitlines()

    def found(name: str) -> int:
        for number in range(start - 1, len(lines)):
            if re.match(rf"\s*{re.escape(name)}\s*=", lines[number]):
                return number + 1
        return start

    return found


def written(outline: Outline) -> str:
    """An outline as TOML that is read back the same."""
    lines = [f"{name} = {_value(value)}" for name, value in _told(outline).items()]
    for chapter in outline.chapters:
        lines += _chapter_lines(chapter, "chapter")
    return "\n".join(lines) + "\n"


def _told(outline: Outline) -> dict[str, Any]:
    names = [*REQUIRED, *OPTIONAL]
    values = {name: getattr(outline, name) for name in names if name != "chapter"}
    return {name: value for name, value in values.items() if name in REQUIRED or value not in ("", None, ())}


def _chapter_lines(chapter: Chapter, path: str) -> list[str]:
    keys = f"keys = {_value(chapter.keys)}" if chapter.more else f"key = {_value(chapter.key)}"
    lines = ["", f"[[{path}]]", keys, f"title = {_value(chapter.title)}"]
    lines += [] if chapter.numbered else ["numbered = false"]
    lines += [f"unit = {_value(chapter.unit)}"] if chapter.unit else []
    for below in chapter.chapters:
        lines += _chapter_lines(below, f"{path}.chapter")
    return lines


def _value(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return f"[{', '.join(_value(part) for part in value)}]"
    if "\n" in value:
        inner = value.replace("\\", "\\\\").replace('"""', '\\"\\"\\"').replace("\u00a0", "\\u00a0")
        return f'"""\n{inner}"""'
    return json.dumps(value, ensure_ascii=False).replace("\u00a0", "\\u00a0")
