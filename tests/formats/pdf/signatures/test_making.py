"""The marks of a signed file stand where Decree 30/2020/NĐ-CP has them, and the file stays readable."""

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from sokhcn.formats.pdf.signatures.keys import BadKey, Token, key_in_file, key_in_token
from sokhcn.formats.pdf.signatures.making import Mark, NotSigned, filled_in, sign
from sokhcn.formats.pdf.signatures.places import blanks
from sokhcn.formats.pdf.signatures.seen import seen
from sokhcn.formats.pdf.signatures.stamps import BadPicture, picture_size
from tests.formats.pdf.signatures.signed import (
    AT,
    LEADER,
    OURS,
    SYMBOL,
    approved,
    examined,
    led,
    whole,
)
from tests.signing import key_file, loose, picture

SOFTHSM = "libsofthsm2.so"


def test_the_signature_stands_between_position_and_name_and_the_seal_over_a_third_of_it() -> None:
    signature, seal = seen(whole())[0].stamps
    words = {word.text: word for word in seen(approved())[0].words}
    assert words["Quang"].top <= signature.bottom < signature.top <= words["PHÓ"].bottom
    assert seal.right - signature.left == pytest.approx(signature.width / 3, abs=0.1)
    assert seal.width == pytest.approx(36 / 25.4 * 72, abs=0.1)


def test_number_and_day_stand_on_the_line_of_their_words() -> None:
    page = seen(whole())[0]
    line = next(word for word in page.words if word.text == "Số:")
    added = [word.text for word in page.added if abs(word.bottom - line.bottom) < 4]
    assert added == ["15", "17"]


def test_the_report_stays_a_tagged_archive_file_that_opens() -> None:
    with pikepdf.open(io.BytesIO(whole())) as pdf, pdf.open_metadata() as meta:
        assert meta.pdfa_status == "2A"
        assert pdf.Root.MarkInfo.Marked
        widgets = [one for one in pdf.pages[0].Annots if one.Subtype == "/Widget"]
        assert len(widgets) == 4
        assert all(one.F & 4 and "/N" in one.AP for one in widgets)


def test_number_and_day_are_written_once() -> None:
    at = blanks(seen(approved()), SYMBOL)
    assert at is not None
    with pytest.raises(NotSigned, match="đã có số"):
        filled_in(whole(), at, number="16", day="18")
    with pytest.raises(NotSigned, match="không có chỗ ghi số"):
        filled_in(led(approved()), at, number="16", day="18")


def test_a_wrong_password_and_a_wrong_picture_are_said() -> None:
    with pytest.raises(BadKey, match="sai mật khẩu"):
        key_in_file(key_file(OURS, LEADER), "không phải")
    with pytest.raises(BadPicture, match="png"):
        picture_size(b"GIF89a")
    assert picture_size(picture("blue")) == (400, 160)


def test_a_token_that_is_not_there_is_said() -> None:
    with pytest.raises(BadKey, match="Không có thư viện"), key_in_token(Token(Path("/no/such.so"), "A", "b"), "1"):
        pass


@pytest.mark.needs("softhsm")
def test_a_key_in_a_token_signs_as_one_in_a_file_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    token = _token(tmp_path, monkeypatch)
    with key_in_token(token, "1234") as signer:
        data = sign(approved(), signer, Mark("LanhDao", "Chữ ký"), AT)
    (found,) = examined(data).signatures
    assert (found.verdict.value, found.proof.by) == ("hợp lệ", LEADER)
    with pytest.raises(BadKey, match="Sai mã PIN"), key_in_token(token, "9999"):
        pass


def _token(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Token:
    """A token in software with the leader's key."""
    (folder / "tokens").mkdir()
    conf = folder / "softhsm2.conf"
    conf.write_text(f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(conf))
    library = next(Path("/usr/lib").rglob(SOFTHSM))
    util = shutil.which("softhsm2-util")
    assert util
    subprocess.run(
        [util, "--init-token", "--free", "--label", "KhoaThu", "--so-pin", "1234", "--pin", "1234"], check=True
    )
    _put_in(library, *loose(key_file(OURS, LEADER)))
    return Token(library, "KhoaThu", "lanhdao")


def _put_in(library: Path, key: bytes, certificate: bytes) -> None:
    """The key and its certificate into the token, by the interface that the makers of tokens share."""
    import pkcs11
    from asn1crypto import keys, pem
    from pkcs11.util.ec import decode_ec_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    info = keys.PrivateKeyInfo.load(pem.unarmor(key)[2])
    curve = info["private_key_algorithm"]["parameters"]
    held = info["private_key"].parsed
    held["parameters"] = curve
    with pkcs11.lib(str(library)).get_token(token_label="KhoaThu").open(rw=True, user_pin="1234") as session:
        about = {pkcs11.Attribute.LABEL: "lanhdao", pkcs11.Attribute.ID: b"\x01", pkcs11.Attribute.TOKEN: True}
        session.create_object({**decode_ec_private_key(held.dump()), **about, pkcs11.Attribute.SIGN: True})
        session.create_object({**decode_x509_certificate(certificate), **about})
