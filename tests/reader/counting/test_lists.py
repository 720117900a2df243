"""A count that a lead sentence announces, and the items of its list."""

from sokhcn.document.understood import Breakdown, ItemList
from sokhcn.reader.counting import breakdowns, counts


def _read(lead: str, *items: str) -> tuple[str, tuple[Breakdown, ...]]:
    text = "\n".join((lead, *items))
    places, at = [], 0
    for line in (lead, *items):
        places.append((at, at + len(line)))
        at += len(line) + 1
    listed = ItemList("bullet", tuple(places[1:]), lead=places[0])
    return text, breakdowns(text, counts(text), (listed,))


def test_as_many_items_as_announced() -> None:
    text, (found,) = _read("Đã ban hành 03 văn bản chỉ đạo, cụ thể:", "- Nghị quyết A.", "- Kế hoạch B.", "- Đề án C.")
    assert (found.kind, found.consistent, len(found.items)) == ("list", True, 3)
    assert text[slice(*found.span)] == "03 văn bản chỉ đạo, cụ thể:"


def test_fewer_items_than_announced() -> None:
    _, (found,) = _read("Đã ban hành 04 văn bản chỉ đạo, cụ thể:", "- Nghị quyết A.", "- Kế hoạch B.", "- Đề án C.")
    assert (found.kind, found.consistent) == ("list", False)


def test_a_lead_that_announces_nothing_alarms_nobody() -> None:
    _, found = _read("Đã kiểm tra 12 cơ sở, kết quả:", "- Các cơ sở chấp hành tốt.", "- Còn thiếu sổ theo dõi.")
    assert found == ()


def test_the_count_that_agrees_is_the_one_announced() -> None:
    text, (found,) = _read("Mở 02 lớp cho 100 học viên, cụ thể:", "- Lớp khởi nghiệp.", "- Lớp đo lường.")
    assert (counts(text)[found.total].text, found.consistent) == ("02 lớp", True)


def test_items_with_numbers_are_added_up() -> None:
    text, (found,) = _read(
        "Quản lý 30 nhiệm vụ, cụ thể:", "- Cấp quốc gia: 05 nhiệm vụ.", "- Cấp tỉnh: 24 nhiệm vụ trong 10 lĩnh vực."
    )
    assert (found.kind, found.consistent) == ("sum", False)
    assert [counts(text)[part].text for part in found.parts] == ["05 nhiệm vụ", "24 nhiệm vụ"]


def test_items_may_be_some_of_the_total() -> None:
    _, (found,) = _read("Quản lý 30 nhiệm vụ, trong đó:", "- 05 nhiệm vụ cấp quốc gia.", "- Đã nghiệm thu 12 nhiệm vụ.")
    assert (found.kind, found.consistent) == ("part", True)


def test_a_list_without_a_lead_breaks_nothing_down() -> None:
    text = "- 05 nhiệm vụ\n- 06 nhiệm vụ"
    assert breakdowns(text, counts(text), (ItemList("bullet", ((0, 13), (14, 27))),)) == ()
