"""The card of each role: what it does in a month, and what it never has to fear."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from sokhcn.people.models import Role

Lines = tuple[Any, ...]
NEVER_LOST = _("Mọi lần ghi đều có lịch sử; bỏ nhầm thì lấy lại ở thùng rác.")
CARDS: Mapping[str, Lines] = {
    Role.SPECIALIST: (
        _("Ghi vào sổ ngay khi việc xảy ra; ngày của việc quyết định dòng thuộc kỳ nào."),
        _("Có sẵn bảng Excel: chép cả bảng rồi dán ở Nhập tệp, sửa chỗ tô đỏ, rồi ghi."),
        _("Dòng báo trùng: mở dòng cũ xem trước khi thêm."),
        _("Sổ đã chốt thì dòng mới trong kỳ ấy phải xin mở có thời hạn."),
        NEVER_LOST,
    ),
    Role.HEAD: (
        _("Ngày 12 đến 14: mở từng sổ của đơn vị, lọc đúng kỳ, xem dòng thiếu ngày hoặc thiếu kết quả."),
        _("Chốt từng sổ; không có gì thì chốt “không phát sinh”, không để trống."),
        _("Xác nhận mục của đơn vị trong báo cáo; chưa đúng thì trả lại kèm lý do."),
        _("Vắng mặt thì đề nghị quản trị giao việc thay, có ngày bắt đầu và kết thúc."),
        NEVER_LOST,
    ),
    Role.COMPILER: (
        _("Ngày 15: xem đơn vị nào chưa chốt, nhắc; đủ thì khóa kỳ và tổng hợp."),
        _("Bấm vào số nào cũng thấy các dòng được tính và các dòng suýt được tính."),
        _("Số khác bản trước hiện ra trước khi ghi; không có gì bị ghi đè lặng lẽ."),
        _("Sửa sổ nếu số sai; chỉ ghi đè khi có lý do, và lý do ấy theo báo cáo mãi mãi."),
        _("Trình khi không còn lỗi phải sửa; tệp Word sửa tay thì đưa lại để so từng chữ."),
    ),
    Role.LEADER: (
        _("Mở báo cáo đang trình: số nào khác tháng trước, việc hứa nào đã làm, lỗi nào đã bỏ qua và ai bỏ qua."),
        _("Duyệt, hoặc trả lại kèm ý kiến; cả hai đều ghi tên và giờ."),
        _("Hỏi “vì sao” ở bất cứ số nào: hiện từng dòng của sổ."),
        _("Ký bằng phương tiện của mình; hệ thống giữ tệp đã ký và kiểm lại chữ ký."),
        _("Nhật ký và niêm phong cho biết ai sửa gì sau khi báo cáo đã gửi."),
    ),
    Role.CLERK: (
        _("Thẩm định thể thức: lỗi nào cũng có chỗ, điều của Nghị định 30 và cách sửa."),
        _("Số của sổ ngoài thì gõ loại, số và ngày; số của sổ mình thì hệ thống đưa số kế tiếp."),
        _("Số bỏ đi vẫn nằm trong sổ với lý do; không có số trống."),
        _("Đưa bản đã ký hoặc bản quét có dấu vào; hệ thống so với nội dung đã duyệt."),
        _("Phát hành, gửi các nơi nhận; in sổ văn bản đi khi cần."),
    ),
    Role.ADMINISTRATOR: (
        _("Thêm người, giao vai trò và phạm vi; mật khẩu do người ấy tự đặt bằng đường dẫn dùng một lần."),
        _("Người đi vắng: giao việc thay có thời hạn, không cho mượn mật khẩu."),
        _("Sao lưu mỗi đêm sang máy khác; mỗi quý thử khôi phục một lần."),
        _("Mỗi tháng soát toàn bộ lịch sử; có chỗ bị sửa lén thì báo lãnh đạo ngay."),
        _("Nhắc mọi người bật bước hai; ai mất điện thoại thì gỡ giúp rồi nhắc bật lại."),
    ),
}
