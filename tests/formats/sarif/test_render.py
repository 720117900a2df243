"""A SARIF log has what the standard requires, and its regions stand at the words, counted in characters."""

import json
from typing import Any

from sokhcn.formats.sarif.render import render
from sokhcn.kernel.finding import Finding, Severity

SOURCE = "Dòng một\nDòng hai có 😀 “đảm bảo” ở đây\n\nDòng bốn"
WORDS = "đảm bảo"
AT = SOURCE.index(WORDS)
PLACED = Finding("writing.phrases", Severity.HINT, "Viết “{right}”.", {"right": "bảo đảm"}, span=(AT, AT + 7))
ABSENT = Finding("structure.head", Severity.LOOK, "Thiếu {what}.", {"what": "Quốc hiệu"}, suggestion="Thêm vào.")
GRAVE = Finding("time.impossible", Severity.MUST, "Không có ngày này.", span=(0, len(SOURCE)))


def run(*findings: Finding, waived: tuple[tuple[Finding, str], ...] = ()) -> dict[str, Any]:
    log = json.loads(render("báo cáo 01.md", SOURCE, findings, {"writing.phrases": "Đúng cụm từ."}, waived))
    assert log["version"] == "2.1.0"
    (only,) = log["runs"]
    assert only["tool"]["driver"]["name"]
    return dict(only)


def test_each_result_has_a_rule_a_level_a_message_and_one_place() -> None:
    told = run(PLACED, ABSENT, GRAVE)
    rules = told["tool"]["driver"]["rules"]
    assert [result["level"] for result in told["results"]] == ["note", "warning", "error"]
    for result in told["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        (place,) = result["locations"]
        assert place["physicalLocation"]["artifactLocation"]["uri"] == "b%C3%A1o%20c%C3%A1o%2001.md"
    assert {rule["id"]: rule["shortDescription"]["text"] for rule in rules}["writing.phrases"] == "Đúng cụm từ."
    assert [result["message"]["text"] for result in told["results"]][1] == "Thiếu Quốc hiệu. Thêm vào."


def test_places_are_counted_in_code_points() -> None:
    told = run(PLACED)
    region = told["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert told["columnKind"] == "unicodeCodePoints"
    line = SOURCE.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == WORDS
    assert SOURCE[region["charOffset"] : region["charOffset"] + region["charLength"]] == WORDS


def test_a_place_over_several_lines_ends_in_the_last() -> None:
    region = run(GRAVE)["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (1, 1)
    assert (region["endLine"], region["endColumn"]) == (4, len("Dòng bốn") + 1)


def test_what_is_absent_has_a_file_and_no_region() -> None:
    assert "region" not in run(ABSENT)["results"][0]["locations"][0]["physicalLocation"]


def test_what_was_waived_is_suppressed_with_its_reason() -> None:
    (result,) = run(waived=((PLACED, "Minh Họa: trích nguyên văn"),))["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "Minh Họa: trích nguyên văn"}]
    assert "suppressions" not in run(PLACED)["results"][0]
