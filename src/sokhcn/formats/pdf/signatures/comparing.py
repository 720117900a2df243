"""Two sayings of one document word by word: what was added, what is gone, what says something else, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sokhcn.formats.pdf.signatures.saying import Said, Saying

_SHOWN = 12  # words of a difference that are told; the rest is counted


@dataclass(frozen=True, slots=True)
class Difference:
    """Words on a page; ``before`` is empty where some were added, ``after`` where they are gone."""

    page: int
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """``trang 1: “06” thành “60”``."""
        if not self.before:
            return f"trang {self.page}: thêm “{self.after}”"
        if not self.after:
            return f"trang {self.page}: mất “{self.before}”"
        return f"trang {self.page}: “{self.before}” thành “{self.after}”"


def differences(before: Saying, after: Saying) -> tuple[Difference, ...]:
    """Every difference beside number, date and stamps, in the order of reading."""
    one, other = before.words, after.words
    start = _alike(one, other)
    one, other = one[start:], other[start:]
    end = _alike(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    matcher = SequenceMatcher(None, [w.text for w in one], [w.text for w in other], autojunk=False)
    found = (Difference(_page(one[a:b], other[c:d]), _words(one[a:b]), _words(other[c:d]))
             for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal")  # fmt: skip
    return tuple(found)


def _alike(one: Sequence[Said], other: Sequence[Said]) -> int:
    """How many words both begin with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a.text != b.text), min(len(one), len(other)))


def _page(one: Sequence[Said], other: Sequence[Said]) -> int:
    return (other or one)[0].page


def _words(some: Sequence[Said]) -> str:
    told = " ".join(word.text for word in some[:_SHOWN])
    return f"{told} … (và {len(some) - _SHOWN} chữ nữa)" if len(some) > _SHOWN else told
