"""A finding says where, what and what to do; wrong data cannot break the sentence."""

from sokhcn.kernel.finding import Finding, Severity, blocking, must


def test_a_finding_reads_as_place_sentence_and_advice() -> None:
    found = must("x.y", "“{text}” không phải ngày.", where="a.csv, dòng 2", suggestion="Viết 14/01/2022.", text="abc")
    assert str(found) == "a.csv, dòng 2: “abc” không phải ngày. Viết 14/01/2022."


def test_a_finding_without_place_or_advice_is_its_sentence() -> None:
    assert str(must("x.y", "Tệp rỗng.")) == "Tệp rỗng."


def test_braces_in_data_are_letters() -> None:
    found = must("x.y", "Ghi “{text}”.", where="{where}", suggestion="{advice}", text="{text} {0} {")
    assert str(found) == "{where}: Ghi “{text} {0} {”. {advice}"


def test_only_what_must_be_mended_stops_the_work() -> None:
    hint, look = Finding("a", Severity.HINT, "a"), Finding("b", Severity.LOOK, "b")
    stop = must("c", "c")
    assert blocking([hint, stop, look]) == (stop,)
