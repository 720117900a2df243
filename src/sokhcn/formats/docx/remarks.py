"""What people wrote in the margin of a Word file: each comment by whom and when."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import islice

from sokhcn.formats.docx.elements import W
from sokhcn.formats.docx.opening import Package
from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import Finding, Severity

MOST = 100
LONGEST = 200


def remarks_in(package: Package) -> Iterator[Finding]:
    """Each comment of the file, the first hundred of very many."""
    comments = package.one_of("comments")
    for comment in islice(comments.iter(W + "comment") if comments is not None else (), MOST):
        said = " ".join("".join(str(text) for text in p.itertext()).strip() for p in comment.iter(W + "p")).strip()
        about = {"author": comment.get(W + "author") or "người không ghi tên", "text": _short(said)}
        about["day"] = _on(comment.get(W + "date", ""))
        yield Finding("returned.comment", Severity.LOOK, "{author}{day}: “{text}”", about)


def _on(moment: str) -> str:
    with suppress(ValueError):
        return f", ngày {written(date.fromisoformat(moment[:10]))}"
    return ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
