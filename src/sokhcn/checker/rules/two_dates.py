"""One paper with two dates."""

from collections.abc import Iterator

from sokhcn.checker.papers import issuer_key, same_paper
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import Severity


@rule("citations.two-dates", "Một văn bản mang một ngày ở mọi chỗ viện dẫn.", Severity.MUST)
def two_dates(subject: Subject) -> Iterator[Fault]:
    for mentions in same_paper(subject):
        dated = [m for m in mentions if m.date]
        for mention in dated[1:]:
            first = dated[0]
            bodies = {issuer_key(m.issuer) for m in (first, mention) if m.issuer}
            if mention.date != first.date and len(bodies) < 2:
                said = "{paper} ở đây ghi ngày {day}, ở trên ghi ngày {before}."
                day, before = written(mention.date), written(first.date)
                advice = "Đối chiếu bản gốc rồi ghi thống nhất."
                yield fault(mention.span, said, suggestion=advice, paper=mention.code, day=day, before=before)
