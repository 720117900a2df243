"""Two ways in which Vietnamese letters come into a field: taken back and written anew, or composed and then let in."""

import unicodedata
from typing import Protocol

from playwright.sync_api import CDPSession, Page


class Typing(Protocol):
    """Types a text into the field that has the focus."""

    def __call__(self, page: Page, text: str) -> None: ...


def rewritten(page: Page, text: str) -> None:
    """As Unikey does: a word comes bare, by its keys; when its marks are known the method sends Backspace down to the
    first letter that gets one, and the rest of the word again."""
    for n, word in enumerate(text.split(" ")):
        bare = _bare(word)
        page.keyboard.type(f" {bare}" if n else bare)
        same = next((place for place, letter in enumerate(bare) if letter != word[place]), len(word))
        for _ in word[same:]:
            page.keyboard.press("Backspace")
        if word[same:]:
            page.keyboard.insert_text(word[same:])


def composed(page: Page, text: str) -> None:
    """As IBus, macOS and telephones do: a word stands underlined while it is typed, and is let in when it is whole."""
    session = page.context.new_cdp_session(page)
    for n, word in enumerate(text.split(" ")):
        if n:
            page.keyboard.type(" ")
        bare = _bare(word)
        for end in range(1, len(bare) + 1):
            _underlined(session, bare[:end])
        _underlined(session, word)
        session.send("Input.insertText", {"text": word})
    session.detach()


def _underlined(session: CDPSession, text: str) -> None:
    told = {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
    session.send("Input.imeSetComposition", told)


def _bare(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
