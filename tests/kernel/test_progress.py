"""How far long work is: heard by whoever watches, and by nobody else."""

from sokhcn.kernel.progress import tell, watched


def test_what_is_told_is_heard_inside_and_nowhere_else():
    heard: list[tuple[str, int, int]] = []
    tell("trước")
    with watched(lambda *told: heard.append(told)):
        tell("đọc", 1, 2)
        tell("ghi")
    tell("sau")
    assert heard == [("đọc", 1, 2), ("ghi", 0, 0)]
