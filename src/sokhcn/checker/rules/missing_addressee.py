"""A report to a higher body without Kính gửi and Như trên."""

from collections.abc import Iterator

from sokhcn.checker.decree_30 import binds
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.folding import fold

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II"
SENT_UP = ("Báo cáo", "Tờ trình", "Công văn")


@rule("structure.addressee", "Văn bản gửi cấp trên có “Kính gửi” và “- Như trên;”.", Severity.LOOK, basis=BASIS)
def missing_addressee(subject: Subject) -> Iterator[Fault]:
    text = subject.text
    if not binds(text) or text.title.type not in SENT_UP or not (text.recipients or text.signature.name):
        return
    above = any(fold(name).startswith("nhu tren") for name in text.recipients)
    if text.addressees and above:
        return
    said, advice = "{type} gửi cấp trên mà thiếu “Kính gửi:”.", "Thêm dưới trích yếu."
    if text.addressees:
        said, advice = "{type} gửi cấp trên mà thiếu “- Như trên;”.", "Thêm ở đầu Nơi nhận."
    elif not above:
        said = "{type} gửi cấp trên mà thiếu “Kính gửi:” và “- Như trên;”."
        advice = "Thêm dưới trích yếu và ở đầu Nơi nhận."
    yield fault(None, said, type=text.title.type, suggestion=advice)
