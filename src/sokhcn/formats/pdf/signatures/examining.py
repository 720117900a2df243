"""A signed PDF as a whole: each signature's verdict with what came after it, and its words against those approved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sokhcn.formats.pdf.signatures.comparing import Difference, differences
from sokhcn.formats.pdf.signatures.judging import Anchors, Proof, Verdict, proofs
from sokhcn.formats.pdf.signatures.looking import page_that_differs
from sokhcn.formats.pdf.signatures.saying import Saying, saying
from sokhcn.formats.pdf.signatures.seen import Page, seen
from sokhcn.formats.pdf.signatures.stamps import Box

LOOKS_CHANGED = "trang {page}: hình ảnh, nét vẽ khác đi mà chữ không đổi"
STRUCTURE = "cấu trúc tệp bị sửa mà chữ và hình trên trang không đổi"


@dataclass(frozen=True, slots=True)
class Judged:
    """One signature: ``later`` are the additions that are expected after it, ``changes`` those that are not."""

    proof: Proof
    verdict: Verdict
    later: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Examined:
    """``different`` from what was approved; ``number`` and ``date`` as the file has them filled in."""

    signatures: tuple[Judged, ...]
    different: tuple[Difference, ...]
    said: Saying
    pages: int
    is_picture: bool

    @property
    def number(self) -> str:
        return self.said.number

    @property
    def date(self) -> str:
        return self.said.date


@dataclass(frozen=True, slots=True)
class Approved:
    """What was approved: the PDF as it was printed, and the document's symbol (``BC-SKHCN``)."""

    pdf: bytes
    symbol: str


def examine(data: bytes, approved: Approved, anchors: Anchors, now: datetime) -> Examined:
    """Judge ``data``, a PDF that came back. Raises ``Unreadable``. Asks no network."""
    pages = seen(data)
    said = saying(pages, approved.symbol)
    is_picture = not any(page.has_visible_text for page in pages)
    different = () if is_picture else differences(saying(seen(approved.pdf), approved.symbol), said)
    found = proofs(data, anchors, now)
    judged = tuple(_judged(proof, found[n:], data, (pages, said), approved.symbol) for n, proof in enumerate(found, 1))
    return Examined(judged, different, said, len(pages), is_picture)


def _judged(
    proof: Proof, after: Sequence[Proof], data: bytes, now: tuple[Sequence[Page], Saying], symbol: str
) -> Judged:
    if proof.verdict is Verdict.BROKEN or proof.is_last:
        return Judged(proof, proof.verdict)
    pages, said = now
    before = data[: proof.end]
    then_pages = seen(before)
    then = saying(then_pages, symbol)
    changes = tuple(one.sentence for one in differences(then, said))
    if proof.altered and not changes:
        changes = _unseen(before, data, then_pages, pages)
    later = (*_filled_in(then, said), *(f"chữ ký của {one.by}" for one in after if one.by))
    return Judged(proof, Verdict.CHANGED if changes else proof.verdict, later, changes)


def _filled_in(then: Saying, now: Saying) -> list[str]:
    told = [f"số {now.number}"] if now.number and not then.number else []
    return told + ([f"ngày {now.date}"] if now.date and not then.date else [])


def _unseen(before: bytes, after: bytes, then: Sequence[Page], now: Sequence[Page]) -> tuple[str, ...]:
    """What changed where the words did not. Programs that write number and day into the page itself change no more
    than the places where these stand."""
    places = {page.number - 1: [*page.stamps, *_new_words(old, page)] for old, page in zip(then, now, strict=False)}
    page = page_that_differs(before, after, places)
    if page is not None:
        return (LOOKS_CHANGED.format(page=page),)
    filled = any(_new_words(old, new) for old, new in zip(then, now, strict=False))
    return () if filled else (STRUCTURE,)


def _new_words(then: Page, now: Page) -> list[Box]:
    """The places of the words that were not there."""
    known = {(word.text, round(word.left), round(word.bottom)) for word in (*then.words, *then.added)}
    words = (
        word for word in (*now.words, *now.added) if (word.text, round(word.left), round(word.bottom)) not in known
    )
    return [Box(now.number - 1, word.left, word.bottom, word.right, word.top) for word in words]
