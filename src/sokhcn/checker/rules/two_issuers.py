"""One paper with two issuers, or one issuer by two names."""

from collections.abc import Iterator

from sokhcn.checker.papers import TERM, issuer_key, same_paper
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.folding import fold


@rule("citations.two-issuers", "Cơ quan ban hành một văn bản được gọi bằng một tên.", Severity.HINT)
def two_issuers(subject: Subject) -> Iterator[Fault]:
    for mentions in same_paper(subject):
        issued = [m for m in mentions if m.issuer]
        for mention in issued[1:]:
            before, now = issued[0].issuer or "", mention.issuer or ""
            if fold(before) == fold(now) or _is_abbreviated(before, now):
                continue
            other = issuer_key(before) != issuer_key(now)
            if other and issued[0].date and mention.date and issued[0].date != mention.date:
                continue  # two bodies, two days: two papers that bear one number
            said = "{paper} ở trên là của {before}, ở đây là của {now}."
            yield fault(
                mention.span,
                said,
                severity=Severity.MUST if other and not _is_part(before, now) else None,
                suggestion="Gọi cơ quan ban hành thống nhất.",
                paper=mention.code,
                before=before,
                now=now,
            )


def _is_abbreviated(before: str, now: str) -> bool:
    """UBND for Ủy ban nhân dân is a matter of names, not of papers: another rule sees to it."""

    def plain(name: str) -> str:
        return TERM.sub("", fold(name)).replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd")

    return plain(before) == plain(now)


def _is_part(before: str, now: str) -> bool:
    """UBND tỉnh and UBND tỉnh Ninh Thuận: one name is the beginning of the other."""
    one, two = issuer_key(before), issuer_key(now)
    return one.startswith(two) or two.startswith(one)
