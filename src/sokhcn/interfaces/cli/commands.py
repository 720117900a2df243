"""The commands, and the faults that each may meet."""

import typer
from django.utils import translation

from sokhcn.compiler.wording import BadWording
from sokhcn.document.letters import Unreadable
from sokhcn.formats.docx.opening import NotADocx
from sokhcn.formats.pdf.render import PrintingError
from sokhcn.interfaces.cli import (
    auditing,
    backing,
    checking,
    demonstrating,
    falling,
    figures,
    indicators,
    issuing,
    outlines,
    proposing,
    recompiling,
    registers,
    reports,
    returning,
    serving,
    shelling,
    stepping,
)
from sokhcn.interfaces.cli.here import Unready
from sokhcn.kernel.grid import UnreadableSheet
from sokhcn.kernel.periods import BadPeriod
from sokhcn.records.backup.archive import BadArchive
from sokhcn.records.backup.making import AlreadyThere
from sokhcn.records.backup.restoring import NotEmpty
from sokhcn.records.backup.sqlite import InUse
from sokhcn.records.closed import OnlyRead
from sokhcn.records.stepping import NotPossible
from sokhcn.records.turns import Busy
from sokhcn.reports.accepting import NotAccepted
from sokhcn.reports.catalogue import Unknown
from sokhcn.reports.checking import NothingToWaive
from sokhcn.reports.composing import CannotCompile
from sokhcn.reports.demo import CannotDemonstrate
from sokhcn.reports.drafting import BadDraft
from sokhcn.reports.exporting import NoEdition, UnknownForm
from sokhcn.reports.issuing import NotIssued
from sokhcn.reports.outlining import NoOutline
from sokhcn.reports.recompiling import CannotRecompile
from sokhcn.reports.saving import StillUsed
from sokhcn.reports.standing import Taken

app = typer.Typer(
    name="sokhcn",
    help="Sổ KH&CN: sổ theo dõi và báo cáo định kỳ tổng hợp từ sổ.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("demo")(demonstrating.demo)
app.command("compile")(reports.compile_)
app.command("figures")(figures.figures)
app.command("why")(figures.why)
app.command("issue")(issuing.issue)
app.command("export")(reports.export)
app.command("returned")(returning.returned)
app.command("read")(checking.read)
app.command("check")(checking.check)
app.command("waive")(checking.waive)
app.command("propose")(proposing.propose)
app.command("accept")(proposing.accept)
app.command("recompile")(recompiling.recompile)
app.command("due")(falling.due)
app.command("step")(stepping.step)
app.command("import")(registers.import_)
app.command("rows")(registers.rows)
app.command("template")(registers.template_)
app.command("backup")(backing.backup)
app.command("restore")(backing.restore)
app.command("shell")(shelling.shell)
app.command("serve")(serving.serve)
app.add_typer(auditing.app, name="audit")
app.add_typer(falling.app, name="term")
app.add_typer(outlines.app, name="outline")
app.add_typer(indicators.app, name="indicator")


@app.callback()
def start() -> None:
    translation.activate("vi")


def faults() -> tuple[type[Exception], ...]:
    """What goes wrong with what people give, each with a sentence of its own."""
    asked = (BadPeriod, Unknown, NoEdition, UnknownForm, NoOutline, Unready)
    kept = (NotIssued, OnlyRead, shelling.NotOpened)
    backed = (AlreadyThere, BadArchive, NotEmpty, InUse)
    done = (CannotCompile, BadWording, CannotDemonstrate, PrintingError, NotADocx)
    taken = (UnreadableSheet, registers.NotTaken, registers.BadMeaning)
    read = (Unreadable, NothingToWaive, NotAccepted, CannotRecompile)
    edited = (BadDraft, outlines.BadDay, StillUsed, NotPossible)
    return (*asked, *done, *taken, *edited, *kept, *backed, *read, Busy, Taken)
