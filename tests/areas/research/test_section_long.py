"""The chapter of longer reports on tasks, in words."""

from datetime import date
from pathlib import Path

import pytest

from sokhcn.areas import research
from sokhcn.areas.research.models import Adjustment, Check, Council, Disbursement
from sokhcn.compiler.wording import Wording, vocabulary
from sokhcn.compiler.words import FigureWord
from sokhcn.document.walk import words
from sokhcn.kernel.periods import read_period
from sokhcn.records.dated import DECREE_09
from sokhcn.reports.compiling import figures_for
from sokhcn.reports.models import Target
from tests.areas.registers import ANNEXES, agency, chapter, save
from tests.areas.research.factories import task

pytestmark = pytest.mark.django_db
SPRING, SUMMER = date(2022, 2, 1), date(2022, 5, 5)


def test_tasks_are_told_from_proposal_to_liquidation_with_their_money() -> None:
    about = {"started_on": SUMMER, "ends_on": date(2024, 5, 5), "contract_on": SUMMER, "approved_on": SUMMER}
    new = task(**about, kind="project", recorded_on=SUMMER)
    done = {"accepted_on": SPRING, "rating": "pass", "registered_on": SUMMER, "recognised_on": SUMMER}
    old = task(**done, state="recognised")
    save(Council(task=new, kind="selection", held_on=SUMMER))
    save(Check(task=old, held_on=SUMMER))
    save(Adjustment(task=new, kind="people", decided_on=SUMMER))
    save(Disbursement(task=new, paid_on=SUMMER, amount=400, source="other"))
    save(Disbursement(task=new, paid_on=SUMMER, amount="600.5"))
    assert chapter("research", "2022-Q2", file="section-long.md")[:-1] == [
        "Tổ chức theo dõi, quản lý đúng quy trình, quy định đối với 02 nhiệm vụ khoa học và công nghệ (02 nhiệm vụ cấp "
        "tỉnh), tăng 01 nhiệm vụ so với cùng kỳ năm trước; "
        "trong đó có 01 nhiệm vụ chuyển tiếp và 01 nhiệm vụ thực hiện mới. Theo loại hình: 01 đề tài và 01 dự "
        "án KH&CN.",
        "Về xác định, tuyển chọn và giao nhiệm vụ: 01 nhiệm vụ được phê duyệt thực hiện và 01 nhiệm vụ triển khai mới. "
        "Đã tổ chức 01 hội đồng tư vấn khoa học và công nghệ (01 hội đồng tuyển chọn, giao trực tiếp). Đã kiểm tra "
        "tiến độ 01 nhiệm vụ. Trong quá trình triển khai có 01 lượt điều chỉnh nội dung, kinh phí, nhân sự. Sau nghiệm "
        "thu, có 01 nhiệm vụ được đăng ký kết quả và 01 nhiệm vụ được công nhận kết quả.",
        "Kinh phí đã cấp cho các nhiệm vụ trong kỳ là 1.000,5 triệu đồng, trong đó ngân sách nhà nước 600,5 triệu "
        "đồng; số tạm ứng chưa thanh toán đến cuối kỳ là 1.000,5 triệu đồng.",
    ]


def test_the_share_of_the_plan_is_told_where_there_is_a_plan() -> None:
    for level in ("provincial", "provincial", "grassroots"):
        task(level=level)
    about = {"agency": agency(), "recorded_on": SPRING, "year": 2022}
    save(Target(indicator="research.carried_out", value=4, **about))
    period = read_period("2022-Q2", DECREE_09)
    told = vocabulary({figure.key: FigureWord(figure) for figure in figures_for(period, agency())})
    source = Path(str(research.__file__)).with_name("section-long.md").read_text(encoding="utf-8")
    first, *_ = Wording({**told, "period": period, "appendix": ANNEXES}).chapter(source, "research")
    assert words(first.children).endswith(
        "Trong quý II/2022 đã triển khai 03 nhiệm vụ (trong đó: 02 nhiệm vụ cấp tỉnh và 01 nhiệm vụ cấp cơ sở), "
        "đạt 75% kế hoạch năm (04 nhiệm vụ)."
    )
