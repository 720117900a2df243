"""The stylesheet and the pages name the same classes: none is drawn that nothing has, none stands there undrawn."""

import re
from pathlib import Path

import sokhcn

PACKAGE = Path(sokhcn.__file__).parent
WEB = PACKAGE / "interfaces" / "web"
MAKERS = (PACKAGE / "formats" / "html", PACKAGE / "document")  # of the report's page
PROGRAMS = (*WEB.rglob("*.py"), *WEB.rglob("*.js"), *(file for room in MAKERS for file in room.rglob("*.py")))
TAGS = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
OF_HTMX = {"htmx-request"}
HELD = {"in-place"}  # what stories take hold of


def drawn() -> set[str]:
    """The classes that the stylesheet knows."""
    style = (WEB / "static" / "web" / "style.css").read_text("utf-8")
    rules = re.sub(r"/\*.*?\*/|\"[^\"]*\"|url\([^)]*\)", "", style, flags=re.DOTALL)
    return set(re.findall(r"\.([a-z][\w-]*)", rules))


def had() -> set[str]:
    """The classes that templates give; one whose end is reckoned stands there with its beginning."""
    pages = (TAGS.sub(" ", page.read_text("utf-8")) for page in WEB.rglob("*.html"))  # tags hold quotes of their own
    return {name for page in pages for given in re.findall(r"class=\"([^\"]*)\"", page) for name in given.split()}


def test_every_class_of_the_stylesheet_is_on_some_page():
    in_tags = (tag for page in WEB.rglob("*.html") for tag in TAGS.findall(page.read_text("utf-8")))
    texts = (
        *in_tags,
        *(text for one in PROGRAMS for text in re.findall(r"[\"'`=<>][^\"'`\n]*", one.read_text("utf-8"))),
    )
    words = had() | {word for text in texts for word in re.findall(r"[a-z][\w-]*", text)} | OF_HTMX
    begun = tuple(name for name in had() if name.endswith("-"))
    assert {name for name in drawn() - words if not name.startswith(begun)} == set()


def test_every_class_of_a_page_is_drawn():
    assert {name for name in had() - drawn() if not name.endswith("-")} == HELD
