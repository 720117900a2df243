"""What a cited paper is about: where the words about it begin behind the mention, and where they end."""

import re
from bisect import bisect_left

from sokhcn.document.letters import Span
from sokhcn.kernel.alphabet import UPPER
from sokhcn.reader.citing.before import sentence_start
from sokhcn.reader.citing.issuers import agency_at, bare_agency_at
from sokhcn.reader.citing.plain import Plain
from sokhcn.reader.citing.stops import OPENING

_LONGEST = 1_000
_LEAD = re.compile(r"\s*(?P<comma>,?)\s*(?P<bracket>\(?)\s*(?P<quote>[“\"]?)")
_ABOUT = re.compile(r"về|v/v")
_AFTER_COMMA = re.compile(r"về|v/v|đề nghị|quy định|phê duyệt|ban hành|hướng dẫn|sửa đổi|yêu cầu|thông báo")
_AMENDING = re.compile(
    r"(?:về việc\s+|về\s+)?(?:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|đính chính|triển khai|thực hiện|hướng dẫn|"
    r"thi hành|quy định|ban hành|tổ chức|công bố|tăng cường|đẩy mạnh)"
)
_MARK = re.compile(r"[.;“”\"(),\n]|:(?!\d)|\s(?:và|hoặc)\s")
_LEADING = re.compile(
    r"\W*(?:\w{1,4}[.)]\s+)?(?:(?:để|nhằm|tiếp tục|tổ chức|qua|khi)\s+)?"
    r"(?:thực hiện|căn cứ|theo|triển khai|trên cơ sở|xét|sau khi|tại|quán triệt|chấp hành|cụ thể hóa|với|từ khi)(?!\w)"
)
_CLAUSE = re.compile(
    r"\s*(?:trong đó|cụ thể|theo đó|đến nay|qua đó|góp phần|đồng thời|hiện nay|hiện|tính đến|như sau|gồm|bao gồm|"
    r"kèm theo|có hiệu lực|thời gian|trong (?:tháng|quý|năm|kỳ)|tháng \d|ngày \d|năm \d{4},|"
    r"toàn (?:tỉnh|ngành)|"
    r"các (?:sở|cơ quan|đơn vị|địa phương)|từ (?:đầu năm|ngày)|chúng tôi|tôi|đã)(?!\w)"
)
_ASIDE = re.compile(
    r"\s*(?:sau đây|gọi tắt|viết tắt|gọi là|đính kèm|kèm theo|có hiệu lực|tại |theo |ban hành kèm|số \d)"
)
# A printed line that breaks before a name: it is full and ends with a word, and nothing new begins on the next.
_WRAPPED = re.compile(
    r"(?<=[^\W\d_])[^\S\n]?\n[^\S\n]{0,12}"
    r"(?!(?:Căn cứ|Điều|Chương|Phụ lục|Ngày|Theo|Thực hiện|Phần|Mục|Trong|Ngoài|Nơi)\s"
    rf"|[^\W\d_]{{1,4}}[.)-]|[{UPPER}]{{2,}}\s[{UPPER}]{{2,}}\s)"
    r"[^\W\d_][^\W\d_]"
)
_DOING = re.compile(
    r"(?:tổ chức|triển khai|thực hiện|xây dựng|ban hành|hướng dẫn|kiểm tra|thẩm định|phối hợp|tiếp nhận)"
    r"\s+(?:được\s+)?\d|tham mưu\s|đã\s"
)
# Whoever it is that did something, and figures of what came of it, are no part of a title: …, xã đã thành lập 07 tổ.
_DONE = re.compile(
    r"\s*(?:(?:[^\W\d_]+\s+){1,6}(?:đã|đang)\s+[^\W\d_]|"
    r"(?:qua đó\s+)?(?:phát hiện|lập|xử phạt|xử lý|cấp|thu hồi|thu|đạt|huy động)\s+(?:được\s+)?\d)"
)
_ACTS = re.compile(
    r"\s+(?:đã|có|xin|được|sẽ|kính|báo cáo|ban hành|đề nghị|tổ chức|triển khai|xây dựng|phối hợp|tham mưu|chủ trì|"
    r"yêu cầu|hướng dẫn|thông báo|tiếp tục|thực hiện|giao|tiến hành|nhận)(?!\w)"
)
_ENDING = re.compile(r"\.(?=\s|$|/\.|[”\")])|\./\.")


def subject_after(plain: Plain, at: int, full: bool, starts: tuple[int, ...]) -> Span | None:
    """The subject behind a mention that ends at ``at``; ``full`` says that date or issuer was given there.

    ``starts`` are the places of all mentions: a subject ends before the next one that is only listed beside it.
    """
    lead = _LEAD.match(plain.text, at)
    if not lead or "\n\n" in lead[0]:
        return None
    start = lead.end()
    if lead["quote"]:
        return _quoted(plain, lead) if not lead["bracket"] and not lead["comma"] else None
    if not OPENING.match(plain.lower, start) or not _fits(plain, lead, full, at):
        return None
    end = _end(plain, start, at, starts)
    return (start, end) if end - start > 6 else None


def _fits(plain: Plain, lead: re.Match[str], full: bool, at: int) -> bool:
    about = _ABOUT.match(plain.lower, lead.end())
    if lead["bracket"] or not full:
        return about is not None
    if lead["comma"]:
        return about is not None or (_AFTER_COMMA.match(plain.lower, lead.end()) is not None and not _leads(plain, at))
    return True


def _quoted(plain: Plain, lead: re.Match[str]) -> Span | None:
    close = "”" if lead["quote"] == "“" else '"'
    end = plain.text.find(close, lead.end(), lead.end() + _LONGEST)
    return (lead.start("quote"), end + 1) if end > 0 else None


def _leads(plain: Plain, at: int) -> bool:
    """The mention stands in a phrase before the main clause: Thực hiện Quyết định số … về …, Sở đã …"""
    return _LEADING.match(plain.lower, sentence_start(plain, at)) is not None


def _end(plain: Plain, start: int, at: int, starts: tuple[int, ...]) -> int:
    leading, amending = _leads(plain, at), _AMENDING.match(plain.lower, start) is not None
    limit = min(len(plain.text), start + _LONGEST)
    skip = end = start
    for mark in _MARK.finditer(plain.text, start, limit):
        end = mark.start()
        if end < skip:
            continue
        if mark[0] in '“("' and (inner := _closed(plain, mark, limit)):
            skip = inner
            continue
        if _stops(plain, mark, leading, () if amending else starts):
            return end
    return limit if limit == len(plain.text) else end


def _closed(plain: Plain, mark: re.Match[str], limit: int) -> int | None:
    """Behind the bracket or quote that answers this one, if it belongs to the subject."""
    if mark[0] == "(" and _ASIDE.match(plain.lower, mark.end()):
        return None
    close = plain.text.find({"“": "”", "(": ")", '"': '"'}[mark[0]], mark.end(), limit)
    if close < 0 or "\n\n" in plain.text[mark.end() : close]:
        return None
    return close + 1


def _stops(plain: Plain, mark: re.Match[str], leading: bool, starts: tuple[int, ...]) -> bool:
    sign, place = mark[0].strip(), mark.start()
    if sign == ".":
        return _ENDING.match(plain.text, place) is not None
    if sign == "":
        return _breaks(plain, place)
    if sign in (",", "và", "hoặc"):
        return _joins(plain, mark.end(), starts) or (sign == "," and _clause(plain, mark.end(), leading))
    return True


def _breaks(plain: Plain, place: int) -> bool:
    """A line's end ends the subject unless the next line goes on with a small letter, as after a page's end."""
    rest = plain.text[place : place + 8].lstrip()
    if rest[:1].islower() and rest[1:2] != ")":
        return False
    return _WRAPPED.match(plain.text, place) is None or not 40 <= place - plain.text.rfind("\n", 0, place) <= 130


def _joins(plain: Plain, at: int, starts: tuple[int, ...]) -> bool:
    following = bisect_left(starts, at)
    return following < len(starts) and starts[following] - at <= 1


def _clause(plain: Plain, at: int, leading: bool) -> bool:
    if _CLAUSE.match(plain.lower, at) and (leading or not plain.lower.startswith("các", at + 1)):
        return True
    if _DONE.match(plain.lower, at):
        return True
    word = at + 1 if plain.text[at : at + 1].isspace() else at
    if not leading:
        return False
    agency = agency_at(plain, word) or bare_agency_at(plain, word)
    return _DOING.match(plain.lower, word) is not None or (
        agency is not None and _ACTS.match(plain.lower, agency) is not None
    )
