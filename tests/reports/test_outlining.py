"""Which outline and texts a report is said by: the department's own in force, else those that ship."""

from datetime import date

import pytest

from sokhcn.kernel.periods import Period, read_period
from sokhcn.records.dated import DECREE_09
from sokhcn.records.models import Agency
from sokhcn.reports.models import OwnOutline
from sokhcn.reports.outlining import NoOutline, blueprint_for, outlines, the_outline
from sokhcn.reports.periods import the_period
from tests.reports.reporting import FIRST_DAY, wording
from tests.rows import agency, write

pytestmark = pytest.mark.django_db
JANUARY = read_period("2022-01", DECREE_09)


def own(owner: Agency, since: date = FIRST_DAY, **changed: str) -> OwnOutline:
    source = the_outline("bao-cao-dinh-ky", owner, FIRST_DAY).source.text
    for old, new in changed.items():
        source = source.replace(f'{old} = "', f'{old} = "{new}', 1)
    return write(OwnOutline(agency=owner, code="bao-cao-dinh-ky", source=source, valid_from=since))


def chosen(code: str, owner: Agency, addressee: str = "tinh") -> str:
    return blueprint_for(the_period(code), owner, addressee).outline.id


@pytest.mark.parametrize(
    ("code", "addressee", "outline"),
    [
        ("2022-01", "tinh", "bao-cao-dinh-ky"),
        ("2022-Q1", "tinh", "bao-cao-quy-6-9-thang"),
        ("2022-6T1", "tinh", "bao-cao-quy-6-9-thang"),
        ("2022-9T", "tinh", "bao-cao-quy-6-9-thang"),
        ("2022", "tinh", "bao-cao-nam"),
        ("2022-Q1", "bo", "bao-cao-bo"),
        ("2022", "bo", "bao-cao-bo"),
    ],
)
def test_every_kind_of_period_has_an_outline(code: str, addressee: str, outline: str) -> None:
    assert chosen(code, agency(), addressee) == outline


@pytest.mark.parametrize(
    ("period", "addressee", "said"),
    [
        (JANUARY, "bo", "báo cáo tháng 01 năm 2022 gửi Bộ Khoa học và Công nghệ. Có cho: quý, 6 tháng, 9 tháng, năm."),
        (read_period("1950-01", DECREE_09), "tinh", "báo cáo tháng 01 năm 1950. Chưa có cái nào."),
        (JANUARY, "bộ", "Chưa có đề cương cho báo cáo gửi “bộ”"),
        (read_period("2022-01-01..2022-01-31", DECREE_09), "tinh", "Chưa có đề cương cho báo cáo từ"),
    ],
)
def test_where_there_is_none_it_is_told(period: Period, addressee: str, said: str) -> None:
    with pytest.raises(NoOutline, match=said):
        blueprint_for(period, agency(), addressee)


def test_the_departments_own_goes_before_what_ships_from_its_day_on() -> None:
    owner = agency()
    own(owner, version="2022-", since=date(2022, 1, 14))
    found = blueprint_for(JANUARY, owner)
    assert (found.outline.version, found.source.origin) == ("2022-2019-1", "của Sở")
    assert blueprint_for(the_period("2021-12"), owner).source.origin == "mặc định"
    assert blueprint_for(JANUARY, agency("B")).source.origin == "mặc định"


def test_of_two_of_its_own_the_later_holds() -> None:
    owner = agency()
    own(owner, version="a")
    own(owner, version="b", since=date(2022, 1, 10))
    assert blueprint_for(JANUARY, owner).outline.version == "ba2019-1"


def test_a_text_for_this_outline_goes_before_one_for_all_and_that_before_what_ships() -> None:
    owner = agency()
    wording(owner, "advice", "Mọi báo cáo.")
    wording(owner, "advice", "Báo cáo năm.", "bao-cao-nam")
    wording(owner, "reform", "Sang năm.", since=date(2023, 1, 1))
    month, year = blueprint_for(JANUARY, owner), blueprint_for(the_period("2022"), owner)
    assert (month.texts["advice"].text, year.texts["advice"].text) == ("Mọi báo cáo.", "Báo cáo năm.")
    assert month.texts["advice"].origin == "của Sở"
    assert month.texts["reform"].origin == "mặc định"


def test_longer_reports_say_more_than_the_monthly_one() -> None:
    owner = agency()
    month, year = blueprint_for(JANUARY, owner), blueprint_for(the_period("2022"), owner)
    assert "compared" in year.texts["advice"].text
    assert "compared" not in month.texts["advice"].text
    assert len(year.outline.appendices) > len(month.outline.appendices)


def test_an_edition_can_tell_which_versions_it_was_said_by() -> None:
    owner = agency()
    row = wording(owner, "advice", "Mọi báo cáo.")
    told = blueprint_for(JANUARY, owner).told()
    assert told["wording"]["advice"]["row"] == [row.pk, 1]
    assert told["wording"]["advice"]["text"] == "Mọi báo cáo."
    assert (told["outline"]["id"], told["outline"]["row"]) == ("bao-cao-dinh-ky", None)


def test_outlines_that_ship_have_names_of_their_own() -> None:
    names = [outline.id for outline in outlines()]
    assert len(names) == len(set(names))
