"""What cannot be taken from an edited file, with where it is done instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sokhcn.document.changes import Line
from sokhcn.document.strokes import ROWS, Part
from sokhcn.kernel.finding import Finding, must

OUTLINE = "Sửa đề cương: ./sokhcn outline export, outline import."
MANDATE = "Sửa ở sổ Người ký văn bản."
ADDRESSEES = "Sửa ở sổ Kính gửi và nơi nhận."
NUMBERED = "Số và ngày được ghi khi cấp số."
APPENDIX = "Phụ lục lập từ sổ: sửa dòng ở sổ."
AGENCY = "Sửa ở Danh mục cơ quan."


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What stands somewhere on the pages, and where it is changed."""

    what: str
    advice: str


PLACES: Mapping[Part, Elsewhere] = MappingProxyType(
    {
        Part.PARENT_AGENCY: Elsewhere("tên cơ quan", AGENCY),
        Part.AGENCY: Elsewhere("tên cơ quan", AGENCY),
        Part.FIXED: Elsewhere("dòng mẫu", "Dòng này theo Nghị định số 30/2020/NĐ-CP, không sửa."),
        Part.SERIAL: Elsewhere("số, ký hiệu", NUMBERED),
        Part.DATED: Elsewhere("địa danh, ngày tháng", NUMBERED),
        Part.TYPE_NAME: Elsewhere("tên loại", OUTLINE),
        Part.SUBJECT: Elsewhere("trích yếu", OUTLINE),
        Part.ADDRESSEE: Elsewhere("nơi kính gửi", ADDRESSEES),
        Part.RECIPIENT: Elsewhere("nơi nhận", ADDRESSEES),
        Part.SIGNATURE_LINE: Elsewhere("chức vụ người ký", MANDATE),
        Part.SIGNATURE_NAME: Elsewhere("họ tên người ký", MANDATE),
        Part.SECTION: Elsewhere("đề mục", OUTLINE),
        Part.APPENDIX: Elsewhere("phụ lục", OUTLINE),
        Part.APPENDIX_TITLE: Elsewhere("tiêu đề phụ lục", OUTLINE),
        Part.APPENDIX_REFERENCE: Elsewhere("dòng kèm theo", OUTLINE),
    }
)
TABLE, APPENDIX_LINE = Elsewhere("bảng", APPENDIX), Elsewhere("dòng của phụ lục", APPENDIX)
DONE = ("thêm", "bỏ", "sửa")
SHORT = 80


def refusal(before: Line | None, after: Line | None) -> Finding:
    """Why a line that was added, removed or changed there is not taken."""
    line = after or before
    assert line is not None
    place = PLACES.get(line.stroke.part, TABLE if line.stroke.part in ROWS else APPENDIX_LINE)
    done = DONE[0] if before is None else DONE[1] if after is None else DONE[2]
    about = {"what": place.what, "done": done, "text": _short(line.text)}
    return must(
        "returned.refused", "Không nhận việc {done} {what}: “{text}”.", suggestion=place.advice, where="", **about
    )


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
