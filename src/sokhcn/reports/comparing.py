"""Two documents side by side: the titles and sentences that one has and the other has not, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from sokhcn.document.nodes import Document
from sokhcn.document.walk import all_sections, block_sentences, words


@dataclass(frozen=True, slots=True)
class Difference:
    """A place that differs: what it is, what stands there in one and in the other; empty where there is nothing."""

    what: str
    before: str
    after: str


def differences(before: Document, after: Document) -> tuple[Difference, ...]:
    """Everything that ``after`` says otherwise than ``before``."""
    old, new = list(_lines(before)), list(_lines(after))
    found: list[Difference] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _paired(old[i:j], new[k:m])
    return tuple(found)


def _paired(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> Iterator[Difference]:
    """Lines that took each other's place stand together where they are of one sort."""
    for before, after in zip_longest(old, new):
        if before and after and before[0] == after[0]:
            yield Difference(before[0], before[1], after[1])
            continue
        if before:
            yield Difference(before[0], before[1], "")
        if after:
            yield Difference(after[0], "", after[1])


def _lines(document: Document) -> Iterator[tuple[str, str]]:
    yield "Kính gửi", "; ".join(document.head.addressees)
    yield "Trích yếu", words(document.head.subject)
    for section in all_sections(document.sections):
        number = f"{section.number}. " if section.number else ""
        yield "Tên mục", f"{number}{words(section.title)}"
        for block in section.blocks:
            for sentence in block_sentences(block):
                yield "Câu", words(sentence)
    yield "Nơi nhận", "; ".join(document.closing.recipients)
    for appendix in document.appendices:
        yield "Phụ lục", f"{appendix.label}. {appendix.title}"
        for block in appendix.blocks:
            for cell in block_sentences(block):
                yield "Ô phụ lục", words(cell)
