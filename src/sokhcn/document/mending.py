"""Letters with their text repaired: old encodings, loose marks, look-alikes; lines and sources keep their places."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from sokhcn.document.letters import Known, Letters, Line
from sokhcn.kernel.charsets import Charset, of_font
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.legacy import Repaired, contradicted, repair
from sokhcn.kernel.tracing import apart


def mended(letters: Letters) -> Letters:
    """``letters`` with ``text`` repaired; the same letters where there was nothing to repair.

    Where the file names a font of an old encoding, its lines are repaired by that; the rest by what it shows.
    """
    told = _by_font(letters) if _is_told_by_fonts(letters) else letters
    return _put(told, repair(told.text))


def _is_told_by_fonts(letters: Letters) -> bool:
    """Whether lines in fonts of an old encoding are in it. Many files were converted and kept their fonts."""
    lines: dict[Charset, list[str]] = {}
    for line in letters.lines:
        if charset := _old_font(line):
            lines.setdefault(charset, []).append(letters.of(line))
    return bool(lines) and not any(contradicted("\n".join(texts), charset) for charset, texts in lines.items())


def _old_font(line: Line) -> Charset | None:
    return of_font(line.hint.font) if line.hint.font else None


def _by_font(letters: Letters) -> Letters:
    """Each line that its font explains, repaired on its own; a font of capitals gives capitals."""
    pieces: list[str] = []
    jumps: list[tuple[int, int]] = []
    wide: list[tuple[int, int]] = []
    findings: list[Finding] = []
    here = 0
    for start, end, line in _stretches(letters):
        text = letters.text[start:end]
        done = repair(text, line.hint.font) if line and _old_font(line) else Repaired(text)
        made = done.text.upper() if line and _is_capital_font(line) else done.text
        if len(made) != len(done.text):
            made = done.text
        jumps += [(here + at, start + there) for at, there in done.jumps]
        wide += [(here + at, size) for at, size in done.wide]
        findings += [_moved(finding, here) for finding in done.findings]
        pieces.append(made)
        here += len(made)
    text = "".join(pieces)
    return _put(letters, Repaired(text, apart([(0, 0), *jumps]), tuple(wide), tuple(_together(findings))))


def _stretches(letters: Letters) -> Iterator[tuple[int, int, Line | None]]:
    """The text cut into lines and what stands between them."""
    done = 0
    for line in sorted(letters.lines, key=lambda line: line.start):
        if line.start > done:
            yield done, line.start, None
        if line.end > max(done, line.start):
            yield max(done, line.start), line.end, line
            done = line.end
    if done < len(letters.text):
        yield done, len(letters.text), None


def _is_capital_font(line: Line) -> bool:
    """.VnTimeH and its sisters show small letters as capitals."""
    name = (line.hint.font or "").split("+")[-1]
    return name.casefold().startswith(".vn") and name.split("-")[0].split(",")[0].endswith("H")


def _together(findings: list[Finding]) -> Iterator[Finding]:
    """One finding of a kind for all lines: the first, with the words of all."""
    for id in dict.fromkeys(finding.id for finding in findings):
        alike = [finding for finding in findings if finding.id == id]
        words = sum(finding.values.get("words", 0) for finding in alike)
        values = {**alike[0].values, "words": words} if "words" in alike[0].values else alike[0].values
        yield replace(alike[0], values=MappingProxyType(dict(values)))


def _moved(finding: Finding, by: int) -> Finding:
    return replace(finding, span=(finding.span[0] + by, finding.span[1] + by)) if finding.span else finding


def _put(letters: Letters, done: Repaired) -> Letters:
    """``letters`` with the repaired text in place of their own."""
    if done.text == letters.text and not done.findings:
        return letters
    size = len(done.text)
    places = done.trace

    def here(place: int) -> int:
        return places.back(place, size)

    whole = places.through(letters.trace)
    return replace(
        letters,
        text=done.text,
        jumps=whole.jumps,
        wide=whole.wide,
        lines=tuple(replace(line, start=here(line.start), end=here(line.end)) for line in letters.lines),
        known=tuple(Known(here(one.start), here(one.end), one.kind, one.key) for one in letters.known),
        findings=(*letters.findings, *done.findings),
    )
