"""Illustrative advisory documents of a year: numbered upwards by issuer and symbol, and some still on their way."""

from collections.abc import Iterator
from datetime import date, timedelta
from types import MappingProxyType

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.records.kept import Kept
from sokhcn.records.models import Paper
from sokhcn.records.scene import MARK, Scene

State = AdvisoryDocument.State
UNITS = ("QLKH", "QLKH", "QLCN", "TDC", "VP")
# Of each symbol: the type, who issues it, and how many such papers that body numbers in a day.
ISSUED = MappingProxyType(
    {
        "QĐ-MH": ("Quyết định", "UBND tỉnh", 6.5),
        "UBND-MH": ("Công văn", "UBND tỉnh", 19.5),
        "KH-MH": ("Kế hoạch", "UBND tỉnh", 1.4),
        "BC-MH": ("Báo cáo", "UBND tỉnh", 1.1),
        "TTr-MH": ("Tờ trình", "UBND tỉnh", 0.6),
        "NQ-MH": ("Nghị quyết", "HĐND tỉnh", 0.25),
    }
)
# What a department drafts in every year, by the month in which it is issued.
YEARLY = (
    (1, "KH-MH", "triển khai hoạt động khoa học, công nghệ và đổi mới sáng tạo năm {year}"),
    (2, "KH-MH", "hỗ trợ hệ sinh thái khởi nghiệp đổi mới sáng tạo tỉnh năm {year}"),
    (2, "KH-MH", "triển khai Chương trình nâng cao năng suất, chất lượng sản phẩm, hàng hóa năm {year}"),
    (2, "QĐ-MH", "phê duyệt danh mục nhiệm vụ khoa học và công nghệ cấp tỉnh thực hiện năm {year} (đợt 1)"),
    (2, "UBND-MH", "về việc tăng cường quản lý đo lường, chất lượng xăng dầu trên địa bàn tỉnh"),
    (3, "KH-MH", "áp dụng, duy trì, cải tiến hệ thống quản lý chất lượng tại cơ quan hành chính năm {year}"),
    (3, "KH-MH", "phát triển tài sản trí tuệ tỉnh năm {year}"),
    (3, "QĐ-MH", "thành lập Tổ công tác triển khai cơ sở dữ liệu về khoa học và công nghệ của tỉnh"),
    (4, "BC-MH", "về tình hình quản lý an toàn bức xạ trên địa bàn tỉnh quý I năm {year}"),
    (4, "UBND-MH", "về việc đề xuất nhiệm vụ khoa học và công nghệ cấp quốc gia thực hiện từ năm {next}"),
    (4, "QĐ-MH", "ban hành Quy chế hoạt động của Hội đồng sáng kiến tỉnh"),
    (4, "TTr-MH", "về dự thảo Nghị quyết quy định nội dung và mức hỗ trợ doanh nghiệp đổi mới công nghệ"),
    (5, "KH-MH", "tổ chức các hoạt động chào mừng Ngày Khoa học và Công nghệ Việt Nam năm {year}"),
    (5, "UBND-MH", "về việc triển khai hệ thống truy xuất nguồn gốc sản phẩm, hàng hóa của tỉnh"),
    (5, "BC-MH", "về kết quả thực hiện nhiệm vụ khoa học và công nghệ phục vụ xây dựng nông thôn mới"),
    (7, "BC-MH", "về tình hình hoạt động khoa học và công nghệ 6 tháng đầu năm {year}"),
    (6, "KH-MH", "ứng phó sự cố bức xạ và hạt nhân của các cơ sở trên địa bàn tỉnh"),
    (6, "QĐ-MH", "phê duyệt danh mục nhiệm vụ khoa học và công nghệ cấp tỉnh thực hiện năm {year} (đợt 2)"),
    (7, "NQ-MH", "quy định nội dung và mức hỗ trợ doanh nghiệp đổi mới công nghệ trên địa bàn tỉnh"),
    (7, "UBND-MH", "về việc xây dựng dự toán sự nghiệp khoa học và công nghệ năm {next}"),
    (7, "QĐ-MH", "kiện toàn Ban Chỉ đạo áp dụng hệ thống quản lý chất lượng của tỉnh"),
    (8, "QĐ-MH", "ban hành Thể lệ Cuộc thi ý tưởng khởi nghiệp đổi mới sáng tạo của tỉnh năm {year}"),
    (8, "UBND-MH", "về việc rà soát, bảo vệ nhãn hiệu của các sản phẩm đặc thù của tỉnh"),
    (10, "BC-MH", "về tình hình thực hiện kế hoạch khoa học và công nghệ 9 tháng đầu năm {year}"),
    (9, "UBND-MH", "về việc phối hợp điều tra trình độ công nghệ sản xuất của doanh nghiệp"),
    (9, "KH-MH", "phổ biến, nhân rộng kết quả nhiệm vụ khoa học và công nghệ giai đoạn {year} - {next}"),
    (12, "QĐ-MH", "phê duyệt kế hoạch khoa học, công nghệ và đổi mới sáng tạo năm {next}"),
    (10, "UBND-MH", "về việc kiểm tra, khắc phục hàng rào kỹ thuật đối với nông sản xuất khẩu"),
    (11, "TTr-MH", "về dự thảo Nghị quyết về chính sách phát triển tài sản trí tuệ của tỉnh"),
    (11, "QĐ-MH", "công bố danh mục thủ tục hành chính trong lĩnh vực tiêu chuẩn đo lường chất lượng"),
    (12, "NQ-MH", "về chính sách phát triển tài sản trí tuệ trên địa bàn tỉnh"),
    (12, "BC-MH", "về kết quả xây dựng, áp dụng hệ thống quản lý chất lượng năm {year}"),
)
# What is drafted for single tasks: a council is set up, and some weeks later what it found is approved.
ON_TASKS = (
    (
        "thành lập Hội đồng tư vấn tuyển chọn tổ chức, cá nhân chủ trì nhiệm vụ “{task}”",
        "phê duyệt tổ chức chủ trì, mục tiêu, nội dung và kinh phí nhiệm vụ “{task}”",
    ),
    (
        "thành lập Hội đồng tư vấn đánh giá, nghiệm thu nhiệm vụ “{task}”",
        "công nhận kết quả thực hiện nhiệm vụ “{task}”",
    ),
)
TASKS = (
    "Mô hình trồng nho theo hướng hữu cơ",
    "Nhân giống táo chịu hạn",
    "Chế biến sâu sản phẩm nha đam",
    "Nuôi dê, cừu an toàn sinh học",
    "Tưới tiết kiệm nước cho măng tây",
    "Nuôi tôm hùm trong bể tuần hoàn",
    "Bảo tồn lễ hội truyền thống vùng đồng bào Chăm",
    "Dự báo hạn hán cho vùng khô hạn",
    "Phòng trừ sâu bệnh trên cây tỏi",
    "Điện mặt trời trong sản xuất nông nghiệp",
    "Bản đồ số thổ nhưỡng cấp huyện",
    "Sản xuất muối sạch theo chuỗi giá trị",
    "Giám sát chất lượng nước vùng nuôi thủy sản",
    "Phục tráng giống lúa địa phương",
    "Chăm sóc sức khỏe người cao tuổi tại cộng đồng",
    "Dạy học trải nghiệm ở trường trung học",
    "Du lịch sinh thái gắn với làng nghề",
    "Phân bón hữu cơ từ phụ phẩm chăn nuôi",
    "Quản lý tổng hợp vùng ven biển",
    "Bảo quản hành, tỏi sau thu hoạch",
    "Nhận diện thương hiệu nông sản đặc thù",
    "Trồng rừng chắn cát ven biển",
    "Chẩn đoán sớm bệnh trên tôm nuôi",
    "Truyền thông dân số vùng đồng bào Raglai",
)
NORMATIVE = "NQ-MH"  # resolutions of the council are normative documents
AT_ONCE = 4  # tasks whose councils work at the same time
# Documents on tasks in each month: few around Tết, most when councils meet.
LAST_YEAR = (1, 1, 1, 2, 2, 2, 1, 0, 1, 2, 2, 1)
THIS_YEAR = (0, 1, 2, 3, 3, 4, 3, 3, 4, 3, 3, 3)
WAITING = (
    ("Quy chế quản lý nhiệm vụ khoa học và công nghệ cấp tỉnh", State.SUBMITTED),
    ("Đề án thành lập trung tâm đổi mới sáng tạo của tỉnh", State.DRAFTING),
    ("Kế hoạch phát triển thị trường khoa học và công nghệ", State.DRAFTING),
    ("Quy định về quản lý khu vực kho, bãi chứa nguồn phóng xạ", State.RETURNED),
    ("Chương trình hợp tác nghiên cứu với viện, trường", State.WITHDRAWN),
)


def rows(scene: Scene) -> Iterator[list[Kept]]:
    """The papers, then the register's rows about them."""
    papers = sorted(_papers(scene), key=_day)
    _number(papers, scene)
    yield [*papers]
    yield [*(_document(paper, scene) for paper in papers), *_waiting(scene)]


def _papers(scene: Scene) -> Iterator[Paper]:
    """What is issued up to the reporting year's last day."""
    on_tasks = _on_tasks()
    for month in scene.months:
        if month.year > scene.year:
            return
        yearly = [(symbol, subject) for when, symbol, subject in YEARLY if when == month.number]
        many = (LAST_YEAR if month.year < scene.year else THIS_YEAR)[month.number - 1]
        told = [*yearly, *(("QĐ-MH", next(on_tasks)) for _ in range(many))]
        for day, (symbol, subject) in zip(scene.days_in(month, len(told)), told, strict=True):
            kind, issuer, _ = ISSUED[symbol]
            said = f"{subject.format(year=month.year, next=month.year + 1)} {MARK}"
            yield Paper(type=kind, symbol=symbol, issuer=issuer, issued_on=day, subject=said)


def _on_tasks() -> Iterator[str]:
    for start in range(0, len(TASKS), AT_ONCE):
        together = TASKS[start : start + AT_ONCE]
        for stage in (0, 1):
            yield from (ON_TASKS[n % len(ON_TASKS)][stage].format(task=task) for n, task in enumerate(together))


def _day(paper: Paper) -> date:
    assert paper.issued_on is not None  # every illustrative paper has one
    return paper.issued_on


def _document(paper: Paper, scene: Scene) -> AdvisoryDocument:
    book = scene.book(scene.chance.choice(UNITS), scene.calendar.after(_day(paper), 1))
    # The draft was handed in some days before; every third one had been assigned a day, and most of them kept it.
    turn = len(paper.subject)
    submitted_on = _day(paper) - timedelta(days=4 + turn % 9)
    if _day(paper) > scene.told.last:  # January is told by the register files alone
        submitted_on = max(submitted_on, scene.told.last + timedelta(days=1))
    due_on = submitted_on + timedelta(days=turn % 7 - 1) if turn % 3 == 0 else None
    about = {"is_normative": paper.symbol == NORMATIVE, "submitted_on": submitted_on, "due_on": due_on}
    return AdvisoryDocument(paper=paper, state=State.ISSUED, **about, **book)


def _number(papers: list[Paper], scene: Scene) -> None:
    """Numbers rise through the year with the papers that the same body issues in between."""
    last: dict[tuple[str, int], int] = {}
    for paper in papers:
        series = paper.symbol, _day(paper).year
        about = _day(paper).timetuple().tm_yday * ISSUED[paper.symbol][2]
        last[series] = max(last.get(series, 0) + 1, int(about) + scene.chance.randint(0, 3))
        paper.number = f"{last[series]:02}"


def _waiting(scene: Scene) -> Iterator[AdvisoryDocument]:
    for (title, state), day in zip(WAITING, scene.days_in(scene.months[-2], len(WAITING)), strict=True):
        submitted_on = day if state in (State.SUBMITTED, State.RETURNED) else None
        due_on = scene.calendar.after(day, 15)
        about = {"state": state, "submitted_on": submitted_on, "due_on": due_on}
        yield AdvisoryDocument(title=f"{title} {MARK}", **about, **scene.book("QLKH", day))
