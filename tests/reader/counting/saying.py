"""What the reader of counts finds in a sentence, in one short string a count."""

from sokhcn.document.understood import Count, CountKind
from sokhcn.reader.counting import breakdowns, counts


def said(text: str) -> list[str]:
    """``06 văn bản = 6``, ``96,15% = 96.15 percent``: the span, its value and, where it is no count, its kind."""
    return [_one(count) for count in counts(text)]


def _one(count: Count) -> str:
    ratio = f"/{count.of}" if count.of is not None else ""
    upper = f"..{count.upper}" if count.upper is not None else ""
    kind = "" if count.kind is CountKind.COUNT else f" {count.kind}"
    return f"{count.text} = {count.value}{upper}{ratio}{kind}"


def broken_down(text: str) -> list[str]:
    """``sum 30 = 5 + 25``, with `` !`` where the parts do not fit."""
    found = counts(text)
    return [
        f"{one.kind} {found[one.total].value} = {' + '.join(str(found[part].value) for part in one.parts)}"
        f"{'' if one.consistent else ' !'}"
        for one in breakdowns(text, found)
        if one.parts
    ]
