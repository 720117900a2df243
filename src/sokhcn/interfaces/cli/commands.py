"""The commands, and the faults that each may meet."""

import typer
from django.utils import translation

from sokhcn.compiler.wording import BadWording
from sokhcn.document.letters import Unreadable
from sokhcn.formats.docx.opening import NotADocx
from sokhcn.formats.pdf.render import PrintingError
from sokhcn.intake.sheet import UnreadableSheet
from sokhcn.interfaces.cli import (
    checking,
    demonstrating,
    figures,
    indicators,
    outlines,
    proposing,
    recompiling,
    registers,
    reports,
    returning,
    searching,
    serving,
)
from sokhcn.interfaces.cli.here import Unready
from sokhcn.kernel.periods import BadPeriod
from sokhcn.records.trigrams import NoTrigrams
from sokhcn.records.turns import Busy
from sokhcn.reports.accepting import NotAccepted
from sokhcn.reports.catalogue import Unknown
from sokhcn.reports.checking import NothingToWaive
from sokhcn.reports.composing import CannotCompile
from sokhcn.reports.demo import CannotDemonstrate
from sokhcn.reports.drafting import BadDraft
from sokhcn.reports.exporting import NoEdition, UnknownForm
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
app.command("export")(reports.export)
app.command("returned")(returning.returned)
app.command("read")(checking.read)
app.command("check")(checking.check)
app.command("waive")(checking.waive)
app.command("propose")(proposing.propose)
app.command("accept")(proposing.accept)
app.command("recompile")(recompiling.recompile)
app.command("import")(registers.import_)
app.command("search")(searching.search)
app.command("reindex")(searching.reindex)
app.command("serve")(serving.serve)
app.add_typer(outlines.app, name="outline")
app.add_typer(indicators.app, name="indicator")


@app.callback()
def start() -> None:
    translation.activate("vi")


def faults() -> tuple[type[Exception], ...]:
    """What goes wrong with what people give, each with a sentence of its own."""
    asked = (BadPeriod, Unknown, NoEdition, UnknownForm, NoOutline, Unready)
    done = (CannotCompile, BadWording, UnreadableSheet, CannotDemonstrate, PrintingError, NotADocx, registers.NotTaken)
    read = (Unreadable, NothingToWaive, NotAccepted, CannotRecompile)
    edited = (BadDraft, outlines.BadDay, StillUsed)
    return (*asked, *done, *edited, *read, Busy, Taken, NoTrigrams)
