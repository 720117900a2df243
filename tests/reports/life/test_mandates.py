"""Who may sign on which day for which type, and that the report bears the block of the one who signs."""

from datetime import date

import pytest

from sokhcn.people.models import Capacity, Mandate, Role
from sokhcn.reports.life.mandates import cannot_sign, choose_signer
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.models import Act, Edition, Stage
from tests.reports.life.office import SIGNER, Office, office, put, reported
from tests.rows import paper, write

pytestmark = pytest.mark.django_db
SIGNED_ON = date(2022, 1, 18)


def by_order(made: Office, **told: object) -> Mandate:
    """The head of a unit signs by order."""
    about = {"capacity": Capacity.BY_ORDER, "head_title": "Giám đốc", "title": "Chánh Văn phòng"}
    on_whose_word = {"authoriser": "Giám đốc Trần Văn A", "paper": paper("1", type="Quy chế")}
    head = {"name": "Lê Thị Chánh", "user": made.people[Role.HEAD], "valid_from": date(2021, 1, 1)}
    return write(Mandate(agency=made.agency, **{**about, **on_whose_word, **head, **told}))


def why_not(made: Office, edition: Edition, role: Role, day: date = SIGNED_ON) -> str:
    return cannot_sign(made.report(), edition, made.people[role], day)


def test_who_has_no_mandate_that_day_is_told_who_has() -> None:
    made, edition = reported()
    assert why_not(made, edition, Role.LEADER) == ""
    assert why_not(made, edition, Role.HEAD) == (
        "Trưởng đơn vị A không có thẩm quyền ký ngày 18/01/2022 theo sổ người ký. "
        f"Ký được ngày ấy: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC {SIGNER}."
    )


def test_a_mandate_is_for_its_days_and_for_its_types() -> None:
    made = office()
    by_order(made, types="BC, CV", valid_to=date(2022, 1, 18))
    edition = made.compiled()
    assert edition.document().closing.signature.lines == ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")
    assert why_not(made, edition, Role.HEAD) == ""
    assert "không có thẩm quyền" in why_not(made, edition, Role.HEAD, date(2022, 1, 19))
    row = Mandate.objects.get(name="Lê Thị Chánh")
    row.types = "CV"
    write(row)
    assert "không có thẩm quyền" in why_not(made, edition, Role.HEAD)


def test_a_mandate_without_an_account_is_known_by_name() -> None:
    made = office()
    by_order(made, user=None, name=made.people[Role.HEAD].get_full_name())
    assert why_not(made, made.compiled(), Role.HEAD) == ""


def test_the_block_is_that_of_the_one_who_signs() -> None:
    made = office()
    by_order(made)
    edition = made.compiled()
    said = why_not(made, edition, Role.LEADER)
    assert "ghi người ký là TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG Lê Thị Chánh" in said
    assert f"thẩm quyền của bạn là KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC {SIGNER}" in said
    put(made.report(), Stage.APPROVED)
    choose_signer(made.report(), SIGNER, SIGNED_ON, by=made.people[Role.COMPILER])
    again = made.compiled()
    assert (again.number, why_not(made, again, Role.LEADER)) == (2, "")
    assert made.report().moves().get().verb == Act.RECOMPILE


@pytest.mark.parametrize("stage", [Stage.SIGNED, Stage.NUMBERED, Stage.ISSUED])
def test_who_signed_is_not_changed_but_by_giving_the_report_back(stage: Stage) -> None:
    made, _ = reported()
    put(made.report(), stage)
    with pytest.raises(NotMoved, match="Không đổi người ký được: báo cáo tháng 01 năm 2022 đã"):
        choose_signer(made.report(), SIGNER, SIGNED_ON, by=made.people[Role.COMPILER])
    assert made.report().state().signer is None


def test_only_somebody_with_a_mandate_is_chosen_and_only_by_who_hands_in() -> None:
    made = office()
    with pytest.raises(NotMoved, match="“Ai đó” không có thẩm quyền ký ngày 18/01/2022"):
        choose_signer(made.report(), "Ai đó", SIGNED_ON, by=made.people[Role.COMPILER])
    with pytest.raises(NotMoved, match="là việc của Người tổng hợp"):
        choose_signer(made.report(), SIGNER, SIGNED_ON, by=made.people[Role.LEADER])
