"""An edition is signed step by step, comes back, and is kept with its verdict; until then it counts as unsigned."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sokhcn.formats.pdf.signatures.keys import key_in_file
from sokhcn.formats.pdf.signatures.making import NotSigned
from sokhcn.people.models import Role, User
from sokhcn.records import store
from sokhcn.records.models import Agency
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.models import Anchor, Edition, SignedFile
from sokhcn.reports.periods import the_period
from sokhcn.reports.signing import keeping, steps, trust
from sokhcn.reports.signing.accepted import latest, unsigned, word_for
from sokhcn.reports.signing.examining import came_back
from tests.formats.pdf.signatures.signed import scanned
from tests.reports.reporting import reporting
from tests.reports.signing.hands import AT, OURS, SIGNER, hand, trusted
from tests.rows import user
from tests.signing import PASSWORD, key_file, picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files_of_its_own(tmp_path: Path, settings: Any) -> None:
    settings.VAR = tmp_path


def an_edition() -> tuple[Edition, Agency]:
    ours = reporting()
    return compile_report(the_period("2022-01"), ours, by=someone(ours, Role.COMPILER)).edition, ours


def someone(ours: Agency, role: Role) -> User:
    return user(ours, role, login=role.value)


def test_signed_numbered_sealed_and_taken_back() -> None:
    edition, ours = an_edition()
    leader, clerk = someone(ours, Role.LEADER), someone(ours, Role.CLERK)
    first = steps.sign_as_leader(edition, hand(SIGNER, picture("#1a3fa0")), by=leader).pdf
    second = steps.fill_in_number(edition, first, number="5", on=date(2022, 1, 17), by=clerk).pdf
    whole = steps.sign_as_agency(edition, second, hand("Sở KH&CN"), by=clerk).pdf
    assert [finding.id for finding in unsigned(edition)] == ["signed.missing"]

    unknown = came_back(edition, "ký.pdf", whole, AT)
    assert [finding.id for finding in unknown.findings] == ["signed.unknown", "signed.unknown"]
    assert not keeping.keep(edition, unknown, by=clerk).is_accepted
    assert {finding.id for finding in unsigned(edition)} == {"signed.unknown"}

    trusted(someone(ours, Role.ADMINISTRATOR))
    back = came_back(edition, "ký.pdf", whole, AT)
    assert (back.findings, back.examined.number, back.examined.date) == ((), "05", "17/01/2022")
    assert "Số: 05/BC-SKHCN; ngày 17/01/2022;" in back.told()["stamps"]
    kept = keeping.keep(edition, back, by=clerk)
    assert (kept.is_accepted, store.kept(kept.sha256), latest(edition)) == (True, whole, kept)
    assert unsigned(edition) == ()


def test_a_file_of_another_edition_is_refused_at_each_step_and_its_difference_named() -> None:
    edition, ours = an_edition()
    other = compile_report(the_period("2021-12"), ours, by=User.objects.get()).edition
    first = steps.sign_as_leader(other, hand(SIGNER), by=someone(ours, Role.LEADER)).pdf
    with pytest.raises(NotSigned, match="không phải của ấn bản 2022-01/1, trang 1"):
        steps.fill_in_number(edition, first, number="5", on=date(2022, 1, 17), by=someone(ours, Role.CLERK))
    trusted(someone(ours, Role.ADMINISTRATOR))
    back = came_back(edition, "nhầm.pdf", first, AT)
    assert {finding.id for finding in back.findings} == {"signed.differs"}


def test_who_may_not_is_told_and_a_day_of_another_month_is_not_written() -> None:
    edition, ours = an_edition()
    clerk = someone(ours, Role.CLERK)
    with pytest.raises(NotSigned, match="không được ký văn bản"):
        steps.sign_as_leader(edition, hand(SIGNER), by=clerk)
    with pytest.raises(trust.NotTrusted, match="không được sửa danh sách"):
        trusted(clerk)
    first = steps.sign_as_leader(edition, hand(SIGNER), by=someone(ours, Role.LEADER))
    assert "không hiện trên trang" in first.note
    with pytest.raises(NotSigned, match="không khớp “tháng 01 năm 2022”"):
        steps.fill_in_number(edition, first.pdf, number="5", on=date(2022, 2, 1), by=clerk)
    with pytest.raises(NotSigned, match="không phải một số văn bản"):
        steps.fill_in_number(edition, first.pdf, number="năm", on=date(2022, 1, 17), by=clerk)


def test_the_picture_of_a_paper_is_taken_on_a_persons_word() -> None:
    edition, ours = an_edition()
    clerk = someone(ours, Role.CLERK)
    leader = someone(ours, Role.LEADER)
    signed = steps.sign_as_leader(edition, hand(SIGNER), by=leader).pdf
    back = came_back(edition, "chụp.pdf", scanned(signed), AT)
    assert [finding.id for finding in back.findings] == ["signed.picture"]
    with pytest.raises(keeping.NotKept, match="phải ghi lý do"):
        keeping.keep_paper(edition, back, by=clerk, reason=" ")
    with pytest.raises(keeping.NotKept, match="không được nhận"):
        keeping.keep_paper(edition, back, by=leader, reason="đã đối chiếu")
    kept = keeping.keep_paper(edition, back, by=clerk, reason="đã đối chiếu bản gốc")
    assert (kept.kind, unsigned(edition)) == (SignedFile.Kind.PAPER, ())
    assert word_for(kept).startswith(f"bản chụp giấy do {clerk} xác nhận ngày ")
    text = came_back(edition, "ký.pdf", signed, AT)
    with pytest.raises(keeping.NotKept, match="Bỏ --paper"):
        keeping.keep_paper(edition, text, by=clerk, reason="đã đối chiếu")


def test_a_kept_file_that_somebody_altered_counts_no_more() -> None:
    edition, ours = an_edition()
    trusted(someone(ours, Role.ADMINISTRATOR))
    data = steps.sign_as_leader(edition, hand(SIGNER), by=someone(ours, Role.LEADER)).pdf
    kept = keeping.keep(edition, came_back(edition, "ký.pdf", data, AT), by=someone(ours, Role.CLERK))
    place = next(place for sha256, place in store.every() if sha256 == kept.sha256)
    place.chmod(0o644)
    place.write_bytes(data + b" ")
    assert [finding.id for finding in unsigned(edition)] == ["signed.altered"]


def test_another_name_than_the_signers_is_looked_at() -> None:
    edition, ours = an_edition()
    trusted(someone(ours, Role.ADMINISTRATOR))
    data = steps.sign_as_leader(edition, hand("Người khác"), by=someone(ours, Role.LEADER)).pdf
    back = came_back(edition, "ký.pdf", data, AT)
    assert ([finding.id for finding in back.findings], back.is_acceptable) == (["signed.name"], True)


def test_trust_holds_on_its_days_and_ends_with_a_reason() -> None:
    _, ours = an_edition()
    keeper = someone(ours, Role.ADMINISTRATOR)
    days = {"valid_from": date(2022, 1, 1), "valid_to": date(2022, 12, 31)}
    anchor = trust.trust(OURS.der, Anchor(source="phép thử", **days), by=keeper)
    assert [len(trust.trusted_on(day)) for day in (date(2021, 12, 31), date(2022, 1, 1), date(2023, 1, 1))] == [0, 1, 0]
    again = trust.trust(OURS.der, Anchor(source="phép thử", verified=True), by=keeper)
    assert (again.pk, again.verified, Anchor.objects.count()) == (anchor.pk, True, 1)
    with pytest.raises(trust.NotTrusted, match="phải có lý do"):
        trust.distrust(anchor.sha256[:8], by=keeper, reason="")
    trust.distrust(anchor.sha256[:8], by=keeper, reason="hết hạn")
    assert not trust.anchors()


def test_a_certificate_of_a_person_or_a_text_is_no_issuer() -> None:
    _, ours = an_edition()
    keeper = someone(ours, Role.ADMINISTRATOR)
    person = key_in_file(key_file(OURS, SIGNER), PASSWORD).signing_cert.dump()
    for data, told in ((person, "không phải chứng thư của một nơi cấp"), (b"chao", "không phải một chứng thư")):
        with pytest.raises(trust.NotTrusted, match=told):
            trust.trust(data, Anchor(source="phép thử"), by=keeper)
