"""One file's letters understood: structure, citations and counts, joined."""

from collections.abc import Iterator, Sequence

from sokhcn.document.letters import Letters, Span
from sokhcn.document.understood import Citation, Understood
from sokhcn.kernel.periods import Regime
from sokhcn.reader.citations import citations
from sokhcn.reader.citing.others import references
from sokhcn.reader.counting.breakdowns import breakdowns
from sokhcn.reader.counting.counts import counts
from sokhcn.reader.structure import Structure, structure


def understand(letters: Letters, regime: Regime) -> Understood:
    """What ``letters`` say; ``regime`` says which days the periods of its title have. Linear in the text."""
    made = structure(letters, regime)
    cited = citations(made.flow)
    counted = counts(made.flow, tuple(_passed_over(made, cited)))
    return Understood(
        letters=letters,
        flow=made.flow,
        header=made.header,
        title=made.title,
        addressees=made.addressees,
        headings=made.headings,
        paragraphs=made.paragraphs,
        items=made.items,
        citations=cited,
        counts=counted,
        breakdowns=breakdowns(made.flow, counted, made.items),
        recipients=made.recipients,
        signature=made.signature,
        annexes=made.annexes,
        findings=letters.findings,
        references=references(made.flow, made.items, cited),
    )


def _passed_over(made: Structure, cited: Sequence[Citation]) -> Iterator[Span]:
    """Where digits count nothing: above the body, in headings, in citations with their dates, below the body."""
    first = made.paragraphs[0][0] if made.paragraphs else len(made.flow)
    yield 0, first
    yield from (heading.span for heading in made.headings)
    for citation in cited:
        yield citation.span
        if citation.date_span:
            yield citation.date_span
    if made.signature.span or made.recipients:
        last = made.paragraphs[-1][1] if made.paragraphs else first
        yield last, _end_of_signing(made)


def _end_of_signing(made: Structure) -> int:
    """Where the recipients and the signature end; tables and appendices behind them have counts of their own."""
    lists = [made_list.items[-1][1] for made_list in made.items if made_list.where == "recipients"]
    return max([*lists, made.signature.span[1] if made.signature.span else 0])
