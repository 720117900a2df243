"""A document written as JSON reads back as the same document, and reads well to a person."""

import json
from decimal import Decimal

from hypothesis import HealthCheck, given, settings

from sokhcn.document.build import inlines, num
from sokhcn.document.nodes import Document, Num
from sokhcn.document.walk import changed, numbers
from sokhcn.formats.json.read import load, read
from sokhcn.formats.json.render import dump, render
from tests.document_strategies import DOCUMENTS
from tests.documents import every_node


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(DOCUMENTS)
def test_any_document_comes_back_the_same(document: Document) -> None:
    data = render(document)
    assert read(data) == document
    assert render(read(data)) == data


def test_a_document_survives_a_json_column() -> None:
    document = every_node()
    assert load(json.loads(json.dumps(dump(document), sort_keys=True))) == document


def test_decimals_keep_their_last_zero() -> None:
    document = changed(every_node(), lambda _: inlines(num("research.budget", Decimal("2.50"), "2,50")))
    back = numbers(read(render(document)))
    assert {str(figure.value) for figure in back} == {"2.50"}
    assert all(isinstance(figure, Num) and isinstance(figure.value, Decimal) for figure in back)


def test_the_file_is_readable_and_says_what_it_is() -> None:
    text = render(every_node()).decode()
    assert text.startswith('{\n "format": "sokhcn.document/1",\n "language": "vi",\n "head": {\n')
    assert "đẩy mạnh ứng dụng" in text
    assert "\\u" not in text
