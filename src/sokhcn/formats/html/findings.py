"""Findings as one HTML file: the text with each place marked, and beside it what was found there."""

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import count, pairwise
from types import MappingProxyType

from sokhcn.kernel.finding import Finding, Severity

LOOKS = MappingProxyType({Severity.MUST: "must", Severity.LOOK: "look", Severity.HINT: "hint"})


def render(
    name: str,
    source: str,
    findings: Sequence[Finding],
    waived: Sequence[tuple[Finding, str]] = (),
    numbers: Sequence[int] = (),
) -> bytes:
    """A self-contained page about the file ``name``: style inside, no script, nothing to fetch. ``waived`` stand below
    the others, each with its reason. ``numbers`` are what people call ``findings``; 1, 2, 3 where none are given."""
    counted = ", ".join(f"{sum(f.severity is severity for f in findings)} {severity.value}" for severity in Severity)
    counted += f"; {len(waived)} đã bỏ qua"
    style = files(__package__).joinpath("findings.css").read_text("utf-8")
    numbered = tuple(zip(numbers or count(1), findings, strict=False))
    cards = "\n".join(_card(number, finding) for number, finding in numbered)
    return f"""\
<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kết quả kiểm tra {escape(name)}</title>
<style>
{style}</style>
</head>
<body>
<header><h1>Kết quả kiểm tra {escape(name)}</h1><p>{escape(counted)}</p></header>
<main>
<pre class="text">{"".join(_marked(source, numbered))}</pre>
<div>
<ol class="cards">
{cards}
</ol>
{"".join(_waived(waived))}</div>
</main>
</body>
</html>
""".encode()


def _marked(source: str, numbered: Sequence[tuple[int, Finding]]) -> Iterator[str]:
    """The text in pieces, each marked by the gravest finding that holds it; the first piece of a finding is its aim."""
    placed = [(n, f.span, f.severity) for n, f in numbered if f.span is not None]
    cuts = sorted({0, len(source), *(place for _, span, _ in placed for place in span)})
    order = list(Severity)
    here: list[tuple[int, tuple[int, int], Severity]] = []
    coming = sorted(placed, key=lambda found: found[1], reverse=True)
    for start, end in pairwise(cuts):
        here = [found for found in here if found[1][1] > start]
        begun = []
        while coming and coming[-1][1][0] <= start:
            begun.append(coming.pop())
        here += begun
        aims = "".join(f'<a id="p{n}"></a>' for n, _, _ in begun)
        piece = escape(source[start:end])
        if here:
            grave = min(here, key=lambda found: order.index(found[2]))
            piece = f'<mark class="{LOOKS[grave[2]]}">{piece}</mark>'
        yield f"{aims}{piece}"


def _waived(waived: Sequence[tuple[Finding, str]]) -> Iterator[str]:
    if waived:
        yield '<h2>Đã bỏ qua</h2>\n<ul class="waived">\n'
        yield from (f"<li>{escape(str(finding))} <i>{escape(reason)}</i></li>\n" for finding, reason in waived)
        yield "</ul>\n"


def _card(number: int, finding: Finding) -> str:
    sentence = escape(finding.template.format_map(dict(finding.values)))
    place = f'<a href="#p{number}">{escape(finding.where)}</a>' if finding.span else "toàn văn bản"
    advice = f'<p class="advice">{escape(finding.advice)}</p>' if finding.suggestion else ""
    basis = f'<p class="basis">{escape(finding.basis)}</p>' if finding.basis else ""
    look = LOOKS[finding.severity]
    return (
        f'<li class="{look}"><p class="kind">{number}. <b>{escape(finding.severity.value)}</b> · {place} · '
        f"<code>{escape(finding.id)}</code></p><p>{sentence}</p>{advice}{basis}</li>"
    )
