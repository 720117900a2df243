"""Advice on a name that does not exist."""

from sokhcn.kernel.meant import meant, meant_or


def test_a_name_much_like_it_is_asked_for() -> None:
    assert meant("isued", ["issued", "none"]) == "Có phải “issued”?"
    assert meant("x", ["issued", "none"]) == ""


def test_else_all_there_are_are_named_or_the_first_of_many() -> None:
    assert meant_or("x", ["a1", "b2"], "Các sổ") == "Các sổ: a1, b2."
    assert meant_or("x", []) == ""
    assert meant_or("x", [f"tên{n}" for n in range(50)]).endswith("tên39, ….")
