"""Old office files through LibreOffice, and what is said where it is missing, slow or fails."""

import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from sokhcn.document.letters import Unreadable
from sokhcn.formats.docx.render import render
from sokhcn.formats.office import convert
from sokhcn.formats.office.convert import docx_of
from tests.documents import every_node
from tests.needs import program

RTF = rb"{\rtf1\ansi {\b B\'c1O C\'c1O} th\u225?ng 01\par - 05 nhi\u7879?m v\u7909?\par}"


def words_of(docx: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()


@pytest.mark.needs("soffice")
def test_rtf_becomes_docx():
    words = words_of(docx_of(RTF, "rtf"))
    assert "05 nhiệm vụ" in words


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("suffix", ["odt", "doc"])
def test_our_own_report_survives_the_way_through(suffix: str, tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(render(every_node()))
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    order = [program("soffice"), home, "--headless", "--convert-to", suffix, "--outdir", tmp_path, tmp_path / "a.docx"]
    subprocess.run(order, check=True, capture_output=True, timeout=120)
    words = words_of(docx_of((tmp_path / f"a.{suffix}").read_bytes(), suffix))
    assert "BÁO CÁO" in words
    assert "Nguyễn Tấn Quang" in words


@pytest.mark.needs("soffice")
def test_a_program_that_takes_too_long_is_ended():
    with pytest.raises(Unreadable, match="chưa đọc xong"):
        docx_of(RTF, "rtf", seconds=0.05)


@pytest.mark.needs("soffice")
def test_a_file_that_takes_too_much_work_is_ended_whatever_the_clock_says(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(convert, "OWN_SECONDS", 1)
    with pytest.raises(Unreadable, match=r"chưa đọc xong tệp \.rtf sau 1 giây"):
        docx_of(RTF.replace(rb"- 05 nhi", rb"- 05 \par " * 50_000 + rb"nhi"), "rtf")


@pytest.mark.needs("soffice")
def test_a_file_that_fills_the_memory_is_ended(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(convert, "OWN_BYTES", 30_000_000)
    with pytest.raises(Unreadable, match="mở ra thì quá lớn"):
        docx_of(RTF, "rtf")


@pytest.mark.needs("soffice")
def test_a_broken_file_is_refused():
    with pytest.raises(Unreadable, match="không mở được"):
        docx_of(b"PK\x03\x04 nothing of the kind", "odt")


def test_without_libreoffice_people_are_told_what_to_do(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(convert, "program", lambda: None)
    with pytest.raises(Unreadable, match=r"chưa có LibreOffice.*\.doc.*Hãy cài LibreOffice, hoặc mở tệp bằng Word"):
        docx_of(b"", "doc")
