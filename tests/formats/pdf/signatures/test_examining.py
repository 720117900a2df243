"""Each signed file gets its true verdict: genuine, changed, broken, unknown issuer, expired, and a mere picture."""

from datetime import UTC, datetime

from sokhcn.formats.pdf.signatures.judging import Verdict
from sokhcn.formats.pdf.signatures.keys import key_in_file
from sokhcn.formats.pdf.signatures.making import Mark, sign
from sokhcn.formats.pdf.signatures.places import blanks
from sokhcn.formats.pdf.signatures.seen import seen
from sokhcn.formats.pdf.signatures.stamps import Box, picture_stamp, text_stamp
from tests.formats.pdf.signatures.signed import (
    AGENCY,
    AT,
    LEADER,
    OURS,
    SYMBOL,
    approved,
    by_leader,
    drawn,
    examined,
    led,
    numbered,
    rewritten,
    scanned,
    sealed,
    whole,
)
from tests.signing import PASSWORD, authority, key_file, picture

CHANGE = "trang 1: “06” thành “60”"


def test_a_genuine_file_holds_revision_by_revision() -> None:
    found = examined(whole())
    leader, agency = found.signatures
    assert (leader.verdict, agency.verdict) == (Verdict.ADDED, Verdict.VALID)
    assert leader.later == ("số 15", "ngày 17/01/2022", f"chữ ký của {AGENCY}")
    assert (leader.proof.by, leader.proof.at, leader.changes) == (LEADER, AT, ())
    assert (found.number, found.date, found.different) == ("15", "17/01/2022", ())
    assert not leader.proof.revocation_told


def test_each_increment_leaves_what_was_there_byte_for_byte() -> None:
    assert by_leader().startswith(approved())
    assert whole().startswith(by_leader())


def test_a_word_changed_after_the_last_signature_is_named() -> None:
    found = examined(rewritten(whole(), approved("60")))
    assert [one.verdict for one in found.signatures] == [Verdict.CHANGED, Verdict.CHANGED]
    assert CHANGE in found.signatures[1].changes
    assert [one.sentence for one in found.different] == [CHANGE]


def test_a_word_changed_between_two_signatures_spoils_the_first_only() -> None:
    leader, agency = examined(sealed(rewritten(numbered(by_leader()), approved("60")))).signatures
    assert (leader.verdict, leader.changes) == (Verdict.CHANGED, (CHANGE,))
    assert agency.verdict is Verdict.VALID


def test_a_word_changed_before_signing_is_no_fault_of_the_signature() -> None:
    found = examined(led(approved("60")))
    assert [one.verdict for one in found.signatures] == [Verdict.VALID]
    assert [one.sentence for one in found.different] == [CHANGE]


def test_a_byte_changed_in_place_breaks_all_signatures_over_it() -> None:
    data = bytearray(whole())
    data[len(approved()) // 2] ^= 1
    assert [one.verdict for one in examined(bytes(data)).signatures] == [Verdict.BROKEN, Verdict.BROKEN]


def test_a_byte_changed_in_the_last_increment_leaves_the_first_signature_whole() -> None:
    data = bytearray(whole())
    data[data.rindex(b"Adobe.PPKLite")] ^= 1
    leader, agency = examined(bytes(data)).signatures
    assert agency.verdict is Verdict.BROKEN
    assert leader.verdict is not Verdict.BROKEN


def test_an_issuer_that_nobody_trusts_is_unknown() -> None:
    stranger = authority("Nơi cấp lạ")
    leader, agency = examined(sealed(numbered(by_leader()), stranger)).signatures
    assert (leader.verdict, agency.verdict) == (Verdict.ADDED, Verdict.UNKNOWN)
    assert agency.proof.issuer == "Nơi cấp lạ"


def test_an_issuer_is_known_by_its_key_and_not_by_its_name() -> None:
    assert {one.verdict for one in examined(whole(), authority()).signatures} == {Verdict.UNKNOWN}


def test_a_certificate_that_had_ended_when_it_signed_is_said() -> None:
    old = key_in_file(key_file(OURS, LEADER, until=datetime(2021, 6, 1, tzinfo=UTC)), PASSWORD)
    (found,) = examined(sign(approved(), old, Mark("LanhDao", "Chữ ký"), AT)).signatures
    assert found.verdict is Verdict.EXPIRED


def test_number_and_day_written_into_the_page_itself_are_expected_too() -> None:
    at = blanks(seen(approved()), SYMBOL)
    assert at is not None
    data = led(approved())
    for text, box in (("15", at.number), ("17", at.day)):
        data = drawn(data, text_stamp((text,), box, at.size), box)
    found = examined(sealed(data))
    assert [one.verdict for one in found.signatures] == [Verdict.ADDED, Verdict.VALID]
    assert (found.number, found.date, found.different) == ("15", "17/01/2022", ())


def test_a_picture_put_over_the_text_is_a_change_though_no_word_is() -> None:
    box = Box(0, 90, 500, 300, 560)
    (found,) = examined(drawn(led(approved()), picture_stamp(picture("white", "line"), box, "trắng"), box)).signatures
    assert found.verdict is Verdict.CHANGED
    assert found.changes == ("trang 1: hình ảnh, nét vẽ khác đi mà chữ không đổi",)


def test_a_signature_that_stands_upon_the_text_is_seen() -> None:
    said = next(word for word in seen(approved())[0].words if word.text == "06")
    box = Box(0, said.left - 1, said.bottom - 1, said.right + 1, said.top + 1)
    mark = Mark("CoQuan", "Dấu", box, text_stamp(("60",), box, 13))
    signer = key_in_file(key_file(OURS, AGENCY), PASSWORD)
    found = examined(sign(by_leader(), signer, mark, AT))
    assert [one.text for one in found.said.covered] == ["06"]
    assert [one.text for one in found.said.stamps] == ["60"]


def test_a_scan_has_nothing_to_compare() -> None:
    found = examined(scanned(approved()))
    assert (found.is_picture, found.signatures, found.different) == (True, (), ())
