"""A file that came back, line by line against what it keeps: its lines as they now are, and what people changed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from sokhcn.document.nodes import Inline
from sokhcn.document.strokes import UNSEEN, Part, Stroke
from sokhcn.document.walk import words
from sokhcn.formats.docx.kept import Kept, frame_of, hashed, whole_of
from sokhcn.formats.docx.matching import Pair
from sokhcn.formats.docx.names import Identity, name_of
from sokhcn.formats.docx.outlines import Filling, Unfit
from sokhcn.formats.docx.parsing import Known, cut, part_by_style, typed
from sokhcn.formats.docx.seen import Piece, Pieces, Seen, said_by
from sokhcn.kernel.finding import Finding, Severity

_NAMED: Final[Mapping[Part, str]] = MappingProxyType(
    {
        Part.LANGUAGE: "ngôn ngữ",
        Part.PARENT_AGENCY: "cơ quan chủ quản",
        Part.AGENCY: "cơ quan ban hành",
        Part.FIXED: "dòng mẫu",
        Part.SERIAL: "số, ký hiệu",
        Part.DATED: "địa danh, ngày tháng",
        Part.TYPE_NAME: "tên loại",
        Part.SUBJECT: "trích yếu",
        Part.ADDRESSEE: "nơi kính gửi",
        Part.SECTION: "đề mục",
        Part.PARAGRAPH: "đoạn",
        Part.ITEM: "dòng liệt kê",
        Part.NO_ITEMS: "liệt kê",
        Part.UNIT: "đơn vị tính",
        Part.TABLE: "đầu bảng",
        Part.ROW: "hàng của bảng",
        Part.RECIPIENT: "nơi nhận",
        Part.SIGNATURE_LINE: "chức vụ người ký",
        Part.SIGNATURE_NAME: "họ tên người ký",
        Part.APPENDIX: "tên phụ lục",
        Part.APPENDIX_TITLE: "tiêu đề phụ lục",
        Part.APPENDIX_REFERENCE: "dòng kèm theo của phụ lục",
    }
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A figure or paper at one place: how it was printed (None: it was not here), how it reads now (None: gone);
    ``found`` says that its control is gone and its words were found."""

    identity: Identity
    before: str | None
    after: str | None
    where: str
    found: bool = False


@dataclass(slots=True)
class Comparison:
    """The pass over the pairs: ``strokes`` grow into the document as it now is."""

    known: Known
    has_kept: bool
    strokes: list[Stroke] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unnamed: int = 0
    _where: str = "phần đầu"

    def go(self, pairs: Iterable[Pair]) -> None:
        for kept, seen in pairs:
            if kept is not None and kept.part in UNSEEN:
                self.strokes.append(Stroke(kept.part, facts=kept.facts))
            elif kept is None and seen is not None:
                self._added(seen)
            elif kept is not None and seen is None:
                self._removed(kept)
            elif kept is not None and seen is not None:
                self._both(kept, seen)

    def _put(self, stroke: Stroke) -> None:
        if stroke.part is Part.SECTION:
            number = stroke.facts.get("number")
            self._where = f"mục “{f'{number}. ' if number else ''}{words(stroke.cells[0])}”"
        elif stroke.part is Part.APPENDIX:
            self._where = words(stroke.cells[0])
        self.strokes.append(stroke)

    def _added(self, seen: Seen) -> None:
        if not seen.plain().strip("\x1f \xa0") and not seen.is_row:
            return
        part = part_by_style(seen) or self._alike()
        self._put(typed(seen, part, self.known, {}))
        for identity, text in self._controls(seen):
            self.meetings.append(Meeting(identity, None, text, self._where))
        if self.has_kept:
            self._find("returned.added", "Thêm: “{text}”.", text=_short(seen.plain()))

    def _alike(self) -> Part:
        """A line of a foreign style inside a list is an item of it, elsewhere a paragraph."""
        last = self.strokes[-1].part if self.strokes else Part.PARAGRAPH
        return last if last in (Part.ITEM, Part.RECIPIENT) else Part.PARAGRAPH

    def _removed(self, kept: Kept) -> None:
        for identity, text in kept.controls():
            self.meetings.append(Meeting(identity, text, None, self._where))
        if kept.size:
            self._find(
                "returned.removed",
                "Bỏ {what} ({size} chữ cái), sau “{after}”.",
                what=_NAMED[kept.part],
                size=kept.size,
                after=_short(words(self.strokes[-1].cells[0])) if self.strokes else "",
            )

    def _both(self, kept: Kept, seen: Seen) -> None:
        same = hashed(seen.plain()) == kept.plain
        if same and whole_of(seen) == kept.whole and (cells := self._filled(kept, seen)):
            self._put(Stroke(kept.part, cells, facts=kept.facts))
            self._note(kept, kept.controls())
            return
        seen, found = self._with_lost(kept, self._named(kept, seen))
        cells = self._filled(kept, seen) if self._fits(kept, seen) else None
        if cells and (not same or found or whole_of(seen) == kept.whole):
            stroke = Stroke(kept.part, cells, facts=kept.facts)
        else:
            stroke = typed(seen, kept.part, self.known, kept.facts)
        self._put(stroke)
        self._note(kept, self._controls(seen), found)
        if not same and frame_of(seen) != kept.frame:
            self._find("returned.changed", "Sửa {what}: “{text}”.", what=_NAMED[kept.part], text=_short(seen.plain()))

    def _filled(self, kept: Kept, seen: Seen) -> tuple[tuple[Inline, ...], ...] | None:
        """The cells with the cuts that were kept, or None where they do not fit."""
        if len(kept.outlines) != len(seen.cells):
            return None
        try:
            return tuple(
                self._poured(outline, cell, kept) for outline, cell in zip(kept.outlines, seen.cells, strict=True)
            )
        except (Unfit, TypeError):
            return None

    def _poured(self, outline: list[object], cell: Pieces, kept: Kept) -> tuple[Inline, ...]:
        outside = "".join(piece.text for piece in cell if not piece.control)
        letters = outside[kept.before : len(outside) - kept.after]
        return Filling(letters, _inside(cell), self.known.figure).whole(outline)

    def _fits(self, kept: Kept, seen: Seen) -> bool:
        """Whether only the words of controls differ, or nothing does."""
        identities = [identity for identity, _ in kept.controls()]
        return frame_of(seen) == kept.frame and identities == [identity for identity, _ in self._controls(seen)]

    def _named(self, kept: Kept, seen: Seen) -> Seen:
        """The line with the tags that LibreOffice dropped, where it has as many controls as it had."""
        bare = [piece.control for cell in seen.cells for piece, _ in _controlled(cell) if not piece.tag]
        if not bare:
            return seen
        here = [piece.control for cell in seen.cells for piece, _ in _controlled(cell)]
        tags = [name_of(identity) for identity, _ in kept.controls()]
        own = dict(zip(here, tags, strict=True)) if len(here) == len(tags) else {}
        self.unnamed += len(bare) if own else 0
        return seen._replace(cells=tuple(_tagged(cell, own) for cell in seen.cells))

    def _with_lost(self, kept: Kept, seen: Seen) -> tuple[Seen, tuple[Identity, ...]]:
        """The line with controls set again around the words of those that are gone, where the words stand once."""
        here = [identity for identity, _ in self._controls(seen)]
        found: list[Identity] = []
        cells = list(seen.cells)
        number = -1
        for identity, text in kept.controls():
            if identity in here:
                here.remove(identity)
                continue
            for place, cell in enumerate(cells):
                again = _set_again(cell, Piece(text, control=number, tag=name_of(identity)))
                if again:
                    cells[place] = again
                    found.append(identity)
                    number -= 1
                    break
        return seen._replace(cells=tuple(cells)), tuple(found)

    def _controls(self, seen: Seen) -> list[tuple[Identity, str]]:
        return [
            (identity, text)
            for cell in seen.cells
            for piece, text in _controlled(cell)
            if (identity := self.known.identity(piece))
        ]

    def _note(self, kept: Kept, now: Iterable[tuple[Identity, str]], found: tuple[Identity, ...] = ()) -> None:
        left = list(now)
        for identity, before in kept.controls():
            after = next((text for other, text in left if other == identity), None)
            if after is not None:
                left.remove((identity, after))
            self.meetings.append(Meeting(identity, before, after, self._where, identity in found))
        self.meetings += [Meeting(identity, None, text, self._where) for identity, text in left]

    def _find(self, id: str, template: str, **values: object) -> None:
        self.findings.append(Finding(id, Severity.LOOK, template, values, self._where))


def _short(text: str) -> str:
    text = re.sub(r"\s+", " ", text.replace("\x1f", " | ")).strip()
    return text if len(text) <= 80 else text[:79] + "…"


def _inside(cell: Pieces) -> Iterator[str]:
    return (text for _, text in _controlled(cell))


def _controlled(cell: Pieces) -> Iterator[tuple[Piece, str]]:
    """Each control of a cell, by its first piece, with its words: an editor may have cut them into several looks."""
    places = dict.fromkeys(piece.control for piece in cell if piece.control)
    for control in places:
        own = tuple(piece for piece in cell if piece.control == control)
        yield own[0], said_by(own)


def _tagged(cell: Pieces, tags: Mapping[int, str]) -> Pieces:
    """The cell with these tags; a control that has none is plain words."""
    named = (piece._replace(tag=piece.tag or tags.get(piece.control, "")) for piece in cell)
    return tuple(piece if piece.tag else piece._replace(control=0) for piece in named)


def _set_again(cell: Pieces, control: Piece) -> Pieces | None:
    """The cell with a control around words that stand in it once, and in no control."""
    if not control.text:
        return None
    whole_words = re.compile(rf"(?<![\w.,/]){re.escape(control.text)}(?![\w/]|[.,]\d)")
    open_pieces = ((n, piece) for n, piece in enumerate(cell) if not piece.control)
    free = [(n, match) for n, piece in open_pieces for match in whole_words.finditer(piece.text)]
    if len(free) != 1:
        return None
    place, match = free[0]
    piece = cell[place]
    parts = (
        *cut((piece,), 0, match.start()),
        control._replace(bold=piece.bold, italic=piece.italic),
        *cut((piece,), match.end()),
    )
    return (*cell[:place], *parts, *cell[place + 1 :])
