"""Numbers that count, measure or price something, and how a count is broken down."""

from sokhcn.reader.counting.breakdowns import breakdowns
from sokhcn.reader.counting.counts import counts

__all__ = ["breakdowns", "counts"]
