"""One paper with two titles."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from sokhcn.checker.papers import same_paper, title_words, with_title
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

ALIKE = 0.6
FEW = 4


@rule("citations.two-titles", "Một văn bản mang một trích yếu ở mọi chỗ viện dẫn.", Severity.MUST)
def two_titles(subject: Subject) -> Iterator[Fault]:
    for mentions in same_paper(subject):
        titled = [(m, title_words(m)) for m in mentions if len(title_words(m)) >= FEW]
        told = {words for _, words in titled[:1]}
        for mention, words in titled[1:]:
            first = titled[0][1]
            if words in told or words[: len(first)] == first or first[: len(words)] == words:
                continue
            told.add(words)
            matcher = SequenceMatcher(None, first, words, autojunk=False)
            if matcher.quick_ratio() < ALIKE or matcher.ratio() < ALIKE:
                continue
            said = "{paper} mang trích yếu khác với lần viện dẫn trước: {differences}."
            yield fault(
                with_title(mention),
                said,
                suggestion="Ghi đúng trích yếu của bản gốc ở mọi chỗ.",
                paper=mention.code,
                differences=_differences(titled[0][0].subject or "", mention.subject or ""),
            )


def _differences(before: str, after: str) -> str:
    """The words that differ, in the letters in which they stand."""
    old, new = before.split(), after.split()
    plain_old, plain_new = _plain(old), _plain(new)
    changes = SequenceMatcher(None, plain_old, plain_new, autojunk=False).get_opcodes()
    said = [
        f"“{' '.join(plain_old[a:b])}” thành “{' '.join(plain_new[c:d])}”"
        for tag, a, b, c, d in changes
        if tag == "replace"
    ]
    return "; ".join(said) or f"“{before}” và “{after}”"


def _plain(words: list[str]) -> list[str]:
    return [word.strip('“”".,;:()').lower() for word in words]
