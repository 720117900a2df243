"""The commands that sign, take back, pack and verify, in one go as people give them."""

import json
from pathlib import Path
from typing import Any

import pytest

from sokhcn.people.models import Role
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.periods import the_period
from tests.interfaces.cli.test_commands import Run, run
from tests.reports.reporting import reporting
from tests.reports.signing.hands import OURS, SIGNER
from tests.rows import user
from tests.signing import PASSWORD, key_file

pytestmark = pytest.mark.django_db
__all__ = ["run"]


def test_from_the_leaders_key_to_a_verified_pack(
    run: Run, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.VAR = tmp_path
    monkeypatch.setenv("SOKHCN_KEY_PASSWORD", PASSWORD)
    ours = reporting()
    for role in (Role.LEADER, Role.CLERK, Role.ADMINISTRATOR):
        user(ours, role, login=role.value)
    compile_report(the_period("2022-01"), ours, by=user(ours, Role.COMPILER, login="tonghop"))
    one, two, key, issuer, gone = (str(tmp_path / name) for name in ("1.pdf", "2.pdf", "k.p12", "ca.cer", "e.zip"))
    Path(key).write_bytes(key_file(OURS, SIGNER))
    Path(issuer).write_bytes(OURS.der)

    assert run("sign", "leader", "2022-01", "--key", key, "-o", one, "--by", "leader").code == 0
    numbered = run("sign", "number", "2022-01", one, "--number", "7", "--on", "17/01/2022", "-o", two, "--by", "clerk")
    assert "đã ghi số 7" in numbered.out
    unknown = run("signed", "2022-01/1", two, "--dry-run", "--by", "clerk")
    assert (unknown.code, "không rõ nơi cấp" in unknown.out) == (1, True)
    assert run("trust", "add", issuer, "--source", "phép thử", "--by", "administrator").code == 0
    taken = run("signed", "2022-01/1", two, "--by", "clerk", "--format", "json")
    told = json.loads(taken.out)
    assert (taken.code, told["accepted"], told["number"], told["date"]) == (0, True, "07", "17/01/2022")
    assert [signature["verdict"] for signature in told["signatures"]] == ["hợp lệ cho phiên bản của nó"]

    assert run("evidence", "2022-01/1", "-o", gone).code == 0
    assert "còn nguyên" in run("verify", gone).out
    data = bytearray(Path(gone).read_bytes())
    data[len(data) // 2] ^= 1
    Path(gone).write_bytes(data)
    spoilt = run("verify", gone)
    assert (spoilt.code, "đã bị sửa" in spoilt.out) == (1, True)


def test_a_key_that_does_not_open_is_said_in_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = reporting()
    compile_report(the_period("2022-01"), ours, by=user(ours, Role.LEADER, login="leader"))
    key, out = tmp_path / "k.p12", str(tmp_path / "1.pdf")
    key.write_bytes(key_file(OURS, SIGNER))
    monkeypatch.setenv("SOKHCN_KEY_PASSWORD", "sai")
    wrong = run("sign", "leader", "2022-01", "--key", str(key), "-o", out, "--by", "leader")
    neither = run("sign", "leader", "2022-01", "-o", out, "--by", "leader")
    assert (wrong.code, neither.code) == (2, 2)
    assert wrong.err == "Không mở được tệp khóa: sai mật khẩu, hoặc không phải tệp .p12/.pfx.\n"
    assert neither.err.startswith("Ghi một trong hai: --key")
    assert not Path(out).exists()
