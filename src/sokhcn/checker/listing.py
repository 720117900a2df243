"""The list of rules as officers read it: docs/rules.md."""

from collections.abc import Iterable, Iterator

from sokhcn.checker.engine import rules
from sokhcn.checker.rule import Family, Rule

TITLE = """# Quy tắc kiểm tra

Mỗi quy tắc có mã không đổi; câu chữ có thể được viết lại. *Phải sửa* chặn việc trình báo cáo; *cần xem* và *gợi ý*
thì không. Bỏ qua một phát hiện phải ghi lý do, và lý do được nhớ cho đến khi đoạn văn đổi.

Trang này do `make rules` viết ra từ `src/sokhcn/checker/rules/`.
"""


def listing() -> str:
    """Markdown with a table for each family that has rules."""
    return "\n".join([TITLE, *(line for family in Family for line in _family(family, rules()))])


def _family(family: Family, known: Iterable[Rule]) -> Iterator[str]:
    own = [rule for rule in known if rule.family is family]
    if own:
        yield f"## {family.value[0].upper()}{family.value[1:]}\n"
        yield "| Mã | Mức | Yêu cầu | Căn cứ |\n|---|---|---|---|"
        yield from (f"| `{rule.id}` | {rule.severity.value} | {rule.about} | {rule.basis or '–'} |" for rule in own)
        yield ""
