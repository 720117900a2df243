"""The seed report and ours, paragraph by paragraph: whatever differs is declared, with its kind and reason."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.seed.compiled import january
from tests.seed.paragraphs import document_paragraphs, seed_paragraphs

pytestmark = [pytest.mark.django_db, pytest.mark.needs("shared")]

DECLARED = tomllib.loads((Path(__file__).parent / "differences.toml").read_text(encoding="utf-8"))["difference"]


def mended(paragraphs: list[str], differences: list[dict[str, Any]]) -> list[str]:
    """The seed with every declared difference applied; one that does not occur is itself a fault."""
    text = "\n".join(paragraphs) + "\n"
    for difference in differences:
        assert difference["seed"] in text, f"declared, but not in the seed: {difference['seed']}"
        text = text.replace(difference["seed"], difference["ours"])
    return text.splitlines()


def test_our_report_is_the_seed_but_for_declared_differences():
    assert document_paragraphs(january().document()) == mended(seed_paragraphs(), DECLARED)


def test_a_seed_paragraph_without_a_counterpart_fails():
    ours = document_paragraphs(january().document())
    for paragraph in range(len(ours)):
        assert ours[:paragraph] + ours[paragraph + 1 :] != mended(seed_paragraphs(), DECLARED)


@pytest.mark.parametrize("difference", DECLARED, ids=lambda d: d["seed"][:30].strip())
def test_a_declared_difference_has_a_kind_and_a_reason_and_drops_no_paragraph(difference):
    assert difference["kind"] in ("fault", "decree", "figure")
    assert len(difference["why"]) > 10
    assert difference["ours"].strip()
    whole = {line for line in difference["seed"].splitlines() if line in seed_paragraphs()}
    kept = {line.lower() for line in difference["ours"].splitlines()}
    assert {line.replace("KT.GIÁM", "KT. GIÁM").lower() for line in whole} <= kept
