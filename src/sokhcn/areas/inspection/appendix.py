"""The appendix of the chapter in longer reports: inspections and campaigns that the department led, with results."""

from functools import partial

from sokhcn.areas.inspection.entries import Running
from sokhcn.areas.inspection.models import Campaign
from sokhcn.compiler.appendix import AppendixTable, Group, TableColumn
from sokhcn.compiler.words import upper_first
from sokhcn.document.nodes import Align
from sokhcn.kernel.numerals import number

Kind = Campaign.Kind


def _basis(campaign: Running) -> str:
    paper = campaign.plan or campaign.basis
    return paper.dated if paper else ""


def _result(campaign: Running) -> str:
    return "Đang tiến hành" if campaign.ongoing and not campaign.result else upper_first(campaign.result)


def _count(value: int | None) -> str:
    return "" if value is None else number(value)


def _is(campaign: Running, kind: str) -> bool:
    return campaign.kind == kind


APPENDIX = AppendixTable(
    key="inspection.campaigns",
    figure="inspection.led",
    title="KẾT QUẢ CÁC CUỘC THANH TRA, ĐỢT KIỂM TRA DO SỞ CHỦ TRÌ",
    columns=(
        TableColumn("Nội dung", lambda campaign: upper_first(campaign.title), 3.0),
        TableColumn("Phạm vi", lambda campaign: upper_first(campaign.place), 1.4),
        TableColumn("Căn cứ", _basis, 1.6),
        TableColumn("Số cơ sở", lambda campaign: _count(campaign.establishments), 0.7, Align.RIGHT),
        TableColumn("Số vụ vi phạm", lambda campaign: _count(campaign.violations), 0.8, Align.RIGHT),
        TableColumn("Kết quả", _result, 2.0),
    ),
    groups=(
        Group("Thanh tra", "inspection.led_inspections", partial(_is, kind=Kind.INSPECTION)),
        Group("Kiểm tra nhà nước", "inspection.led_state_checks", partial(_is, kind=Kind.STATE_CHECK)),
        Group("Kiểm tra chuyên ngành", "inspection.led_specialised", partial(_is, kind=Kind.SPECIALISED_CHECK)),
        Group("Liên ngành do Sở chủ trì", "inspection.led_joint", partial(_is, kind=Kind.JOINT)),
    ),
)
