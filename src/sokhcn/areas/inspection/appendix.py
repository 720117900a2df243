"""The appendix of the chapter in longer reports: every inspection and campaign that the department led."""

from sokhcn.areas.inspection.entries import Running
from sokhcn.compiler.appendix import AppendixTable, TableColumn
from sokhcn.compiler.words import upper_first


def _basis(campaign: Running) -> str:
    paper = campaign.plan or campaign.basis
    return paper.dated if paper else ""


def _result(campaign: Running) -> str:
    return "Đang tiến hành" if campaign.ongoing and not campaign.result else upper_first(campaign.result)


APPENDIX = AppendixTable(
    key="inspection.campaigns",
    figure="inspection.led",
    title="DANH MỤC CUỘC THANH TRA, ĐỢT KIỂM TRA DO SỞ CHỦ TRÌ",
    columns=(
        TableColumn("Nội dung", lambda campaign: upper_first(campaign.title), 3.0),
        TableColumn("Phạm vi", lambda campaign: upper_first(campaign.place), 1.4),
        TableColumn("Căn cứ", _basis, 1.8),
        TableColumn("Kết quả", _result, 2.0),
    ),
    groups=(),
)
