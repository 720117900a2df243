"""Reports written for the purpose, of many styles, eras and kinds of damage, read as a proof-reader would."""

import pytest

from tests.returned.comparing import NAMES, compared, scores

GOALS = (("citations", 0.97), ("counts", 0.90), ("headings", 0.95), ("header", 0.95))


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_read_as_by_a_proof_reader(name: str) -> None:
    wrong = [
        f"{field}: {sign} {one}"
        for field, made in compared(name).items()
        for sign, ones in (("missing", made.missing), ("extra", made.extra))
        for one in ones
    ]
    assert not wrong, "\n".join([name, *wrong])


@pytest.mark.parametrize(("field", "goal"), GOALS)
def test_fields_over_all_documents(field: str, goal: float) -> None:
    assert scores()[field] >= goal
