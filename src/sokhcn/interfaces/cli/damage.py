"""What is wrong with the database, as a sentence for the person who has to do something about it."""

from django.conf import settings
from django.db import DatabaseError, OperationalError

OTHER_TABLES = ("42p01", "42703")  # undefined table, undefined column
REMAKE = "Chạy: ./sokhcn demo" if settings.DEMO else "Khôi phục từ bản sao lưu."
SERVER = "Kiểm tra máy chủ PostgreSQL và DATABASE_URL."
# What SQLite says, in small letters, or PostgreSQL's codes, whose sentences may be in any language; and what it means.
MEANT: tuple[tuple[tuple[str, ...], str], ...] = (
    (("locked", "[55p03]", "[40001]", "[40p01]"), "đang bận vì lệnh khác đang ghi. Chờ lệnh ấy xong rồi chạy lại."),
    (("malformed", "not a database"), f"bị hỏng. {REMAKE}"),
    (
        ("no such table", "no such column", *(f"[{state}]" for state in OTHER_TABLES)),
        f"chưa đủ bảng, hoặc của bản chương trình khác. {REMAKE}",
    ),
    (
        ("readonly", "read-only", "unable to open", "[25006]", "[42501]"),
        "không mở hoặc không ghi được: kiểm tra quyền ghi tệp và thư mục, hoặc quyền của người dùng PostgreSQL.",
    ),
    (("disk is full", "[53100]"), "không ghi thêm được vì đĩa đầy. Dọn đĩa rồi chạy lại."),
    (("password", "role", "authentication"), f"không nhận người dùng hoặc mật khẩu. {SERVER}"),
    (("does not exist",), "chưa có trên máy chủ. Tạo bằng createdb rồi chạy lại."),
    (("connection", "host name", "[57p"), f"không kết nối được. {SERVER}"),
)


def is_damage(error: DatabaseError) -> bool:
    """Whether the database is at fault. Its other errors are the program's, and stay what they are."""
    return isinstance(error, OperationalError) or type(error) is DatabaseError or _state(error) in OTHER_TABLES


def said_of(error: DatabaseError) -> str:
    """One sentence: which database, what is wrong, what to do."""
    told = str(error).strip()
    known = f"[{_state(error)}] {told.lower()}"
    meant = (words for marks, words in MEANT if any(mark in known for mark in marks))
    return f"Cơ sở dữ liệu {settings.DATABASES['default']['NAME']} {next(meant, f'báo lỗi: {told}')}"


def _state(error: DatabaseError) -> str:
    """The code that PostgreSQL gives with an error, in small letters."""
    return str(getattr(error.__cause__, "sqlstate", None) or "").lower()
