"""What Jinja says of a template, in the words of officers: its parts by name, and its complaints about grammar."""

import re
from collections.abc import Mapping
from types import MappingProxyType

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "Add": "phép cộng",
        "Sub": "phép trừ",
        "Mul": "phép nhân",
        "Div": "phép chia",
        "FloorDiv": "phép chia",
        "Mod": "phép chia lấy dư",
        "Pow": "lũy thừa",
        "Neg": "dấu trừ trước một tên",
        "Pos": "dấu cộng trước một tên",
        "Concat": "dấu ~ để ghép chữ",
        "Call": "lời gọi hàm “tên(…)”",
        "Keyword": "tham số có tên “tên=…”",
        "Tuple": "nhiều tên trong ngoặc tròn",
        "Dict": "bảng {…}",
        "Pair": "cặp trong bảng {…}",
        "Slice": "đoạn cắt “[a:b]”",
        "Test": "phép thử “is …”",
        "CondExpr": "“… if … else …” trong một ô; dùng {% if %}",
        "Assign": "{% set %}",
        "AssignBlock": "{% set %}",
        "NSRef": "tên có dấu chấm sau {% set %}",
        "Macro": "{% macro %}",
        "CallBlock": "{% call %}",
        "FilterBlock": "{% filter %}",
        "With": "{% with %}",
        "Block": "{% block %}",
        "Extends": "{% extends %}",
        "Include": "{% include %}",
        "Import": "{% import %}",
        "FromImport": "{% from … import … %}",
        "Scope": "phạm vi riêng",
        "EvalContextModifier": "{% autoescape %}",
        "ScopedEvalContextModifier": "{% autoescape %}",
    }
)
ELSE = "cách viết này"

COMPLAINTS = (
    (r"Encountered unknown tag '(.+?)'.*", "không có thẻ “{0}”; chỉ có if, elif, else, endif, for, endfor"),
    (r"Unexpected end of template.*innermost block that needs to be closed is '(.+?)'.*", "thiếu thẻ đóng của “{0}”"),
    (r"Unexpected end of template.*", "thiếu thẻ đóng"),
    (r"unexpected end of template.*", "thiếu dấu đóng }} hoặc %}"),
    (r"expected token '(.+?)', got '(.+?)'", "cần “{0}” mà gặp “{1}”"),
    (r"unexpected char (.+?) at \d+", "gặp ký tự lạ {0}"),
    (r"unexpected '(.+?)'(?:, expected '(.+?)')?.*", "gặp “{0}” không đúng chỗ"),
    (r"Missing end of comment tag", "thiếu #} để đóng ghi chú"),
    (r"Expected an expression, got '(.+?)'", "chỗ này cần một tên hoặc một giá trị, lại gặp “{0}”"),
)
TOKENS: Mapping[str, str] = MappingProxyType(
    {
        "end of print statement": "}}",
        "end of statement block": "%}",
        "begin of print statement": "{{",
        "begin of statement block": "{%",
        "end of template": "hết mẫu câu",
        "name": "một tên",
        "string": "chữ trong dấu nháy",
        "integer": "một số",
    }
)


def part(kind: str) -> str:
    """A part of a template, by the name of its class in Jinja."""
    return PARTS.get(kind, ELSE)


def complaint(message: str | None) -> str:
    """What Jinja complains of."""
    for pattern, said in COMPLAINTS:
        if found := re.fullmatch(pattern, message or "", re.DOTALL):
            for place, word in enumerate(found.groups()):
                said = said.replace(f"{{{place}}}", TOKENS.get(word or "", word or ""))
            return said
    return "dấu ngoặc, tên hoặc thẻ không đúng chỗ"
