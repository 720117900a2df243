"""JSON back to a document, exactly; anything else is refused with its place."""

import json
from decimal import Decimal
from typing import Any, assert_never

from sokhcn.document.nodes import (
    Align,
    Appendix,
    Block,
    Break,
    Cite,
    Closing,
    Column,
    DateLine,
    Document,
    Emph,
    Head,
    Inline,
    Item,
    Items,
    Num,
    Paragraph,
    Row,
    RowKind,
    Section,
    Signature,
    Strong,
    Table,
    Text,
)
from sokhcn.formats.json.names import FORMAT, BlockKind, InlineKind
from sokhcn.formats.json.place import NotADocument, Place


def read(data: bytes) -> Document:
    """The document in a JSON file; ``NotADocument`` if it is anything else."""
    try:
        return load(json.loads(data.decode("utf-8-sig")))
    except NotADocument:
        raise
    except UnicodeDecodeError as error:
        raise NotADocument(f"Tệp không phải văn bản UTF-8 (byte thứ {error.start + 1}).") from error
    except json.JSONDecodeError as error:
        raise NotADocument(f"Dòng {error.lineno}, cột {error.colno}: không phải JSON ({error.msg}).") from error
    except RecursionError as error:
        raise NotADocument("Tệp lồng nhau quá sâu.") from error
    except ValueError as error:  # a number of thousands of digits
        raise NotADocument(f"Tệp có số không đọc được ({error}).") from error


def load(written: dict[str, Any]) -> Document:
    """The document in dicts and lists, as ``dump`` made them."""
    top = Place(written)
    if top["format"].value != FORMAT:
        top["format"].refuse(f"“{FORMAT}”")
    closing = top["closing"]
    signature = Signature(closing["signature"]["lines"].each(Place.text), closing["signature"]["name"].text())
    return Document(
        head=_head(top["head"]),
        sections=top["sections"].each(_section),
        closing=Closing(closing["recipients"].each(Place.text), signature),
        appendices=top["appendices"].each(_appendix),
        language=top["language"].text(),
    )


def _head(place: Place) -> Head:
    dated = place["dated"]
    return Head(
        parent_agency=place["parent_agency"].text(),
        agency=place["agency"].text(),
        number=place["number"].text_or_none(),
        symbol=place["symbol"].text(),
        place=place["place"].text(),
        dated=DateLine(dated["day"].integer_or_none(), dated["month"].integer(), dated["year"].integer()),
        type_name=place["type_name"].text(),
        subject=place["subject"].each(_inline),
        addressees=place["addressees"].each(Place.text),
    )


def _section(place: Place) -> Section:
    return Section(
        key=place["key"].text(),
        level=place["level"].integer(),
        number=place["number"].text_or_none(),
        title=place["title"].each(_inline),
        blocks=place["blocks"].each(_block),
        sections=place["sections"].each(_section),
    )


def _appendix(place: Place) -> Appendix:
    return Appendix(
        key=place["key"].text(),
        label=place["label"].text(),
        title=place["title"].text(),
        reference=place["reference"].text(),
        blocks=place["blocks"].each(_block),
        landscape=place["landscape"].flag(),
    )


def _block(place: Place) -> Block:
    kind = place["kind"].one_of(BlockKind)
    match kind:
        case BlockKind.PARAGRAPH:
            return Paragraph(place["children"].each(_inline))
        case BlockKind.ITEMS:
            return Items(place["items"].each(_item))
        case BlockKind.TABLE:
            return Table(place["columns"].each(_column), place["rows"].each(_row), place["unit"].text())
    assert_never(kind)


def _item(place: Place) -> Item:
    return Item(place["label"].text(), place["children"].each(_inline), place["below"].each(_item))


def _column(place: Place) -> Column:
    return Column(place["title"].text(), place["width"].width(), place["align"].one_of(Align))


def _row(place: Place) -> Row:
    return Row(place["cells"].each(_inlines), place["kind"].one_of(RowKind))


def _inlines(place: Place) -> tuple[Inline, ...]:
    return place.each(_inline)


def _inline(place: Place) -> Inline:
    kind = place["kind"].one_of(InlineKind)
    match kind:
        case InlineKind.TEXT:
            return Text(place["text"].text())
        case InlineKind.EMPH:
            return Emph(place["children"].each(_inline))
        case InlineKind.STRONG:
            return Strong(place["children"].each(_inline))
        case InlineKind.NUM:
            return Num(place["key"].text(), place["value"].exact(), place["text"].text(), _counted(place))
        case InlineKind.CITE:
            return Cite(place["paper"].text(), place["text"].text())
        case InlineKind.BREAK:
            return Break()
    assert_never(kind)


def _counted(place: Place) -> int | Decimal | None:
    """What stands there only where somebody overrode the figure."""
    told = isinstance(place.value, dict) and "counted" in place.value
    return place["counted"].exact() if told else None
