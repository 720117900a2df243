"""Files of a row: what is taken, what is refused and why."""

import pytest

from sokhcn.people.models import User
from sokhcn.records import store
from sokhcn.records.attachments import Attachment, plain_name, unfit
from sokhcn.reports.attaching import attach, attachments_of, detach
from tests.areas.radiation.factories import licence

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7 nothing else"
BY = User(username="chuyenvien", first_name="Chuyên viên")


@pytest.fixture(autouse=True)
def _own_store(settings, tmp_path):
    settings.VAR = tmp_path


def test_a_file_is_kept_by_its_hash_and_listed_with_its_row():
    row = licence()
    file = attach(row, r"C:\Văn bản\giấy phép.pdf", PDF, by=BY, about="bản quét")
    assert isinstance(file, Attachment)
    assert (file.name, file.size, file.media_type, store.kept(file.sha256)) == (
        "giấy phép.pdf",
        len(PDF),
        "application/pdf",
        PDF,
    )
    assert [one.pk for one in attachments_of(row)] == [file.pk]
    assert str(attach(row, "khác.pdf", PDF, by=BY)).startswith("Tệp này đã kèm theo dòng này.")
    assert "250" in str(attach(row, "dài.pdf", PDF + b" more", by=BY, about="x" * 251))
    detach(file, by=BY, reason="nhầm")
    assert attachments_of(row) == []
    assert store.kept(file.sha256) == PDF


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"", "Tệp a.pdf rỗng."),
        ("a.exe", b"MZ", "Không nhận tệp loại “exe”."),
        ("README", b"text", "Không nhận tệp loại “README”."),
        ("a.pdf", b"MZ and more", "Tệp a.pdf không phải tệp pdf: bên trong là loại khác."),
        ("a.docx", b"PK\x03\x04 word/vbaProject.bin", "Tệp a.docx có macro."),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT".encode("utf-16-le"), "Tệp a.doc có macro."),
        ("a.png", b"%PDF-1.7", "Tệp a.png không phải tệp png: bên trong là loại khác."),
        ("a.pdf", PDF + b" " * 25_000_000, "Tệp a.pdf lớn hơn 25 MB."),
    ],
)
def test_what_is_no_such_file_is_refused_in_one_sentence(name, data, said):
    finding = unfit(name, data)
    assert finding is not None
    assert str(finding).startswith(said)
    assert attach(licence(), name, data, by=BY) == finding
    assert Attachment.objects.count() == 0


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ('a<b>:"c|d?*.pdf', "abcd.pdf"),
        ("x" * 300 + ".docx", "x" * 145 + ".docx"),
    ],
)
def test_a_name_is_made_plain(given, kept):
    assert plain_name(given) == kept
