"""By its dates alone a row is seen to lie outside a window."""

from datetime import date

import pytest
from django.db.models import Q

from sokhcn.kernel.reading import Question
from sokhcn.records.asking import when, when_dated, when_on
from sokhcn.reports.drifting.windows import may_lie, windows

DAYS = (date(2022, 1, 1), date(2022, 1, 31))
IN, OUT = date(2022, 1, 5), date(2022, 2, 5)


@pytest.mark.parametrize(
    ("condition", "dates", "may"),
    [
        (when_dated("ngày", "on", DAYS), {"on": [IN]}, True),
        (when_dated("ngày", "on", DAYS), {"on": [OUT, None]}, False),
        (when_dated("ngày", "on", DAYS), {"on": [OUT, IN]}, True),
        (when_on("ngày", "on", DAYS), {"on": [None], "recorded_on": [IN]}, True),
        (when_on("ngày", "on", DAYS), {"on": [OUT], "recorded_on": [OUT]}, False),
        (when("không trong kỳ", ~Q(on__range=DAYS)), {}, True),
        (when("hoặc", Q(on__range=DAYS) | Q(state="x")), {}, True),
        (when("số", size__range=(1, 2)), {}, True),
        (when("đến ngày", on__lte=DAYS[1]), {}, True),
    ],
)
def test_whether_a_row_may_lie_in_the_window(condition, dates, may):
    assert may_lie(windows(Question(None, (condition,))), dates) is may
