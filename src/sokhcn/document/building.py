"""Lines back to a document: ``strokes.flat`` turned round, for lines that people may have added, removed or moved."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from sokhcn.document.nodes import (
    Align,
    Appendix,
    Block,
    Closing,
    Column,
    DateLine,
    Document,
    Head,
    Item,
    Items,
    Paragraph,
    Row,
    RowKind,
    Section,
    Signature,
    Table,
)
from sokhcn.document.strokes import Part, Stroke
from sokhcn.document.walk import words

_UNDATED = DateLine(None, 1, 1)


@dataclass(slots=True)
class _Group:
    """A section or an appendix (or nothing yet) and the lines of its blocks."""

    opening: Stroke | None
    strokes: list[Stroke] = field(default_factory=list)


def built(strokes: Iterable[Stroke]) -> Document:
    """The document of these lines. A line where none like it is due is taken as what stands nearest."""
    heads: dict[Part, list[Stroke]] = {part: [] for part in Part}
    sections, appendices = [_Group(None)], list[_Group]()
    for stroke in strokes:
        if stroke.part is Part.SECTION:
            (appendices if appendices else sections).append(_Group(stroke))
        elif stroke.part is Part.APPENDIX:
            appendices.append(_Group(stroke))
        elif stroke.part in _IN_BLOCKS:
            (appendices or sections)[-1].strokes.append(stroke)
        else:
            heads[stroke.part].append(stroke)
    return Document(
        head=_head(heads),
        sections=_nested([group for group in sections if group.opening or group.strokes]),
        closing=_closing(heads),
        appendices=tuple(_appendix(group) for group in _without_sections(appendices)),
        language=_fact(heads, Part.LANGUAGE, "language", "vi"),
    )


_IN_BLOCKS = (
    Part.PARAGRAPH,
    Part.ITEM,
    Part.NO_ITEMS,
    Part.UNIT,
    Part.TABLE,
    Part.ROW,
    Part.APPENDIX_TITLE,
    Part.APPENDIX_REFERENCE,
)
_TITLES = (Part.APPENDIX_TITLE, Part.APPENDIX_REFERENCE)
_Heads = dict[Part, list[Stroke]]


def _text(stroke: Stroke) -> str:
    return words(stroke.cells[0]) if stroke.cells else ""


def _first(heads: _Heads, part: Part) -> str:
    return _text(heads[part][0]) if heads[part] else ""


def _all(heads: _Heads, part: Part) -> tuple[str, ...]:
    return tuple(_text(stroke) for stroke in heads[part])


def _fact(heads: _Heads, part: Part, name: str, absent: str) -> str:
    found: str = heads[part][0].facts.get(name, absent) if heads[part] else absent
    return found


def _head(heads: _Heads) -> Head:
    number = heads[Part.SERIAL][0].facts.get("number") if heads[Part.SERIAL] else None
    day = heads[Part.DATED][0].facts if heads[Part.DATED] else {}
    return Head(
        parent_agency=_first(heads, Part.PARENT_AGENCY),
        agency=_first(heads, Part.AGENCY),
        number=number,
        symbol=_fact(heads, Part.SERIAL, "symbol", ""),
        place=_fact(heads, Part.DATED, "place", ""),
        dated=DateLine(day["day"], day["month"], day["year"]) if "month" in day else _UNDATED,
        type_name=_first(heads, Part.TYPE_NAME),
        subject=heads[Part.SUBJECT][0].cells[0] if heads[Part.SUBJECT] else (),
        addressees=_all(heads, Part.ADDRESSEE),
    )


def _closing(heads: _Heads) -> Closing:
    signature = Signature(_all(heads, Part.SIGNATURE_LINE), _first(heads, Part.SIGNATURE_NAME))
    return Closing(_all(heads, Part.RECIPIENT), signature)


def _nested(groups: list[_Group]) -> tuple[Section, ...]:
    """Sections under the sections that stand above them."""
    spans = _spans([_depth(group) for group in groups])
    return tuple(_section(groups[start], groups[start + 1 : end]) for start, end in spans)


def _spans(depths: list[int]) -> list[tuple[int, int]]:
    """Where each one with those deeper below it begins and ends."""
    starts: list[int] = []
    for place, depth in enumerate(depths):
        if not starts or depth <= depths[starts[-1]]:
            starts.append(place)
    return list(pairwise([*starts, len(depths)]))


def _depth(group: _Group) -> int:
    return int(group.opening.facts.get("depth", 0)) if group.opening else 0


def _section(group: _Group, inner: list[_Group]) -> Section:
    opening = group.opening
    if opening is None:
        return Section("", 1, None, (), blocks_of(group.strokes), _nested(inner))
    facts = opening.facts
    level, number = facts.get("level", _depth(group) + 1), facts.get("number")
    return Section(facts.get("key", ""), level, number, opening.cells[0], blocks_of(group.strokes), _nested(inner))


def _without_sections(groups: list[_Group]) -> list[_Group]:
    """Appendices have no sections: a heading typed into one is a paragraph there."""
    result: list[_Group] = []
    for group in groups:
        if group.opening is not None and group.opening.part is Part.APPENDIX:
            result.append(group)
        elif group.opening is not None:
            result[-1].strokes += [Stroke(Part.PARAGRAPH, group.opening.cells), *group.strokes]
    return result


def _appendix(group: _Group) -> Appendix:
    facts = group.opening.facts if group.opening else {}
    titles = [_text(s) for s in group.strokes if s.part is Part.APPENDIX_TITLE]
    references = [_text(s) for s in group.strokes if s.part is Part.APPENDIX_REFERENCE]
    return Appendix(
        key=facts.get("key", ""),
        label=_text(group.opening) if group.opening else "",
        title=titles[0] if titles else "",
        reference=references[0] if references else "",
        blocks=blocks_of(group.strokes),
        landscape=facts.get("landscape", True),
    )


def blocks_of(strokes: Iterable[Stroke]) -> tuple[Block, ...]:
    """The blocks of the lines of one section or appendix."""
    runs: list[list[Stroke]] = []
    for stroke in strokes:
        if stroke.part in _TITLES:
            continue
        if runs and _goes_on(runs[-1][-1], stroke):
            runs[-1].append(stroke)
        else:
            runs.append([stroke])
    return tuple(_block(run) for run in runs)


def _goes_on(last: Stroke, stroke: Stroke) -> bool:
    """Whether a line belongs to the block of the line before it."""
    match stroke.part:
        case Part.ITEM:
            return last.part is Part.ITEM and not stroke.facts.get("first")
        case Part.ROW:
            return last.part in (Part.UNIT, Part.TABLE, Part.ROW)
        case _:
            return stroke.part is Part.TABLE and last.part is Part.UNIT


def _block(run: list[Stroke]) -> Block:
    """A block of its lines; a unit that lost its table is a paragraph."""
    match run[-1].part:
        case Part.ITEM:
            return Items(_items(run))
        case Part.NO_ITEMS:
            return Items(())
        case Part.TABLE | Part.ROW:
            return _table(run)
        case _:
            return Paragraph(run[0].cells[0])


def _items(strokes: list[Stroke]) -> tuple[Item, ...]:
    spans = _spans([int(stroke.facts.get("depth", 0)) for stroke in strokes])
    return tuple(
        Item(
            strokes[start].facts.get("label", ""),
            strokes[start].cells[0],
            _items(strokes[start + 1 : end]) if end - start > 1 else (),
        )
        for start, end in spans
    )


def _table(run: list[Stroke]) -> Table:
    """A table from its rows; without a header row, its columns have no titles."""
    unit = _text(run[0]) if run[0].part is Part.UNIT else ""
    heads = [stroke for stroke in run if stroke.part is Part.TABLE]
    rows = [stroke for stroke in run if stroke.part is Part.ROW]
    head = heads[0] if heads else Stroke(Part.TABLE, ())
    count = max(len(stroke.cells) for stroke in (head, *rows))
    widths = [*head.facts.get("widths", ()), *[1.0] * count][: max(count, len(head.facts.get("widths", ())))]
    aligns = [*head.facts.get("aligns", ()), *[Align.LEFT] * count]
    titles = [*(words(cell) for cell in head.cells), *[""] * len(widths)]
    columns = tuple(Column(titles[n], width, Align(aligns[n])) for n, width in enumerate(widths))
    return Table(columns, tuple(Row(s.cells, RowKind(s.facts.get("kind", "body"))) for s in rows), unit)
