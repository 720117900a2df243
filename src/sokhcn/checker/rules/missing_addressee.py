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
    asked = (("“Kính gửi:”", "dưới trích yếu", text.addressees), ("“- Như trên;”", "ở đầu Nơi nhận", above))
    absent = [(name, place) for name, place, there in asked if not there]
    if absent:
        what, where = (" và ".join(words) for words in zip(*absent, strict=True))
        yield fault(
            None, "{type} gửi cấp trên mà thiếu {what}.", type=text.title.type, what=what, suggestion=f"Thêm {where}."
        )
