"""Every address of the pages: what stands in it, what is sent to it, and who asks.

``@task`` is the number of a row that is somebody else's, as `strangers.py` knows it. An address that names such a thing
has no page for us; any other page must not say their word. A new page needs a line here, or the test of it fails.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.urls import URLPattern, URLResolver

from sokhcn.interfaces.web.urls import urlpatterns
from tests.interfaces.web.strangers import OURS, PARTS, TASKS, THEIRS

Texts = Mapping[str, str]
SPECIALIST, COMPILER, ADMINISTRATOR = "chuyenvien", "tonghop", "quantri"


@dataclass(frozen=True)
class Address:
    """``sent`` goes with POST, ``asked`` with GET. ``by`` is who asks: somebody who may do such things here; the
    specialist and the head reach their unit only, others the agency.
    ``tells``: to whom the things belong this page does say their word, so that its silence to others is worth a test.
    ``refused``: what is asked for is theirs, so that it is answered as what nobody has.
    """

    name: str
    args: Texts = field(default_factory=dict)
    sent: Texts = field(default_factory=dict)
    asked: Texts = field(default_factory=dict)
    by: str = SPECIALIST
    tells: bool = False
    refused: bool = False

    @property
    def things(self) -> set[str]:
        """The things of others that it names."""
        return {text[1:] for text in self.args.values() if text.startswith("@")}

    @property
    def all_things(self) -> set[str]:
        """The same, with those that are only sent."""
        return self.things | {text[1:] for text in self.sent.values() if text.startswith("@")}


def _row(name: str, **sent: str) -> Address:
    return Address(name, {"slug": TASKS, "pk": "@task"}, sent)


def _of_list(name: str, tells: bool = True, **asked: str) -> Address:
    return Address(name, {"slug": TASKS}, asked={"tat-ca": "1", **asked}, tells=tells)


def _report(name: str, sent: Texts | None = None, by: str = SPECIALIST, **args: str) -> Address:
    return Address(name, {"code": "@report", **args}, sent or {}, by=by)


def _ours(name: str, sent: Texts | None = None, **args: str) -> Address:
    return Address(name, {"code": OURS, **args}, sent or {})


def _old(name: str, sent: Texts | None = None, **args: str) -> Address:
    return Address(name, {"pk": "@old", **args}, sent or {})


COUNTED = "programme.key_tasks"
ASKED = "ngoaiphong"  # the word of the other unit, as a page that only repeats the question has it
EVERYBODYS = tuple(
    Address(name)
    for name in (
        "account_login",
        "login",
        "enter-as",
        "mfa_authenticate",
        "mfa_login_webauthn",
        "logout",
        "account_logout",
        "resume",
        "mfa_list_webauthn",
        "mfa_index",
        "password",
        "sessions-end",
        "account_reauthenticate",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_add_webauthn",
        "language",
        "theme",
        "help",
        "keys",
    )
)
ADDRESSES = (
    *EVERYBODYS,
    Address("card", {"role": "head"}),
    Address("password-set", {"uidb64": "MQ", "token": "khong-co"}),
    Address("mfa_remove_webauthn", {"pk": "@passkey"}),
    # Work of the day, what falls due, searching.
    Address("home", tells=True),
    Address("digest", tells=True),
    Address("mute", {"key": "programme.due", "row": "@task"}, {"ly-do": "x"}),
    Address("due", asked={"trong": "tat-ca"}, tells=True),
    Address("due-month", tells=True),
    Address("feed-own"),
    Address("feed", {"key": "@feed"}),
    Address("search", asked={"q": ASKED}, tells=True),
    Address("year", {"year": "2022"}),
    Address("year-image", {"year": "2022", "theme": "light"}),
    # Figures side by side.
    Address("explore", asked={"chi-tieu": COUNTED, "ky": "2022"}),
    Address("explore-book", asked={"chi-tieu": COUNTED, "ky": "2022"}),
    Address("explore-image", {"theme": "light"}, asked={"chi-tieu": COUNTED, "ky": "2022"}),
    # By the code of another unit there is nothing, and by that of another agency's.
    *(
        Address(name, args, asked={"chi-tieu": COUNTED, "ky": "2022", "don-vi": code}, refused=True)
        for code in ("KHAC", "VPX")
        for name, args in (("explore", {}), ("explore-book", {}), ("explore-image", {"theme": "light"}))
    ),
    *(Address("why", {"code": OURS, "key": COUNTED}, asked={"don-vi": code}, refused=True) for code in ("KHAC", "VPX")),
    # A register and its rows.
    _of_list("register"),
    _of_list("register", q=ASKED),
    _of_list("register-file"),
    _of_list("register-book"),
    _of_list("register-template", tells=False),
    _of_list("register-totals", tells=False),
    _of_list("import", tells=False),
    _of_list("import-faults", tells=False),
    _of_list("register-columns", tells=False),
    _of_list("register-columns-chosen", tells=False),
    _of_list("register-conditions", tells=False),
    _of_list("register-view", tells=False),
    _of_list("register-views", tells=False),
    Address("register-together", {"slug": TASKS}, {"dong": "@task", "lam": "bo", "chac": "1", "v1": "1"}),
    Address("register-together", {"slug": TASKS}, {"dong": "@task", "lam": "xuat"}),
    _of_list("register-grid"),
    Address("register-grid-line", {"slug": TASKS}, {"dong": "@task", "version": "1", "title": "Của tôi"}),
    _of_list("row-new", tells=False),
    _row("row", title="Của tôi", version="1"),
    Address("row", {"slug": PARTS, "pk": "@part"}, {"reason": "Của tôi", "version": "1"}),
    Address("row-in-place", {"slug": PARTS, "pk": "@part"}, {"reason": "Của tôi", "version": "1"}),
    _row("row-trash", version="1"),
    Address("row-restore", {"slug": TASKS, "pk": "@trashed"}, {"version": "2"}),
    _row("row-step", den="completed", version="1"),
    _row("row-verb", viec="Ghi hoàn thành", completed_on="10/01/2022", version="1"),
    _row("row-attach"),
    Address("row-file", {"slug": TASKS, "pk": "@task", "file": "@file"}),
    Address("row-detach", {"slug": TASKS, "pk": "@task", "file": "@file"}),
    # Reports: those of the other agency are none of ours; ours say nothing of rows beyond reach but what is printed.
    Address("reports"),
    Address("report", {"code": THEIRS}),
    Address("report", {"code": "@report"}, asked={"du-thao": "1"}),
    _ours("report"),
    Address("why", {"code": THEIRS, "key": COUNTED}),
    _ours("why", key=COUNTED),
    _report("override", {"so-in": "5", "ly-do": "x"}, key=COUNTED),
    _report("chapter", key="advice"),
    _ours("chapter", key="programme"),
    _report("chapter-deed", {"doan": "Của tôi.", "cho": "after"}, key="advice", deed="viet"),
    Address("chapter-deed", {"code": OURS, "key": "advice", "deed": "bo"}, {"so": "@text"}),
    Address("own-text", {"code": "@report", "key": "advice", "number": "@text"}, {"doan": "Của tôi.", "version": "1"}),
    _report("checks"),
    _ours("checks"),
    _report("waive", {"so": "1", "ly-do": "x"}, by=COMPILER),
    _report("contrast"),
    Address("contrast", {"code": OURS}, asked={"voi": f"{THEIRS}/1"}),
    _report("returned"),
    Address("promises", {"code": THEIRS}),
    Address("promise-answer", {"code": THEIRS}, {"so": "@promise", "ket-qua": "done"}, by=COMPILER),
    Address("promise-decide", {"code": THEIRS}, {"de-xuat": "programme.tasks", "lam": "lay"}),
    _ours("promises"),
    _ours("proposals"),
    Address("closings", {"code": THEIRS}),
    _ours("closings"),
    Address("closings", {"code": OURS}, asked={"so": TASKS, "don-vi": "KHAC"}),
    Address("closing-deed", {"code": OURS}, {"so": TASKS, "don-vi": "KHAC", "lam": "chot"}, by="truongdonvi"),
    Address("closing-deed", {"code": OURS}, {"so": TASKS, "don-vi": "VPX", "lam": "chot"}, by=COMPILER),
    Address("recompile", {"code": OURS}, by=COMPILER),
    _report("files"),
    *(_report("file", form=form) for form in ("pdf", "json")),
    _report("files-make"),
    *(_ours("file", form=form) for form in ("docx", "pdf", "html", "xlsx", "json", "txt")),
    _report("review", {"buoc": "submit"}),
    _ours("review"),
    _report("arranging", {"viec": "cho-kiem", "nguoi": "x"}, by="lanhdao"),
    _ours("arranging"),
    _report("leaving", {"viec": "cap-so"}, by="vanthu"),
    _report("evidence"),
    _ours("evidence"),
    # The outgoing book and the book of differences.
    Address("outgoing", asked={"nam": "2022"}),
    *(Address("outgoing-file", {"form": form}, asked={"nam": "2022"}) for form in ("pdf", "xlsx")),
    Address("outgoing-void", {"pk": "@paper"}, {"ly-do": "x"}, by="vanthu"),
    Address("outgoing-sent", {"pk": "@paper"}, {"copies": "5"}, by="vanthu"),
    Address("differences", asked={"tinh-trang": "all"}, tells=True),
    Address("differences-answer", {"pk": "@drift"}, {"tra-loi": "correct", "ly-do": "x"}, by=COMPILER),
    Address("differences-now"),
    Address("differences-follow", sent={"an-ban": f"{THEIRS}/1", "cach": "correct", "ly-do": "x"}, by=COMPILER),
    # Old reports.
    Address("old-reports", tells=True),
    _old("old-report"),
    _old("old-report-file"),
    _old("old-report-decide", {"chac": "1"}),
    _old("old-report-mend", number="1"),
    _old("old-report-checks", {"so": "1", "ly-do": "x"}),
    _old("old-report-again", {"lai": "1"}),
    # Lists, outlines, people, history, backups, long work.
    Address("lists"),
    Address("outlines"),
    Address("outline", {"code": "khong-co"}, by=COMPILER),
    Address("people", by=ADMINISTRATOR),
    Address("person-new", by=ADMINISTRATOR),
    *(Address(name, {"pk": "@person"}, by=ADMINISTRATOR) for name in ("person", "person-link", "person-help")),
    Address("audit", by=ADMINISTRATOR),
    Address("audit", asked={"pdf": "1"}, by=ADMINISTRATOR),
    Address("audit", by="lanhdao"),
    Address("audit-verify"),
    Address("backups", by=ADMINISTRATOR),
    Address("backup-make"),
    Address("backup-file", {"name": "khong-co.zip"}, by=ADMINISTRATOR),
    Address("errands"),
    Address("errands", by=ADMINISTRATOR),
    Address("errand", {"pk": "@errand"}),
)


def patterns(among: list[URLPattern | URLResolver] = urlpatterns) -> Iterator[URLPattern]:
    """Every pattern of the pages, also those that are brought in from elsewhere."""
    for one in among:
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns)
        else:
            yield one
