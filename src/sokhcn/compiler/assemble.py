"""A document from its outline, its figures and its words, said in reading order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sokhcn.compiler.appendix import AppendixTable, build
from sokhcn.compiler.numbering import numbers
from sokhcn.compiler.outline import Chapter, Outline
from sokhcn.compiler.wording import Wording
from sokhcn.document.build import para
from sokhcn.document.nodes import Appendix, Block, Closing, Document, Head, Section
from sokhcn.document.walk import words
from sokhcn.figures.figure import FigureSet
from sokhcn.kernel.numerals import roman

NOTHING = (para("Trong kỳ không phát sinh."),)  # what chapters say when nothing arose
APPENDIX = "Phụ lục"
Said = Callable[[Wording], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a document is assembled from. ``said`` gives a chapter's blocks by its key, with the wording at hand."""

    outline: Outline
    head: Head
    closing: Closing
    said: Mapping[str, Said]
    appendices: Mapping[str, AppendixTable]


def assemble(parts: Parts, wording: Wording, figures: FigureSet) -> Document:
    """The whole document, said in reading order: the first mention of a paper is where a reader meets it."""
    subject = wording.line(parts.outline.subject, "Trích yếu")
    sections = _sections(parts, wording, parts.outline.chapters, 1)
    closing = wording.chapter(parts.outline.closing, "Câu kết")
    last = _closed(sections[-1], closing)
    appendices = _appendices(parts, wording, figures)
    head = replace(parts.head, subject=subject)
    return Document(head, (*sections[:-1], last), parts.closing, appendices)


def _closed(section: Section, closing: tuple[Block, ...]) -> Section:
    """``section`` with ``closing`` as its last words: those of its last chapter, where it has chapters."""
    if section.sections:
        return replace(section, sections=(*section.sections[:-1], _closed(section.sections[-1], closing)))
    return replace(section, blocks=(*section.blocks, *closing))


def _sections(parts: Parts, wording: Wording, chapters: Sequence[Chapter], level: int) -> tuple[Section, ...]:
    placed = zip(chapters, numbers(chapters, level), strict=True)
    return tuple(_section(parts, wording, chapter, (level, number)) for chapter, number in placed)


def _section(parts: Parts, wording: Wording, chapter: Chapter, place: tuple[int, str | None]) -> Section:
    title = wording.line(chapter.title, f"Tên mục {chapter.key}")
    blocks = _blocks(parts, wording, chapter)
    inner = _sections(parts, wording, chapter.chapters, place[0] + 1)
    return Section(chapter.key, *place, title, blocks, inner)


def _blocks(parts: Parts, wording: Wording, chapter: Chapter) -> tuple[Block, ...]:
    """What fills a chapter. Of several parts, one that tells of nothing is left out beside one that tells something."""
    told = [say(wording) for key in chapter.keys if (say := parts.said.get(key))]
    telling = [blocks for blocks in told if blocks != NOTHING] or told[:1]
    return tuple(block for blocks in telling for block in blocks)


def _appendices(parts: Parts, wording: Wording, figures: FigureSet) -> tuple[Appendix, ...]:
    reference = words(wording.line(parts.outline.appendix_reference, "Dòng kèm theo của phụ lục"))
    return tuple(
        Appendix(key, label, parts.appendices[key].title, reference, (build(parts.appendices[key], figures),))
        for key, label in labels(parts.outline, parts.appendices, figures).items()
    )


def labels(outline: Outline, appendices: Mapping[str, AppendixTable], figures: FigureSet) -> dict[str, str]:
    """What each appendix of the document is called, by its key; one that has no rows is left out.

    The chapter announces its appendix when there is something in it; an empty table would come unannounced.
    """
    chosen = [key for key in outline.appendices if figures[appendices[key].figure].value]
    if len(chosen) == 1:
        return {chosen[0]: APPENDIX}
    return {key: f"{APPENDIX} {roman(n)}" for n, key in enumerate(chosen, 1)}
