"""What is wrong with the database, as a sentence for the person who has to do something about it."""

from django.conf import settings
from django.db import DatabaseError, OperationalError

REMAKE = "Chạy: ./sokhcn demo" if settings.DEMO else "Khôi phục từ bản sao lưu."
# What the database says, in small letters, and what that means here.
MEANT: tuple[tuple[tuple[str, ...], str], ...] = (
    (("locked",), "đang bận vì lệnh khác đang ghi. Chờ lệnh ấy xong rồi chạy lại."),
    (("malformed", "not a database"), f"bị hỏng. {REMAKE}"),
    (("no such table", "no such column"), f"chưa đủ bảng, hoặc của bản chương trình khác. {REMAKE}"),
    (("readonly", "read-only", "unable to open"), "không mở hoặc không ghi được: kiểm tra quyền ghi tệp và thư mục."),
    (("disk is full",), "không ghi thêm được vì đĩa đầy. Dọn đĩa rồi chạy lại."),
)


def is_damage(error: DatabaseError) -> bool:
    """Whether the database is at fault. Its other errors are the program's, and stay what they are."""
    return isinstance(error, OperationalError) or type(error) is DatabaseError


def said_of(error: DatabaseError) -> str:
    """One sentence: which database, what is wrong, what to do."""
    told = str(error).strip()
    meant = (words for marks, words in MEANT if any(mark in told.lower() for mark in marks))
    return f"Cơ sở dữ liệu {settings.DATABASES['default']['NAME']} {next(meant, f'báo lỗi: {told}')}"
