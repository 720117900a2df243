"""A year in the number that is not the year of the date."""

from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity


@rule("citations.year", "Năm trong số của văn bản là năm của ngày ban hành.", Severity.MUST)
def year_in_number(subject: Subject) -> Iterator[Fault]:
    for citation in subject.text.citations:
        if citation.year and citation.date and citation.year != citation.date.year:
            said = "Số {code} mang năm {year}, ngày ban hành thuộc năm {of_date}."
            year, of_date = citation.year, citation.date.year
            advice = "Đối chiếu bản gốc."
            yield fault(citation.span, said, suggestion=advice, code=citation.code, year=year, of_date=of_date)
