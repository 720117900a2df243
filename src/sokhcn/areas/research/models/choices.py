"""The words that a task and its parts choose from."""

from django.db import models


class Level(models.TextChoices):
    NATIONAL = "national", "Cấp quốc gia"
    MINISTERIAL = "ministerial", "Cấp bộ"
    PROVINCIAL = "provincial", "Cấp tỉnh"
    GRASSROOTS = "grassroots", "Cấp cơ sở"


class Rating(models.TextChoices):
    """Which of them were in use on a day is said by the list of codes in force."""

    EXCELLENT = "excellent", "Xuất sắc"
    GOOD = "good", "Khá"
    PASS = "pass", "Đạt"
    AVERAGE = "average", "Trung bình"
    FAIL = "fail", "Không đạt"


class Selection(models.TextChoices):
    """How a task comes to its host: the two ways of 2022, and those of the law of 2025."""

    COMPETITIVE = "competitive", "Tuyển chọn"
    DIRECT = "direct", "Giao trực tiếp"
    FUNDING = "funding", "Xét tài trợ"
    ORDER = "order", "Đặt hàng"


class LumpSum(models.TextChoices):
    WHOLE = "whole", "Khoán đến sản phẩm cuối cùng"
    PARTIAL = "partial", "Khoán từng phần"
    NONE = "none", "Không khoán"


class State(models.TextChoices):
    """Where a task stands, from proposal to liquidation; ``DRAFT`` is a row whose way to the contract is not kept."""

    PROPOSED = "proposed", "Đề xuất"
    DETERMINED = "determined", "Hội đồng đề nghị thực hiện"
    LISTED = "listed", "Trong danh mục được phê duyệt"
    SELECTED = "selected", "Đã chọn tổ chức chủ trì"
    APPRAISED = "appraised", "Đã thẩm định thuyết minh, kinh phí"
    APPROVED = "approved", "Đã phê duyệt nhiệm vụ"
    DRAFT = "draft", "Dự thảo"
    RUNNING = "running", "Đang thực hiện"
    SUSPENDED = "suspended", "Tạm dừng"
    SUBMITTED = "submitted", "Đã nộp hồ sơ nghiệm thu"
    ACCEPTED = "accepted", "Đã nghiệm thu"
    REGISTERED = "registered", "Đã đăng ký kết quả"
    RECOGNISED = "recognised", "Đã công nhận kết quả"
    HANDED_OVER = "handed_over", "Đã bàn giao kết quả"
    CLOSED = "closed", "Đã thanh lý hợp đồng"
    NOT_ACCEPTED = "not_accepted", "Nghiệm thu không đạt"
    TERMINATED = "terminated", "Chấm dứt"
    DROPPED = "dropped", "Không đưa vào thực hiện"


BEFORE_CONTRACT = (
    State.PROPOSED,
    State.DETERMINED,
    State.LISTED,
    State.SELECTED,
    State.APPRAISED,
    State.APPROVED,
    State.DRAFT,
    State.DROPPED,
)
