"""What is wrong with an edited outline and its texts, all at once, each with its file and line."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from sokhcn.compiler.draft import Draft, Text
from sokhcn.compiler.examining import Place, examine
from sokhcn.compiler.outline import Chapter
from sokhcn.compiler.outlined import chapter_lines, examined, line_of
from sokhcn.compiler.sandbox import parsed
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.meant import meant_or
from sokhcn.kernel.periods import PeriodKind

PHRASES = ("subject", "closing", "appendix_reference")


@dataclass(frozen=True, slots=True)
class Known:
    """What an outline may name: ``words`` of its texts, keys of ``chapters`` that have a text, ``appendices``, codes of
    ``units``, and ``variants`` of the texts that ship."""

    words: Mapping[str, Any]
    chapters: Collection[str]
    appendices: Collection[str]
    units: Collection[str]
    variants: Collection[str] = ()


def examine_draft(draft: Draft, known: Known) -> tuple[Finding, ...]:
    """Everything wrong with ``draft``."""
    told, findings = examined(draft.outline)
    if not findings:
        findings = (*_names(told, draft, known), *_phrases(told, draft.outline, known))
    return tuple(sorted((*findings, *_texts(draft, known)), key=_in_order))


def _in_order(finding: Finding) -> tuple[str, int]:
    """By file, then by line."""
    file, _, line = finding.where.rpartition(", dòng ")
    return (file, int(line)) if file else (finding.where, 0)


def _texts(draft: Draft, known: Known) -> Iterator[Finding]:
    for key, place in draft.repeated:
        yield must("outline.twice", "Mẫu câu “{name}” có hai lần.", where=place.line(1), name=key)
    for given in draft.texts.values():
        yield from examine(given.text, given.place, known.words)


def _names(told: Mapping[str, Any], draft: Draft, known: Known) -> Iterator[Finding]:
    line, place = line_of(draft.outline.text), draft.outline.place
    kinds = [kind.value for kind in PeriodKind]
    yield from _unknown(told["kinds"], kinds, "outline.kinds", "Không có loại kỳ “{name}”.", place.line(line("kinds")))
    appendices = told.get("appendices", ())
    where = place.line(line("appendices"))
    yield from _unknown(appendices, known.appendices, "outline.appendix", "Không có phụ lục “{name}”.", where)
    if told.get("wording"):
        where = place.line(line("wording"))
        yield from _unknown(
            [told["wording"]], known.variants, "outline.wording", "Không có bộ lời văn “{name}”.", where
        )
    yield from _keys(told, draft, known)


def _keys(told: Mapping[str, Any], draft: Draft, known: Known) -> Iterator[Finding]:
    seen: dict[str, None] = {}  # in the order of the outline, in which advice names them
    texts = dict.fromkeys((*known.chapters, *draft.texts))
    for chapter, start in zip(chapters_of(told), chapter_lines(draft.outline.text), strict=False):
        where = draft.outline.place.line(line_of(draft.outline.text, start)("keys" if chapter.more else "key"))
        for key in chapter.keys:
            if key in seen:
                yield must("outline.twice", "Mục “{name}” có hai lần.", where=where, name=key)
            seen[key] = None
        if not chapter.chapters:  # one with chapters below it needs no text of its own
            yield from _unknown(chapter.keys, texts, "outline.key", "Không có phần lời “{name}”.", where)
        if chapter.unit and known.units:
            where = draft.outline.place.line(line_of(draft.outline.text, start)("unit"))
            yield from _unknown([chapter.unit], known.units, "outline.unit", "Không có đơn vị mã “{name}”.", where)
    for key, text in draft.texts.items():
        if key not in seen:
            template, advice = "Không mục nào của đề cương dùng mẫu câu “{name}”.", meant_or(key, seen)
            yield must("outline.unused", template, where=text.place.line(1), suggestion=advice, name=key)


def chapters_of(told: Mapping[str, Any]) -> Iterator[Chapter]:
    """The chapters of an outline's values, each without those below it but for whether there are any."""
    for table in told["chapter"]:
        key, *more = table.get("keys") or [table["key"]]
        below = (Chapter("", ""),) if table.get("chapter") else ()
        yield Chapter(key, table["title"], True, below, tuple(more), table.get("unit", ""))
        yield from chapters_of({"chapter": table.get("chapter", ())})


def _unknown(
    names: Collection[str], known: Collection[str], finding: str, template: str, where: str
) -> Iterator[Finding]:
    for name in names:
        if name not in known:
            yield must(finding, template, where=where, suggestion=meant_or(name, known), name=name)


def _phrases(told: Mapping[str, Any], outline: Text, known: Known) -> Iterator[Finding]:
    """The set phrases and the titles are wordings too."""
    line = line_of(outline.text)
    for name in PHRASES:
        yield from examine(told[name], _phrase_place(outline, line(name)), known.words)
    if not _mentions(told["subject"], "period"):
        template = "Trích yếu không có {{{{ period.name }}}}: báo cáo kỳ nào cũng mang một tên."
        yield must("outline.placeholder", template, where=outline.place.line(line("subject")))
    for chapter, start in zip(chapters_of(told), chapter_lines(outline.text), strict=False):
        at = line_of(outline.text, start)("title")
        yield from examine(chapter.title, _phrase_place(outline, at), known.words)


def _phrase_place(outline: Text, line: int) -> Place:
    """Where the words of a phrase begin: on the line that sets it, or the one below three quotes."""
    lines = outline.text.splitlines()
    below = bool(lines) and lines[line - 1].rstrip().endswith(('"""', "'''"))
    return Place(outline.place.name, outline.place.first_line + line - 1 + below)


def _mentions(source: str, name: str) -> bool:
    try:
        return any(found.name == name for found in parsed(source).find_all(nodes.Name))
    except TemplateSyntaxError:
        return True  # its grammar has a finding already
