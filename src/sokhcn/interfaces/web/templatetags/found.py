"""What the box found, in templates: where a hit opens, its register, and the part that was asked for."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from sokhcn.interfaces.web.searching import address_of, place_of
from sokhcn.kernel.seeking import Piece

register = template.Library()
MARK, UNMARK = mark_safe("<mark>"), mark_safe("</mark>")

register.filter("address", address_of)
register.filter("place", place_of)


@register.filter
def pieces(told: tuple[Piece, ...]) -> SafeString:
    """A text with the part that was found marked."""
    around = {True: (MARK, UNMARK), False: ("", "")}
    return format_html_join("", "{}{}{}", ((around[hit][0], text, around[hit][1]) for text, hit in told))
