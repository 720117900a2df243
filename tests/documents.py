"""Documents for tests: one that uses every node, in the words of a real monthly report."""

from sokhcn.document.build import cite, dash, emph, inlines, items, num, para, section, strong
from sokhcn.document.nodes import (
    Align,
    Appendix,
    Break,
    Closing,
    Column,
    DateLine,
    Document,
    Head,
    Item,
    Row,
    RowKind,
    Signature,
    Table,
)

HEAD = Head(
    parent_agency="UBND TỈNH NINH THUẬN",
    agency="SỞ KHOA HỌC VÀ CÔNG NGHỆ",
    number=None,
    symbol="BC-SKHCN",
    place="Ninh Thuận",
    dated=DateLine(None, 1, 2022),
    type_name="BÁO CÁO",
    subject=inlines(
        "Kết quả hoạt động khoa học và công nghệ tháng 01 năm 2022",
        Break(),
        "và phương hướng nhiệm vụ tháng 02 năm 2022",
    ),
    addressees=("Ủy ban nhân dân tỉnh Ninh Thuận",),
)

CLOSING = Closing(
    recipients=("Như trên", "VP UBND tỉnh", "Sở KH&ĐT", "Cục Thống kê", "Lãnh đạo Sở", "Lưu: VT, VP"),
    signature=Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Tấn Quang"),
)

ADVICE = section(
    "advice",
    2,
    "1",
    "Công tác tham mưu văn bản",
    para(
        "Đã tham mưu cấp có thẩm quyền ban hành ",
        num("advice.issued", 2, "02"),
        " văn bản chỉ đạo, điều hành lĩnh vực KH&CN, cụ thể:",
    ),
    items(
        dash(
            "Tham mưu UBND tỉnh trình Tỉnh ủy ban hành ",
            cite("14-NQ/TU@2022", "Nghị quyết số 14-NQ/TU ngày 10/01/2022"),
            " về đẩy mạnh ứng dụng, phát triển khoa học, công nghệ và đổi mới sáng tạo đến năm 2025.",
        ),
        dash(
            "Tham mưu UBND tỉnh ban hành ",
            cite("03/2022/QĐ-UBND", "Quyết định số 03/2022/QĐ-UBND ngày 11/01/2022"),
            " quy định chức năng, nhiệm vụ của Chi cục Tiêu chuẩn Đo lường Chất lượng <&> “trực thuộc” Sở.",
        ),
    ),
)

RESEARCH = section(
    "research",
    2,
    "4",
    "Hoạt động nghiên cứu khoa học",
    para(
        "Tổ chức theo dõi, quản lý đối với ",
        num("research.managed", 30, "30"),
        " nhiệm vụ khoa học và công nghệ ",
        emph(
            "(",
            num("research.managed.national", 5, "05"),
            " nhiệm vụ cấp quốc gia và ",
            num("research.managed.provincial", 25, "25"),
            " nhiệm vụ cấp tỉnh)",
        ),
        ". Kết quả nghiệm thu xếp loại ",
        strong("Đạt"),
        ".",
    ),
    para(emph("(Chi tiết có trong Phụ lục kèm theo)."), ""),
)

PLAN = section(
    "plan",
    1,
    "II",
    "PHƯƠNG HƯỚNG NHIỆM VỤ TRỌNG TÂM THÁNG 02 NĂM 2022",
    items(
        Item(
            "1.",
            inlines("Tập trung tham mưu triển khai ", cite("14-NQ/TU@2022", "Nghị quyết số 14-NQ/TU"), ". Trọng tâm:"),
            (dash("Tham mưu dự thảo Nghị quyết của HĐND tỉnh."), dash("Tham mưu dự thảo Chương trình hành động.")),
        ),
        Item(
            "2.",
            inlines("Triển khai ", num("programme.key_tasks", 44, "44"), " nhiệm vụ trọng tâm được ngành xác lập."),
        ),
    ),
    para("Trên đây là báo cáo của Sở Khoa học và Công nghệ./."),
)


def table(rows: int = 3) -> Table:
    """A task list of ``rows`` rows under one group row, closed by a total."""
    columns = (
        Column("TT", 1, Align.CENTRE),
        Column("Tên nhiệm vụ", 7),
        Column("Tổ chức chủ trì", 4),
        Column("Kinh phí", 2, Align.RIGHT),
    )
    body = tuple(
        Row(
            (
                inlines(str(n)),
                inlines(f"Nghiên cứu minh họa số {n} (minh họa)"),
                inlines(f"Cơ sở minh họa {n:02} (minh họa)"),
                inlines("1.250,5"),
            )
        )
        for n in range(1, rows + 1)
    )
    group = Row((inlines("A. Cấp tỉnh"),), RowKind.GROUP)
    total = Row((inlines(""), inlines("Cộng"), inlines(""), inlines(num("research.budget", 3, "03"))), RowKind.TOTAL)
    return Table(columns, (group, *body, total), unit="Đơn vị tính: triệu đồng")


def appendix(rows: int = 3) -> Appendix:
    return Appendix(
        key="research.tasks",
        label="Phụ lục",
        title="DANH MỤC NHIỆM VỤ KHOA HỌC VÀ CÔNG NGHỆ",
        reference="(Kèm theo Báo cáo số        /BC-SKHCN ngày      tháng 01 năm 2022 của Sở Khoa học và Công nghệ)",
        blocks=(table(rows),),
    )


def every_node(rows: int = 3) -> Document:
    """A short report in which every kind of node stands; ``rows`` sets the length of its appendix."""
    results = section("results", 1, "I", "KẾT QUẢ HOẠT ĐỘNG KH&CN THÁNG 01 NĂM 2022", ADVICE, RESEARCH)
    assessment = section("assessment", 2, None, "ĐÁNH GIÁ CHUNG", para("Nhìn chung, các hoạt động bảo đảm kế hoạch."))
    return Document(HEAD, (results, assessment, PLAN), CLOSING, (appendix(rows),))
