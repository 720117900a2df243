"""A chapter of the outline that the report does not have."""

from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.folding import fold


@rule("structure.chapter", "Báo cáo có đủ các mục của đề cương.", Severity.LOOK)
def missing_chapter(subject: Subject) -> Iterator[Fault]:
    there = {_plain(heading.title) for heading in subject.text.headings}
    for title in subject.chapters:
        if _plain(title) not in there:
            said = "Đề cương có mục “{title}” mà báo cáo không có."
            yield fault(None, said, title=title, suggestion="Thêm mục, hoặc ghi “Trong kỳ không phát sinh”.")


def _plain(title: str) -> str:
    """A title without the marks that one office sets and another does not."""
    return fold(title).strip(" .:;")
