"""What falls due of radiation safety: licences and dossiers, and what facilities do again and again."""

from collections.abc import Mapping
from types import MappingProxyType

from sokhcn.areas.radiation.deadlines.facilities import OF_FACILITIES
from sokhcn.areas.radiation.deadlines.papers import OF_PAPERS
from sokhcn.areas.radiation.models import Device, Licence

# What rules may be told apart by.
SUBJECTS = (
    ("radiation.licence", Licence, "work_kind"),
    ("radiation.licence_dossier", Licence, "action"),
    ("radiation.device_verification", Device, "kind"),
)
# What rules of terms are called.
RULES: Mapping[str, str] = MappingProxyType(
    {
        "radiation.licence": "Thời hạn giấy phép bức xạ",
        "radiation.licence_dossier": "Thời hạn giải quyết hồ sơ giấy phép",
        "radiation.renewal_lead": "Nộp hồ sơ gia hạn trước khi hết hạn",
        "radiation.certificate_dossier": "Thời hạn giải quyết hồ sơ chứng chỉ nhân viên bức xạ",
        "radiation.declaration_dossier": "Thời hạn xác nhận khai báo thiết bị bức xạ",
        "radiation.plan_dossier": "Thời hạn phê duyệt kế hoạch ứng phó sự cố",
        "radiation.declaration": "Thời hạn khai báo thiết bị bức xạ",
        "radiation.device_verification": "Chu kỳ kiểm định thiết bị bức xạ",
        "radiation.survey": "Chu kỳ kiểm xạ",
        "radiation.dosimetry": "Chu kỳ đọc liều kế cá nhân",
        "radiation.safety_report": "Hạn nộp báo cáo thực trạng an toàn",
    }
)
DEADLINES = (*OF_PAPERS, *OF_FACILITIES)
