"""Mandates print as Decree 30 asks, and hold from one day to another."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from sokhcn.people.models import Capacity, Mandate, User
from sokhcn.records.refused import broken_by
from tests.rows import agency, write_all


@pytest.mark.parametrize(
    ("capacity", "lines"),
    [
        (Capacity.HEAD, ("GIÁM ĐỐC",)),
        (Capacity.ACTING, ("Q. GIÁM ĐỐC",)),
        (Capacity.DEPUTY, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (Capacity.BY_ORDER, ("TL. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (Capacity.DELEGATED, ("TUQ. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
    ],
)
def test_the_lines_above_a_signature(capacity: Capacity, lines: tuple[str, ...]) -> None:
    assert Mandate(capacity=capacity, head_title="Giám đốc", title="Phó Giám đốc").lines == lines


def test_a_deputy_of_who_signs_by_order_signs_for_him() -> None:
    titles = {"head_title": "Giám đốc", "unit_title": "Chánh Văn phòng", "title": "Phó Chánh Văn phòng"}
    lines = Mandate(capacity=Capacity.BY_ORDER, **titles).lines
    assert lines == ("TL. GIÁM ĐỐC", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"capacity": Capacity.BY_ORDER}, "phải ghi người giao ký và văn bản giao ký"),
        ({"capacity": Capacity.DELEGATED, "authoriser": "A"}, "phải ghi từ ngày nào đến ngày nào"),
        ({"capacity": Capacity.DEPUTY, "unit_title": "Chánh Văn phòng"}, "Chỉ khi ký thừa lệnh"),
    ],
)
def test_what_a_mandate_lacks_is_said(told: dict[str, str], said: str) -> None:
    titles = {"head_title": "Giám đốc", "title": "Chánh Văn phòng"}
    row = Mandate(agency=agency(), name="Lê Thị Chánh", **titles, **told)
    assert any(said in str(finding) for finding in broken_by(row))


@pytest.mark.django_db
def test_mandates_in_force_on_a_day() -> None:
    terms = {
        "mãi": (None, None),
        "đến": (None, date(2022, 1, 14)),
        "từ": (date(2022, 1, 14), None),
        "hết": (None, date(2022, 1, 13)),
        "sau": (date(2022, 1, 15), None),
    }
    owner = agency()
    about = {"agency": owner, "capacity": Capacity.HEAD, "head_title": "Giám đốc", "title": "Giám đốc"}
    write_all(Mandate(name=n, valid_from=begun, valid_to=ended, **about) for n, (begun, ended) in terms.items())
    assert {mandate.name for mandate in Mandate.on(date(2022, 1, 14))} == {"mãi", "đến", "từ"}


def test_a_user_is_called_by_name_or_else_by_login() -> None:
    assert str(User(username="vanthu", first_name="Trần Văn Thư")) == "Trần Văn Thư"
    assert str(User(username="vanthu")) == "vanthu"


def test_a_term_that_ends_before_it_begins_is_refused_in_words() -> None:
    reversed_term = Mandate(valid_from=date(2022, 1, 2), valid_to=date(2022, 1, 1))
    with pytest.raises(ValidationError, match="Ngày cuối đứng trước ngày đầu"):
        reversed_term.clean()
