"""No address gives away what is another unit's or another agency's; none but the door opens to those who are not in."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from sokhcn.people import feeds
from sokhcn.people.models import User
from sokhcn.records.models import Version
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.periods import the_period
from tests.interfaces.web.addresses import ADDRESSES, SPECIALIST, Address, patterns
from tests.interfaces.web.strangers import OURS, Them, differ, other_agency, other_unit, our_office
from tests.pages import page_texts

NO_PAGE, NOT_SO = 404, 405
REFUSED = (NO_PAGE, 422)  # the same as a code that nobody has
PASSWORD = "mat-khau-rat-dai"
OF_ALL_UNITS = ("tonghop", "vanthu", "lanhdao", "quantri")
THE_DOOR = {
    "account_login", "enter-as", "feed", "language", "login", "mfa_authenticate", "mfa_login_webauthn", "password-set",
    "theme",
}  # fmt: skip


def test_every_pattern_has_its_line_and_every_line_its_pattern() -> None:
    assert {one.name for one in patterns()} == {address.name for address in ADDRESSES}


def place(address: Address, them: Them | None = None) -> str:
    """The address in letters; where nobody is asked after, any number will do."""
    said = {key: _said(text, them) for key, text in address.args.items()}
    return reverse(address.name, kwargs=said)


def _said(text: str, them: Them | None) -> str:
    if not text.startswith("@"):
        return text
    return str(them.known[text[1:]]) if them else "1"


def sent(told: Any, them: Them | None) -> dict[str, str]:
    return {name: _said(text, them) for name, text in told.items()}


def texts(answer: Any) -> Iterator[str]:
    """All that an answer says: of a page its text, of a file what is in it."""
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return _texts(data)


def _texts(data: bytes) -> Iterator[str]:
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from _texts(archive.read(name))
    elif data.startswith(b"%PDF"):
        yield from page_texts(data)
    else:
        yield data.decode(errors="replace")


def says(answer: Any, word: str) -> bool:
    return any(word in text for text in texts(answer))


@pytest.mark.django_db
def test_whoever_is_not_in_is_sent_to_the_door() -> None:
    our_office()
    client, opened = Client(), set()
    for address in ADDRESSES:
        here = place(address)
        for answer in (client.get(here), client.post(here)):
            if answer.status_code != 302 or not answer["Location"].startswith("/dang-nhap/?"):
                opened.add(address.name)
    assert opened == THE_DOOR


@pytest.mark.on("sqlite", "postgresql")  # all that pages ask is asked here
@pytest.mark.django_db
def test_what_is_anothers_has_no_page_and_is_nowhere_told(settings: Any, tmp_path: Any) -> None:
    settings.VAR = tmp_path
    ours, period = our_office(), the_period(OURS)
    compiler = User.objects.select_related("agency").get(username="tonghop")
    compile_report(period, ours, by=compiler)
    unit = other_unit(ours)
    assert compile_report(period, ours, by=compiler).is_new
    differ(ours, unit)
    them = (unit, other_agency())
    ask = Asking({address.by for address in ADDRESSES})
    before = Version.objects.count()
    faults = [fault for address in ADDRESSES for fault in ask.faults(address, them)]
    assert not faults, "\n".join(faults)
    assert Version.objects.count() == before


class Asking:
    """Browsers of our people, and what is wrong with what they are answered."""

    def __init__(self, logins: set[str]) -> None:
        self.doors = {login: entered(User.objects.get(username=login)) for login in logins}
        self.feed = feeds.renew(User.objects.get(username=SPECIALIST)).key

    def faults(self, address: Address, them: Sequence[Them]) -> Iterator[str]:
        if "feed" in address.things:
            answer = Client().get(reverse("feed", args=[self.feed]))
            yield from (f"{address.name} says {one.word}" for one in them if says(answer, one.word))
            return
        known = [one for one in them if address.all_things <= set(one.known)]
        for one in known:
            yield from self.shown(address, one) if address.things else self.told(address, one, them)

    def shown(self, address: Address, one: Them) -> Iterator[str]:
        """Where the page of a thing of theirs is not just missing, or is missing to them as well."""
        here = place(address, one)
        answers = both(self.doors[address.by], here, address, one)
        if NO_PAGE not in answers or answers - {NO_PAGE, NOT_SO}:
            yield f"{here} {address.sent}: {answers} for {address.by}"
        with transaction.atomic():
            if opened(entered(one.person), here, address, one) in (NO_PAGE, NOT_SO):
                yield f"{here}: no page for those whose it is either"
            transaction.set_rollback(True)

    def told(self, address: Address, one: Them, them: Sequence[Them]) -> Iterator[str]:
        """Where a page says the word of theirs, or does not say it to them."""
        here, door = place(address), self.doors[address.by]
        answer = (
            door.post(here, sent(address.sent, one), follow=True) if address.sent else door.get(here, address.asked)
        )
        if answer.status_code >= 500 or (address.refused and answer.status_code not in REFUSED):
            yield f"{here} {address.asked}: {answer.status_code}"
        if says(answer, one.word) and not (one is them[0] and address.by in OF_ALL_UNITS):
            yield f"{here} {address.asked or address.sent} says {one.word} to {address.by}"
        if address.tells and one is them[0] and not says(entered(one.person).get(here, address.asked), one.word):
            yield f"{here} does not say {one.word} to those whose it is"


def both(client: Client, here: str, address: Address, one: Them) -> set[int]:
    """The statuses of asking and of sending."""
    asked = client.get(here, sent(address.asked, one), headers=_headers(address))
    return {asked.status_code, client.post(here, sent(address.sent, one), headers=_headers(address)).status_code}


def opened(client: Client, here: str, address: Address, one: Them) -> int:
    """The status of asking; of sending, where nothing can be asked."""
    asked = client.get(here, sent(address.asked, one), headers=_headers(address)).status_code
    if asked != NOT_SO:
        return asked
    return client.post(here, sent(address.sent, one), headers=_headers(address)).status_code


def _headers(address: Address) -> dict[str, str]:
    return {"HX-Request": "true"} if address.name == "row-in-place" else {}


def entered(user: User) -> Client:
    """A browser in which ``user`` has just given their password."""
    user.set_password(PASSWORD)
    user.save()
    client = Client(raise_request_exception=False)
    client.force_login(user, backend="sokhcn.people.backends.Passwords")
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client
