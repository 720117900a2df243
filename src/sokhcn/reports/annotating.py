"""What was found in a file, as comments in a Word file."""

from collections.abc import Iterator, Sequence

from sokhcn.formats.docx.annotating import Note, annotated, annotated_lines
from sokhcn.kernel.finding import Finding
from sokhcn.reports.checking import Checked


def annotate(checked: Checked) -> bytes:
    """A .docx with each open finding as a comment at its place; what was no .docx becomes a plain one of its lines."""
    letters = checked.text.letters
    if checked.source.is_docx:
        return annotated(checked.source.data, _notes(checked, [line.origin.paragraph for line in letters.lines]))
    lines = [letters.text[line.start : line.end] for line in letters.lines]
    return annotated_lines(lines, _notes(checked, range(len(lines))))


def _notes(checked: Checked, paragraphs: Sequence[int | None]) -> Iterator[Note]:
    """Notes at ``paragraphs``, in which the lines of the letters stand one by one."""
    letters = checked.text.letters
    places = [(letters.in_source(line.start, line.end), paragraphs[n]) for n, line in enumerate(letters.lines)]
    for finding in checked.findings:
        span = finding.span
        inside = [(at, number) for at, number in places if span and at[0] <= span[0] < at[1]]
        if span is None or not inside:
            yield Note(None, "", _said(finding))
            continue
        (_, last), number = inside[0]
        yield Note(number, letters.source[span[0] : min(span[1], last)], _said(finding))


def _said(finding: Finding) -> str:
    """What a comment says: how grave it is, the sentence, the advice, the law."""
    parts = [f"[{finding.severity.value}] {finding.template.format_map(dict(finding.values))}"]
    parts += [f"→ {finding.advice}"] if finding.suggestion else []
    parts += [f"({finding.basis})"] if finding.basis else []
    return " ".join(parts)
