"""What cannot be taken from an edited file, with where it is done instead."""

from collections.abc import Mapping
from types import MappingProxyType

from sokhcn.document.changes import Line
from sokhcn.document.strokes import ROWS, Part
from sokhcn.kernel.finding import Finding, must

OUTLINE = "Sửa đề cương: ./sokhcn outline export, outline import."
MANDATE = "Sửa ở sổ nguoi-ky."
ADDRESSEES = "Sửa ở sổ noi-nhan."
NUMBERED = "Số và ngày được ghi khi cấp số."
APPENDIX = "Phụ lục lập từ sổ: sửa dòng ở sổ."
AGENCY = "Sửa ở sổ co-quan."
PLACES: Mapping[Part, tuple[str, str]] = MappingProxyType(
    {
        Part.PARENT_AGENCY: ("tên cơ quan", AGENCY),
        Part.AGENCY: ("tên cơ quan", AGENCY),
        Part.FIXED: ("dòng mẫu", "Dòng này theo Nghị định số 30/2020/NĐ-CP, không sửa."),
        Part.SERIAL: ("số, ký hiệu", NUMBERED),
        Part.DATED: ("địa danh, ngày tháng", NUMBERED),
        Part.TYPE_NAME: ("tên loại", OUTLINE),
        Part.SUBJECT: ("trích yếu", OUTLINE),
        Part.ADDRESSEE: ("nơi kính gửi", ADDRESSEES),
        Part.RECIPIENT: ("nơi nhận", ADDRESSEES),
        Part.SIGNATURE_LINE: ("chức vụ người ký", MANDATE),
        Part.SIGNATURE_NAME: ("họ tên người ký", MANDATE),
        Part.SECTION: ("đề mục", OUTLINE),
        Part.APPENDIX: ("phụ lục", OUTLINE),
        Part.APPENDIX_TITLE: ("tiêu đề phụ lục", OUTLINE),
        Part.APPENDIX_REFERENCE: ("dòng kèm theo", OUTLINE),
    }
)
DONE = ("thêm", "bỏ", "sửa")
SHORT = 80


def refusal(before: Line | None, after: Line | None) -> Finding:
    """Why a line that was added, removed or changed there is not taken."""
    line = after or before
    assert line is not None
    what, advice = PLACES.get(line.stroke.part, ("bảng" if line.stroke.part in ROWS else "dòng của phụ lục", APPENDIX))
    done = DONE[0] if before is None else DONE[1] if after is None else DONE[2]
    about = {"what": what, "done": done, "text": _short(line.text)}
    return must("returned.refused", "Không nhận việc {done} {what}: “{text}”.", suggestion=advice, where="", **about)


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
