"""Files of tasks and of their parts: headings that officers use, tasks by their code, the same file twice."""

from datetime import date

import pytest

from sokhcn.areas.research.models import Council, Task
from sokhcn.areas.research.register import REGISTERS
from sokhcn.intake.sheet import read_csv
from sokhcn.people.models import User
from sokhcn.records.likeness import likenesses
from sokhcn.reports.receiving import Receipt, receive
from tests.areas.registers import agency
from tests.areas.research.factories import task

pytestmark = pytest.mark.django_db
BOOKS = {register.slug: register for register in REGISTERS}


def take(slug: str, text: str) -> Receipt:
    user = User(username="tonghop", agency=agency())
    return receive(BOOKS[slug], read_csv(text.encode(), f"{slug}.csv"), by=user, today=date(2022, 1, 14))


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        (
            "hoi-dong-khcn",
            "Mã nhiệm vụ,Loại hội đồng,Ngày họp hội đồng,Số thành viên,Số có mặt,Phiếu Đạt,Phiếu Không đạt\n"
            '01,"Đánh giá, nghiệm thu",12/01/2022,9,7,6,1\n01,Xác định nhiệm vụ,05/01/2021,7,7,7,0\n',
        ),
        ("kiem-tra-nhiem-vu", "Nhiệm vụ,Lần,Ngày kiểm tra,Biên bản\n01,1,10/01/2022,02/BB\n01,2,,\n"),
        (
            "kinh-phi-nhiem-vu",
            'Mã nhiệm vụ,Đợt,Ngày giải ngân,Số tiền\n01,1,10/01/2022,"1.250,5"\n01,2,12/01/2022,80\n',
        ),
        ("moc-tien-do-nhiem-vu", "Nhiệm vụ,Công việc,Hạn\n01,Điều tra,10/01/2022\n01,Báo cáo,10/02/2022\n"),
        (
            "san-pham-nhiem-vu",
            "Nhiệm vụ,Dạng sản phẩm,Sản phẩm\n01,Bài báo. sách,Bài A\n01,Kết quả đào tạo,Thạc sĩ\n",
        ),
        ("ung-dung-ket-qua", "Nhiệm vụ,Lần,Nơi ứng dụng,Hạn báo cáo\n01,1,Xã A,31/12/2022\n01,2,Xã A,31/12/2023\n"),
    ],
)
def test_parts_name_their_task_by_its_code_and_the_same_file_twice_changes_nothing(slug: str, text: str) -> None:
    task(code="01")
    text = text.replace("Bài báo. sách", '"Bài báo, sách"').replace("01,2,,\n", "01,2,10/07/2022,\n")
    first, again = take(slug, text), take(slug, text)
    assert ([str(finding) for finding in first.findings], first.added) == ([], 2)
    assert (again.same, again.added, again.changed) == (2, 0, 0)


def test_a_part_of_an_unknown_task_and_votes_that_are_too_many_are_told() -> None:
    task(code="01")
    text = "Nhiệm vụ,Loại hội đồng,Số có mặt,Phiếu Đạt\n{},Xác định nhiệm vụ,5,6\n"
    unknown, many = (take("hoi-dong-khcn", text.format(code)).findings for code in ("02", "01"))
    assert "“02” chưa có trong nhiệm vụ khoa học và công nghệ" in " ".join(map(str, unknown))
    assert "Số phiếu nhiều hơn số thành viên có mặt." in " ".join(map(str, many))
    assert not Council.objects.exists()


def test_a_file_of_proposals_begins_the_life_of_a_task() -> None:
    headings = 'Mã,"Tên đề tài, dự án",Cấp,Đơn vị đề xuất,Ngày đề xuất,Tình trạng'
    receipt = take("nhiem-vu-khcn", f"{headings}\nĐX-01,Đề tài A,Cấp tỉnh,Sở B,05/01/2022,Đề xuất\n")
    assert (receipt.added, Task.objects.get().state) == (1, "proposed")


def test_a_task_of_the_same_title_or_contract_is_worth_a_look() -> None:
    first = task(title="Đề tài A", contract_no="12/HĐ", contract_on=date(2021, 3, 1))
    about = {"recorded_on": date(2022, 1, 5), "agency": agency(), "level": "provincial"}
    for told in ({"title": "Đề tài A"}, {"title": "B", "contract_no": "12/HĐ", "contract_on": date(2021, 9, 1)}):
        found = list(likenesses(BOOKS["nhiem-vu-khcn"], [("", Task(**about, **told))]))
        assert [str(finding).startswith(f"Giống “{first}”") for finding in found] == [True]
