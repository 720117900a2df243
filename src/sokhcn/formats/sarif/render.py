"""Findings as one SARIF 2.1.0 log (OASIS standard), with places counted in characters."""

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from sokhcn import __version__
from sokhcn.kernel.finding import Finding, Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS = MappingProxyType({Severity.MUST: "error", Severity.LOOK: "warning", Severity.HINT: "note"})


def render(
    name: str,
    source: str,
    findings: Sequence[Finding],
    about: Mapping[str, str],
    waived: Sequence[tuple[Finding, str]] = (),
) -> bytes:
    """The log of ``findings`` in the file ``name`` with the text ``source``; ``about`` says what each rule asks for.
    Those ``waived`` are in it as suppressed, each with its reason."""
    used = sorted({finding.id for finding in (*findings, *(finding for finding, _ in waived))})
    lines = [0, *(place + 1 for place, letter in enumerate(source) if letter == "\n")]
    driver = {
        "name": "Sổ KH&CN",
        "version": __version__,
        "rules": [{"id": id, "shortDescription": {"text": about.get(id, id)}} for id in used],
    }
    uri = quote(name)
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [
                    *(_result(uri, lines, finding, used.index(finding.id)) for finding in findings),
                    *(
                        {**_result(uri, lines, finding, used.index(finding.id)), "suppressions": [_suppressed(reason)]}
                        for finding, reason in waived
                    ),
                ],
            }
        ],
    }
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode()


def _suppressed(reason: str) -> dict[str, str]:
    return {"kind": "external", "justification": reason}


def _result(uri: str, lines: Sequence[int], finding: Finding, rule: int) -> dict[str, Any]:
    message = finding.template.format_map(dict(finding.values))
    if finding.suggestion:
        message = f"{message} {finding.advice}"
    place: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if finding.span is not None:
        place["region"] = _region(lines, finding.span)
    return {
        "ruleId": finding.id,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": place}],
    }


def _region(lines: Sequence[int], span: tuple[int, int]) -> dict[str, int]:
    start, end = span
    first, last = bisect_right(lines, start), bisect_right(lines, end)
    return {
        "startLine": first,
        "startColumn": start - lines[first - 1] + 1,
        "endLine": last,
        "endColumn": end - lines[last - 1] + 1,
        "charOffset": start,
        "charLength": end - start,
    }
